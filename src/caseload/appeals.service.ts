import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';
import { addDays, type Day, formatDay, parseDay } from '../law/calendar/day.js';
import { biaAppealPeriod } from '../law/deadlines/bia-appeal.js';
import { appealsOf } from '../removal-orders/filings.js';
import { AppealsQueries } from './appeals.queries.js';

/** A time to appeal to the Board that runs out, and nobody is known to have appealed. */
export interface AppealDue {
  person: { id: string; name: string | null };
  attorney: { id: string; name: string } | null;
  orderId: string;
  decidedOn: string;
  dueOn: string;
  daysLeft: number;
  citation: string;
  /** what is not known of it, by its path within the order */
  missing: string[];
}

export interface AppealsAsked {
  /** due within so many days; 0: today */
  days: number;
  attorney?: string;
}

/** By the rule that the status of an order goes by, and in the order of their days. */
@Injectable()
export class AppealsService {
  constructor(private readonly orders: AppealsQueries, private readonly clock: Clock) {}

  async due({ days, attorney }: AppealsAsked): Promise<AppealDue[]> {
    const today = this.clock.today();
    const orders = await this.orders.appealable(decisionsDueWithin(parseDay(today), days), attorney ?? null);
    return orders
      .flatMap(({ person, attorney: assigned, order }) => appealsOf({ asOf: today, order }).flatMap(({ state, dueOn, daysLeft, triggerOn, citation, missing }): AppealDue[] => {
        if (state !== 'due' || daysLeft === null || daysLeft > days) return [];
        return [{ person, attorney: assigned, orderId: order.id, decidedOn: triggerOn!, dueOn: dueOn!, daysLeft, citation: citation!, missing }];
      }))
      .sort((a, b) => compare(keyOf(a), keyOf(b)));
  }

  async page({ limit, cursor, ...asked }: AppealsAsked & { limit: number; cursor?: string }): Promise<Page<AppealDue>> {
    const after = decodeCursor(cursor, ['day', 'id']) as [string, string] | null;
    const due = await this.due(asked);
    return pageOf(after === null ? due : due.filter((each) => compare(keyOf(each), after) > 0), limit, keyOf);
  }
}

/** Longer than any time to appeal that is on file, with what it can roll. */
const MOST_DAYS = 60;

/** The days of which a decision has its time to appeal end today or within so many days: thousands of orders need not be asked. */
function decisionsDueWithin(today: Day, days: number): string[] {
  return Array.from({ length: MOST_DAYS + 1 }, (_, back) => addDays(today, -back))
    .filter((decidedOn) => { const { dueOn } = biaAppealPeriod(decidedOn); return dueOn >= today && dueOn <= today + days; })
    .map(formatDay);
}

const keyOf = ({ dueOn, orderId }: AppealDue): [string, string] => [dueOn, orderId];
const compare = ([day, id]: [string, string], [otherDay, otherId]: [string, string]): number =>
  (day === otherDay ? (id < otherId ? -1 : id > otherId ? 1 : 0) : day < otherDay ? -1 : 1);
