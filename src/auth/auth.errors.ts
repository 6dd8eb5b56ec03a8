import { Problem } from '../common/problem.js';

/** The same for an unknown address, a wrong password and a disabled user: it must not tell which. */
export const wrongSignIn = (): Problem => new Problem('not-signed-in', 'This address and password do not sign anybody in.');
