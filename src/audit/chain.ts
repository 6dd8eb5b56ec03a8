import { createHash, type KeyObject, sign, verify } from 'node:crypto';

/**
 * How the log is sealed. Written so that anybody can check it with a few lines in any language:
 *
 *   hash of entry n = SHA-256( n ⏎ hash of entry n-1 in hexadecimal ⏎ text of entry n )         (before the first: 64 zeros)
 *   signature of n  = Ed25519( "vigil audit seal" ⏎ n ⏎ hash of n in hexadecimal ⏎ when it was sealed )
 *
 * The text of an entry is JSON in one line, to the letter as it stands in an export. A signature vouches for the whole
 * chain up to its entry, so each is a checkpoint; whoever can write to the database and has no key can forge none.
 */
export interface Seal {
  seq: number;
  /** in hexadecimal, like what follows from it */
  hash: string;
  sealedAt: string;
  keyId: string;
  /** in base64 */
  signature: string;
}

export const BEFORE_THE_FIRST = '0'.repeat(64);

export const hashOf = (seq: number, before: string, entry: string): string =>
  createHash('sha256').update(`${seq}\n${before}\n${entry}`).digest('hex');

/** `seal`: an entry stands at this place. `export`: this is all there was when it was exported. */
export type Statement = 'seal' | 'export';

const signedText = (statement: Statement, { seq, hash, sealedAt }: Pick<Seal, 'seq' | 'hash' | 'sealedAt'>): Buffer =>
  Buffer.from(`vigil audit ${statement}\n${seq}\n${hash}\n${sealedAt}`);

export interface Signer {
  keyId: string;
  privateKey: KeyObject;
}

export function signedSeal(statement: Statement, { keyId, privateKey }: Signer, what: Pick<Seal, 'seq' | 'hash' | 'sealedAt'>): Seal {
  return { ...what, keyId, signature: sign(null, signedText(statement, what), privateKey).toString('base64') };
}

/** `unknown-key`: nobody gave the key that it names. */
export function checkSignature(statement: Statement, seal: Seal, keys: ReadonlyMap<string, KeyObject>): 'good' | 'bad' | 'unknown-key' {
  const key = keys.get(seal.keyId);
  if (!key) return 'unknown-key';
  return verify(null, signedText(statement, seal), key, Buffer.from(seal.signature, 'base64')) ? 'good' : 'bad';
}
