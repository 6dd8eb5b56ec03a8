import { IntersectionType } from '@nestjs/swagger';
import { DayField, Flag, IdField, InstantField, Nested, OneOf, Shape, TextField } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';
import { CorrectionFields, FactAnswer, WithSource } from '../detainees/fact-fields.js';
import type { FindingAnswer } from '../law/answer.js';
import { type Actor, ACTORS, type Topic, TOPICS } from '../law/facts.js';
import { type ContactDocument, DOCUMENT_ACTS, type Manner, MANNERS } from './ice-contact.facts.js';

const GIVEN = { optional: true, nullable: true } as const;
const SEALED = 'It is kept sealed.';
export const MAX_PEOPLE = 50;
const ACTOR = { about: 'Who spoke: a consular officer is recorded as one, and charged to nobody.' };
const TOPIC = { list: { max: TOPICS.length }, about: 'What it was about; an empty list if of nothing in this list.' };

export class ContactDocumentDto implements ContactDocument {
  @TextField({ max: 500 }) title!: string;
  @OneOf(DOCUMENT_ACTS) act!: ContactDocument['act'];
}

class ContactFields {
  @DayField({ ...GIVEN, about: 'The day on which it fell where it happened; that of `at` if not said.' }) on?: string | null;
  @InstantField({ ...GIVEN, about: 'With the offset of the place.', example: '2026-03-09T08:30:00-05:00' }) at?: string | null;
  @TextField({ ...GIVEN, max: 20, about: 'The code of the facility.' }) facility?: string | null;
  @TextField({ ...GIVEN, max: 500, about: `Where in it, or where else. ${SEALED}` }) place?: string | null;
  @TextField({ ...GIVEN, max: 300, about: `The name or the badge, as far as it is known. ${SEALED}` }) actorName?: string | null;
  @OneOf(MANNERS, GIVEN) manner?: Manner | null;
  @TextField({ ...GIVEN, max: 35, about: 'The language that was spoken (BCP 47).', example: 'ar-IQ' }) language?: string | null;
  @Flag({ ...GIVEN, about: 'Whether there was an interpreter.' }) interpreted?: boolean | null;
  @TextField({ ...GIVEN, max: 5_000, about: `The words that were said or written, quoted. ${SEALED}` }) words?: string | null;
  @TextField({ ...GIVEN, max: 20_000, about: `What happened. ${SEALED}` }) narrative?: string | null;
  @Nested(() => ContactDocumentDto, { ...GIVEN, list: { max: 50 }, about: `Papers that were shown, asked for or signed; null: not known. ${SEALED}` })
  documents?: ContactDocumentDto[] | null;
  @Flag({ ...GIVEN, about: 'Whether counsel was there.' }) counselPresent?: boolean | null;
  @DayField({ ...GIVEN, about: 'The day on which counsel was told of it.' }) counselNotifiedOn?: string | null;
  @TextField({ ...GIVEN, max: 2_000, about: `Who saw or heard it. ${SEALED}` }) witnesses?: string | null;
  @TextField({ ...GIVEN, max: 2_000, about: `How the office learned of it. ${SEALED}` }) learnedHow?: string | null;
  @DayField({ ...GIVEN, about: 'The day on which the office learned of it.' }) learnedOn?: string | null;
}

export class NewIceContactDto extends IntersectionType(ContactFields, WithSource) {
  @IdField({ list: { max: MAX_PEOPLE }, about: 'With whom: one or several people, each once.' }) detaineeIds!: string[];
  @IdField({ optional: true, about: 'The draft from which it is recorded, and which is deleted with that.' }) draftId?: string;
  @OneOf(ACTORS, ACTOR) actor!: Actor;
  @OneOf(TOPICS, TOPIC) topics!: Topic[];
}
export class CorrectedIceContactDto extends IntersectionType(ContactFields, CorrectionFields) {
  @OneOf(ACTORS, { ...ACTOR, optional: true }) actor?: Actor;
  @OneOf(TOPICS, { ...TOPIC, optional: true }) topics?: Topic[];
}

export class IceContactDto extends IntersectionType(FactAnswer, ContactFields) {
  @IdField({ about: 'Shared by the contacts of all who were spoken to at once.' }) encounterId!: string;
  @OneOf(ACTORS, ACTOR) actor!: Actor;
  @OneOf(TOPICS, TOPIC) topics!: Topic[];
}

/** A contact as it stands, and the clauses of orders that it touches or may touch. */
export class CheckedIceContactDto extends IceContactDto {
  @Shape({
    type: 'array', items: { type: 'object', additionalProperties: true },
    description: 'What the clauses of orders say of this contact today, in the form of the evaluation\'s findings; those that it does not touch are left out. `missing` names what would have to be known; empty: it touches none.',
  })
  findings!: FindingAnswer[];
}

export class CheckedIceContactsDto {
  @Nested(() => CheckedIceContactDto, { list: { max: MAX_PEOPLE }, about: 'In the order of the people.' }) items!: CheckedIceContactDto[];
}

export class IceContactsQuery extends PageQuery {
  @IdField({ optional: true, query: true, about: 'Of one person.' }) detainee?: string;
  @IdField({ optional: true, query: true, about: 'With all who were spoken to at once.' }) encounter?: string;
  @OneOf(ACTORS, { optional: true, query: true }) actor?: Actor;
  @OneOf(TOPICS, { optional: true, query: true }) topic?: Topic;
  @DayField({ optional: true, query: true, about: 'Not before this day.' }) from?: string;
  @DayField({ optional: true, query: true, about: 'Not after this day.' }) to?: string;
}
