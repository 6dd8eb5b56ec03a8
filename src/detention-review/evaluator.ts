import { Injectable } from '@nestjs/common';
import type { Day } from '../law/calendar/day.js';
import { evaluate } from '../law/evaluate.js';
import type { Evaluation } from '../law/evaluation.js';
import type { Facts } from '../law/facts.js';
import { LAW_VERSION } from '../law/law-version.js';

/** The law of this build, as a thing that a review is given. */
@Injectable()
export class Evaluator {
  /** What the law calls itself: whoever was evaluated by another is due. */
  get version(): string {
    return LAW_VERSION;
  }

  evaluate(facts: Facts, asOf: Day): Evaluation {
    return evaluate(facts, asOf);
  }
}
