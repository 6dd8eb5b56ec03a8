import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../common/config.js';
import type { Signer } from './chain.js';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 and in SPKI (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const PUBLIC_HEX = /^[0-9a-f]{64}$/i;

/** Signs the seals of the log. The worker and the command line have it; the API does not, and the database does not. */
@Injectable()
export class AuditKey {
  constructor(private readonly config: Config) {}

  get signer(): Signer {
    const { auditKey } = this.config;
    if (auditKey === null) throw new Error('VIGIL_AUDIT_KEY must be given: it signs the log.');
    const privateKey = createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, Buffer.from(auditKey, 'hex')]), format: 'der', type: 'pkcs8' });
    return { privateKey, keyId: keyIdOf(createPublicKey(privateKey)) };
  }

  get publicKey(): KeyObject {
    return createPublicKey(this.signer.privateKey);
  }
}

const rawOf = (publicKey: KeyObject): Buffer => publicKey.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);

/** A key's name follows from the key, so that it is never wrong. */
export const keyIdOf = (publicKey: KeyObject): string => createHash('sha256').update(rawOf(publicKey)).digest('hex').slice(0, 16);

export const publicKeyHex = (publicKey: KeyObject): string => rawOf(publicKey).toString('hex');

/** A public key as `vigil audit-key` prints it: 64 hexadecimal digits, or PEM. */
export function readPublicKey(text: string): KeyObject {
  const trimmed = text.trim();
  const key = PUBLIC_HEX.test(trimmed)
    ? createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, Buffer.from(trimmed, 'hex')]), format: 'der', type: 'spki' })
    : createPublicKey(trimmed);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the key must be an Ed25519 public key');
  return key;
}

export const keyring = (keys: readonly KeyObject[]): ReadonlyMap<string, KeyObject> => new Map(keys.map((key) => [keyIdOf(key), key]));
