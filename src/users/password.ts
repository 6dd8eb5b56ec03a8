import { Algorithm, hash, verify } from '@node-rs/argon2';
import { Problem } from '../common/problem.js';
import { Gate } from './gate.js';

/** OWASP's first choice for argon2id: 19 MiB, two passes. A hash names its own parameters, so they can be raised. */
const PARAMETERS = { algorithm: 2 satisfies Algorithm.Argon2id as Algorithm, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 200;

/** One thread of Node's pool of four stays free for files and names; whoever waits behind a hundred is told so. */
const gate = new Gate({ atOnce: 3, waiting: 100 }, () =>
  new Problem('unavailable', 'Too many passwords are being checked at this moment; try again shortly.', { retryAfterSeconds: 2 }));

/** The same password, typed on another keyboard, may reach us as other code points. */
const typed = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => gate.through(() => hash(typed(password), PARAMETERS));

/** Verifies against a hash that nothing matches where there is none, so that both take equally long. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const against = passwordHash ?? (await hashOfNothing());
  const matches = await gate.through(() => verify(against, typed(password)));
  return passwordHash !== null && matches;
}

let nothing: Promise<string> | undefined;
/** Made once, with the parameters of the real ones. */
export const hashOfNothing = (): Promise<string> => (nothing ??= hashPassword('no account has this password'));
