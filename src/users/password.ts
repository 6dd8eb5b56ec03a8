import { Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes. A hash names its own parameters, so they can be raised. */
const PARAMETERS = { algorithm: 2 satisfies Algorithm.Argon2id as Algorithm, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 200;

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS);

/** Verifies against a hash that nothing matches where there is none, so that both take equally long. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await hashOfNothing()), password);
  return passwordHash !== null && matches;
}

let nothing: Promise<string> | undefined;
/** Made once, with the parameters of the real ones. */
export const hashOfNothing = (): Promise<string> => (nothing ??= hashPassword('no account has this password'));
