import { type Permission, rolesWith } from '../common/permissions.js';
import { conflict, contradiction, Problem } from '../common/problem.js';
import { followersOf, type ReviewState } from './review-states.js';

export const alreadySuperseded = (): Problem =>
  conflict({ path: '', problem: 'This finding has been superseded; look at what took its place (`successorId`)' });

export const snoozeMustEndLater = (): Problem => contradiction({ path: 'until', problem: 'must be a day after today' });

export const stateIsNotYours = (permission: Permission): Problem =>
  new Problem('not-permitted', `To bring a finding into this state needs the permission ${permission}, which these roles have: ${rolesWith(permission).join(', ')}.`);

export const doesNotFollow = (state: ReviewState): Problem =>
  conflict({ path: 'state', problem: `does not follow ${state}, in which the review stands`, allowed: followersOf(state) });

export const clauseIsUnverified = (): Problem =>
  conflict({ path: 'state', problem: 'says that the finding is right, and nobody has verified the source of its clause: verify the clause first' });

export const reasonIsRequired = (): Problem => contradiction({ path: 'reason', problem: 'must say why' });

export const addsNothing = (): Problem => contradiction({ path: '', problem: 'The review stands in this state already: say or name something more' });
