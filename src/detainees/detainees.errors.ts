import { explainConstraint } from '../common/constraint.js';
import { Problem } from '../common/problem.js';
import { IDENTIFIER_TAKEN } from './detainee.facts.js';

// Each is checked before it is written; these speak where two requests were checked at the same time.
explainConstraint('detainee_identifier_once', IDENTIFIER_TAKEN);
explainConstraint('detainee_name_primary', { path: 'kind', problem: 'cannot be primary: this person has a primary name on file; correct that one' });
explainConstraint('detainee_identity_one', { path: '', problem: 'This person has an identity on file: correct that one' });
explainConstraint('known_list_once', { path: '', problem: 'The list is on file as complete already' });

export const mayNotAssign = (): Problem =>
  new Problem('not-permitted', 'Only an attorney or an administrator assigns people to an attorney.');
