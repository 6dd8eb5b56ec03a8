import { Injectable } from '@nestjs/common';
import type { Day } from '../law/calendar/day.js';
import { evaluate } from '../law/evaluate.js';
import type { Evaluation } from '../law/evaluation.js';
import type { Facts } from '../law/facts.js';

const NOTHING_KNOWN: Facts = {
  circuit: null, person: { citizenship: null, birthDate: null }, stints: null, otherCustody: null, removalOrders: null,
  cooperation: null, memberships: null, events: null, contacts: null,
};

/** The law of this build, as a thing that a sweep can be given. */
@Injectable()
export class Evaluator {
  private known: string | undefined;

  /** What the law calls itself: whoever was evaluated by another is due. */
  get version(): string {
    return (this.known ??= this.evaluate(NOTHING_KNOWN, 0 as Day).lawVersion);
  }

  evaluate(facts: Facts, asOf: Day): Evaluation {
    return evaluate(facts, asOf);
  }
}
