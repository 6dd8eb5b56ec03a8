import { explainConstraint } from '../common/constraint.js';
import { conflict, contradiction, type Fault, type Problem, Problem as Refusal } from '../common/problem.js';

export const HELD: Fault = { path: '', problem: 'A legal hold stands on this person, or on a class that they belong to: nothing of theirs is deleted' };

explainConstraint('legal_hold_stands', HELD);
explainConstraint('legal_hold_person_once', { path: 'detaineeId', problem: 'is on hold already' });
explainConstraint('legal_hold_class_once', { path: 'class', problem: 'is on hold already' });

export const oneOfBoth = (): Problem => contradiction({ path: '', problem: 'A hold is on a person (`detaineeId`) or on a class (`class`): give one of both' });
export const aClassIsHeldByAnAdmin = (): Problem => new Refusal('not-permitted', 'A hold on a class, which is on everybody who belongs to it, is put up and lifted by an admin.');
export const liftedAlready = (): Problem => conflict({ path: '', problem: 'It was lifted already' });
export const decidedAlready = (): Problem => conflict({ path: '', problem: 'It was decided and carried out, or is no longer due' });
export const held = (): Problem => conflict(HELD);
