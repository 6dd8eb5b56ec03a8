import type { Handling } from '../common/handling.js';
import { Permission } from '../common/permissions.js';
import type { FactKind } from '../detainees/fact.js';
import { inColumns } from '../detainees/fact.js';
import { unknownEvent } from '../detainees/event-reference.js';

export interface NoteValues {
  handling: Handling;
  body: string;
  /** the event that it is about; null: the person */
  eventId?: string | null;
}

/** What somebody wrote down about a person or an event. Kept as facts are, in versions; the law does not read it. */
export const NOTE: FactKind<NoteValues> = {
  name: 'note',
  table: 'note',
  orderBy: 'recorded_at, version_id',
  read: Permission.ReadNotes,
  ...inColumns<NoteValues>({ handling: 'handling', body: 'body', eventId: 'case_event_id' }),
  conflicts: async (tx, { detaineeId, values, before }) =>
    (values.eventId && values.eventId !== before?.eventId ? unknownEvent(tx, detaineeId, values.eventId) : []),
};
