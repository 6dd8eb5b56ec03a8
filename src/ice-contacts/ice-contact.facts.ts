import type { Tx } from '../common/database.js';
import { Permission } from '../common/permissions.js';
import type { Fault } from '../common/problem.js';
import type { FactKind } from '../detainees/fact.js';
import { inOrder, type MaybeDay, notAfterToday, possible } from '../detainees/fact-faults.js';
import { canonicalLanguage } from '../detainees/language.js';
import { impliedByWhen, type When, whenColumns, whenFaults, whenOf, withDay } from '../detainees/when.js';
import type { Actor, Topic } from '../law/facts.js';

export const MANNERS = ['in-person', 'phone', 'video', 'letter', 'form'] as const;
export type Manner = (typeof MANNERS)[number];

export const DOCUMENT_ACTS = ['shown', 'asked-for', 'signed'] as const;

/** A paper that had a part in the contact, and which. */
export interface ContactDocument {
  title: string;
  act: (typeof DOCUMENT_ACTS)[number];
}

export interface IceContactValues extends When {
  /** shared by what the same people said to several clients at once */
  encounterId: string;
  facility?: string | null;
  place?: string | null;
  actor: Actor;
  /** the name or the badge */
  actorName?: string | null;
  manner?: Manner | null;
  /** BCP 47 */
  language?: string | null;
  /** whether there was an interpreter */
  interpreted?: boolean | null;
  topics: readonly Topic[];
  /** as they were said or written */
  words?: string | null;
  narrative?: string | null;
  /** null: not known */
  documents?: readonly ContactDocument[] | null;
  counselPresent?: boolean | null;
  counselNotifiedOn?: string | null;
  witnesses?: string | null;
  learnedHow?: string | null;
  learnedOn?: string | null;
}

/**
 * A contact of the government, or of anybody else, with a person: who spoke of what. A consular officer is recorded as
 * one, and charged to nobody; what a topic means for whom is the law's to say.
 */
export const ICE_CONTACT: FactKind<IceContactValues> = {
  name: 'ice-contact',
  table: 'ice_contact',
  list: 'contacts',
  orderBy: 'on_day, at_instant nulls first, version_id',
  read: Permission.ReadIceContacts,
  toColumns: (values) => ({
    encounter_id: values.encounterId,
    ...whenColumns(values),
    facility: values.facility ?? null,
    place: values.place ?? null,
    actor: values.actor,
    actor_name: values.actorName ?? null,
    manner: values.manner ?? null,
    language: values.language ?? null,
    interpreted: values.interpreted ?? null,
    topics: [...values.topics],
    words: values.words ?? null,
    narrative: values.narrative ?? null,
    documents: values.documents ? JSON.stringify(values.documents.map(({ title, act }) => ({ title, act }))) : null,
    counsel_present: values.counselPresent ?? null,
    counsel_notified_on: values.counselNotifiedOn ?? null,
    witnesses: values.witnesses ?? null,
    learned_how: values.learnedHow ?? null,
    learned_on: values.learnedOn ?? null,
  }),
  toValues: (columns) => ({
    encounterId: columns.encounter_id,
    ...whenOf(columns),
    facility: columns.facility,
    place: columns.place,
    actor: columns.actor,
    actorName: columns.actor_name,
    manner: columns.manner,
    language: columns.language,
    interpreted: columns.interpreted,
    topics: columns.topics,
    words: columns.words,
    narrative: columns.narrative,
    documents: typeof columns.documents === 'string' ? JSON.parse(columns.documents) as ContactDocument[] : null,
    counselPresent: columns.counsel_present,
    counselNotifiedOn: columns.counsel_notified_on,
    witnesses: columns.witnesses,
    learnedHow: columns.learned_how,
    learnedOn: columns.learned_on,
  }) as IceContactValues,
  // A topic is noted once.
  normalise: (values) => ({
    ...values, ...withDay(values), topics: [...new Set(values.topics)],
    language: values.language ? canonicalLanguage(values.language) ?? values.language : values.language,
  }),
  implied: impliedByWhen,
  faults: ({ on, at, language, counselNotifiedOn, learnedOn }, today) => [
    // Whether an instant has come is asked of the clock, and not of the office's day: it may be tomorrow where it happened.
    ...(at ? possible({ on }) : notAfterToday(today, { on })),
    ...notAfterToday(today, { counselNotifiedOn, learnedOn }),
    ...inOrder(['on', on], ['learnedOn', learnedOn]),
    ...whenFaults({ on, at }),
    ...(language && canonicalLanguage(language) === null ? [{ path: 'language', problem: 'must be a language tag (BCP 47), e.g. ar-IQ' }] : []),
  ],
  conflicts: (tx, { detaineeId, values }) => beforeBirth(tx, detaineeId, values.on),
};

/** Nobody spoke with somebody who was not born. Of whom only the year is known, the first day of it is the earliest. */
async function beforeBirth(tx: Tx, detaineeId: string, on: MaybeDay): Promise<Fault[]> {
  const born = await tx.query(
    `select from detainee_identity where detainee_id = $1 and superseded_at is null
       and $2::date < coalesce(birth_date, make_date(birth_year, 1, 1))`, [detaineeId, on], 'born-after');
  return born.length === 0 ? [] : [{ path: 'on', problem: 'must not be before the person was born, by the day of birth on file' }];
}
