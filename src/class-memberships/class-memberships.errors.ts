import { conflict, contradiction, invalid, type Problem } from '../common/problem.js';

const READ_AGAIN = 'Read the proposals again';

export const noSuchClass = (allowed: readonly string[]): Problem => contradiction({ path: 'class', problem: 'is no class that is defined', allowed });
export const noSuchClassAsked = (allowed: readonly string[]): Problem => invalid({ path: 'class', problem: 'is no class that is defined', allowed });

export const onFileAlready = (): Problem =>
  conflict({ path: 'class', problem: 'has a membership of this person on file in that time already: correct that one' });

export const standsNoMore = (): Problem =>
  conflict({ path: 'proposal', problem: `does not stand as it was shown: what is proposed, what is on file or a fact on which it rests has changed. ${READ_AGAIN}` });

export const nothingProposed = (): Problem =>
  contradiction({ path: 'class', problem: `is not proposed for this person: the facts on file do not say that there is or was such a membership. ${READ_AGAIN}` });

export const nothingToDecline = (): Problem =>
  contradiction({ path: 'class', problem: 'has nothing to decline: what is on file agrees with the facts, or the facts do not say' });

export const declinedAlready = (): Problem => conflict({ path: 'proposal', problem: 'was declined already' });

/** `words`: what the definition of the class leaves to a person. */
export const saidByNobody = (words: readonly string[]): Problem =>
  contradiction({ path: 'source', problem: `must say from where it is known, as no fact on file says it: ${words.join('; ')}` });

export const endsNothing = (): Problem => contradiction({
  path: 'event', problem: 'ends no membership that is on file and runs on that day: if it happened, record it as an event, and what is proposed follows from it',
});
