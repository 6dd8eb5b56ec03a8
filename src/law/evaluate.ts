import type { Answer } from './answer.js';
import type { Day } from './calendar/day.js';
import type { Evaluation } from './evaluation.js';
import type { Facts } from './facts.js';

/** What the law says about one person on one day. Pure: reads no clock, does no I/O, keeps nothing. */
export function evaluate(_facts: Facts, _asOf: Day): Evaluation {
  throw new Error('not yet');
}

/** An evaluation as the JSON contract writes it, with every sentence built. */
export function answerOf(_evaluation: Evaluation): Answer {
  throw new Error('not yet');
}
