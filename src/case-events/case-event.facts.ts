import type { FactKind } from '../detainees/fact.js';
import { notAfterToday, possible } from '../detainees/fact-faults.js';
import { impliedByWhen, type When, whenColumns, whenFaults, whenOf, withDay } from '../detainees/when.js';
import type { CaseEventKind } from '../law/facts.js';

export interface CaseEventValues extends When {
  kind: CaseEventKind;
  note?: string | null;
}

/** What a notice or a document sets for a day to come. Everything else is recorded once it has happened. */
const SET_AHEAD: ReadonlySet<CaseEventKind> = new Set<CaseEventKind>([
  'hearing', 'consular-interview', 'custody-review-interview', 'redetention-interview', 'counsel-meeting', 'travel-document-expired',
]);

export const CASE_EVENT: FactKind<CaseEventValues> = {
  name: 'case-event',
  table: 'case_event',
  list: 'events',
  orderBy: 'on_day nulls last, at_instant nulls first, version_id',
  toColumns: ({ kind, note, ...when }) => ({ kind, ...whenColumns(when), note: note ?? null }),
  toValues: ({ kind, note, ...columns }) => ({ kind, ...whenOf(columns), note }) as CaseEventValues,
  normalise: (values) => ({ ...values, ...withDay(values) }),
  implied: impliedByWhen,
  faults: ({ kind, ...when }, today) => [
    ...(SET_AHEAD.has(kind) ? possible({ on: when.on }) : notAfterToday(today, { on: when.on })),
    ...whenFaults(when),
  ],
};
