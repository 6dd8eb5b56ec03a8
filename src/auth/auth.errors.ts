import { contradiction, Problem } from '../common/problem.js';

/** The same for an unknown address, a wrong password and a disabled user: it must not tell which. */
export const wrongSignIn = (): Problem => new Problem('not-signed-in', 'This address and password do not sign anybody in.');

/** The same for a token that never was, was used, has ended, or belongs to an ended session. */
export const sessionOver = (): Problem => new Problem('not-signed-in', 'This session is over. Sign in again.');

/** Of a session that began longer ago than that. The client signs its user in once more, and asks again. */
export const signInAgain = (minutes: number): Problem =>
  new Problem('sign-in-again', `This needs a sign-in of the last ${minutes} minutes. Sign in again, and ask with the new session.`);

export const wrongCode = (): Problem => new Problem('not-signed-in', 'This code is not right, or was used before. Take the next one.');

export const challengeOver = (): Problem => new Problem('not-signed-in', 'This sign-in took too long or was tried too often. Begin again with the password.');

export const resetOver = (): Problem => contradiction({ path: 'token', problem: 'is not valid any more; ask for a new one' });

export const wrongCurrentPassword = (path: string): Problem => contradiction({ path, problem: 'is not your password' });

export const noSecondFactor = (): Problem => contradiction({ path: '', problem: 'No second factor is set up' });

export const hasSecondFactor = (): Problem => contradiction({ path: '', problem: 'A second factor is set up already; remove it first' });

export const secondFactorIsRequired = (): Problem =>
  contradiction({ path: '', problem: 'Your second factor is required and cannot be removed; an admin can, and you set up a new one at the next sign-in' });

export const noOpenIdConnect = (): Problem => new Problem('not-found', 'This office has no sign-in by OpenID Connect.');

/** Whatever the provider said, and whomever it named: what is wrong there is in our log, by its kind. */
export const openIdConnectRefused = (): Problem => new Problem('not-signed-in', 'The provider signed nobody of this office in. Begin again.');

export const openIdConnectAway = (): Problem =>
  new Problem('unavailable', 'The OpenID Connect provider does not answer as it should. Try again shortly.', { retryAfterSeconds: 10 });

/** To who is signed in: the session goes on. */
export const wrongCodeHere = (): Problem => contradiction({ path: 'code', problem: 'is not right, or was used before; take the next one' });
