import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text: nobody guesses it, so a plain hash of it can be kept. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
