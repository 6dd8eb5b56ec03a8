import { DayField, IdField, InstantField, Nested, OneOf, Shape, TextField, WholeNumber } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';
import { SourceAnswer } from '../detainees/fact-fields.js';
import { TIMELINE_KINDS } from './timeline-sources/index.js';
import { type Direction, DIRECTIONS } from './timeline.queries.js';

export class TimelineQuery extends PageQuery {
  @OneOf(TIMELINE_KINDS, { optional: true, query: true, list: { max: 50 }, about: 'Several with commas; all if not said.' }) kinds?: string[];
  @OneOf(DIRECTIONS, { optional: true, query: true, about: 'The newest first if not said.' }) direction: Direction = 'newest-first';
  @InstantField({ optional: true, query: true, about: 'Read it as it was known on this instant.' }) asKnownOn?: string;
}

export class TimelineEntryDto {
  @OneOf(TIMELINE_KINDS) kind!: string;
  @TextField({ max: 100, about: 'Which moment of it: began, ended, decided, happened, opened, …' }) what!: string;
  @DayField({ about: 'Where it happened; of what was recorded, the office\'s day.' }) on!: string;
  @InstantField({ nullable: true, about: 'Where the hour is known.' }) at!: string | null;
  @IdField() id!: string;
  @WholeNumber({ min: 1, max: 2_000_000_000 }) version!: number;
  @Shape({ type: 'object', additionalProperties: true, description: 'What it says in short. Nothing privileged: that is read where it stands.' }) values!: object;
  @Nested(() => SourceAnswer, { nullable: true, about: 'Null: it follows from facts and law.' }) source!: SourceAnswer | null;
  @InstantField() recordedAt!: string;
  @TextField({ max: 300, about: 'Where it is read whole.' }) link!: string;
}
