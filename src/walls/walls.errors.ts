import { explainConstraint } from '../common/constraint.js';
import { conflict, contradiction, type Fault } from '../common/problem.js';

const ON_THE_TEAM: Fault = { path: 'userId', problem: 'is on this team already' };
const SHUT_OUT: Fault = { path: 'userId', problem: 'is shut out of this file already' };

explainConstraint('person_grant_once', ON_THE_TEAM);
explainConstraint('wall_once', SHUT_OUT);
// The reason is sealed first, under a key that only somebody on file has.
for (const table of ['person_grant', 'wall', 'broken_glass', 'person_key']) explainConstraint(`${table}_detainee_id_fkey`, { path: 'detaineeId', problem: 'is nobody on file' });

export const cannotBeOnATeam = () =>
  contradiction({ path: 'userId', problem: 'must be somebody who can sign in and works on cases', allowed: ['admin', 'attorney', 'paralegal', 'co-counsel'] });

export const cannotBeShutOut = () => contradiction({ path: 'userId', problem: 'must be a user' });

export const nothingShutsYouOut = () =>
  conflict({ path: '', problem: 'Nothing shuts you out of this file: read it as you read any other' });

export const ownWall = () => conflict({ path: '', problem: 'A wall is not taken down by whom it shuts out; ask another admin' });

export const ownGlass = () => conflict({ path: '', problem: 'What you broke is reviewed by somebody else' });

export const reviewedAlready = () => conflict({ path: '', problem: 'Somebody has reviewed it already' });

export const ended = (what: 'grant' | 'wall') =>
  conflict({ path: '', problem: what === 'grant' ? 'It was revoked already' : 'It was taken down already' });
