import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../common/config.js';

const IV_BYTES = 12;
const TAG_BYTES = 16;

interface Key {
  id: string;
  bytes: Buffer;
}

/**
 * Seals what the sign-in must read again (keys, second factors) under the installation's secret: AES-256-GCM, bound to
 * what it is for, so that one sealed text cannot stand in for another. What the previous secret sealed can still be read.
 */
@Injectable()
export class Sealer {
  private readonly keys: readonly [current: Key, ...previous: Key[]];

  constructor({ jwtSecret, previousJwtSecret }: Config) {
    this.keys = [keyOf(jwtSecret), ...(previousJwtSecret === null ? [] : [keyOf(previousJwtSecret)])];
  }

  seal(plain: Buffer, context: string): string {
    const [{ id, bytes }] = this.keys;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', bytes, iv).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return `${id}.${sealed.toString('base64url')}`;
  }

  /** null if it was sealed under a secret that is not known here, for something else, or was altered. */
  open(sealed: string, context: string): Buffer | null {
    const [id, text = ''] = sealed.split('.');
    const key = this.keys.find((each) => each.id === id);
    const bytes = Buffer.from(text, 'base64url');
    if (!key || bytes.length < IV_BYTES + TAG_BYTES) return null;
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    } catch {
      return null; // GCM says no more than that it is not what was sealed
    }
  }

  isCurrent(sealed: string): boolean {
    return sealed.startsWith(`${this.keys[0].id}.`);
  }
}

function keyOf(secret: string): Key {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'vigil: what sign-in seals', 32));
  return { bytes, id: createHash('sha256').update(bytes).digest('hex').slice(0, 12) };
}
