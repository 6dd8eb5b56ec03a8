import { DayField, IdField, InstantField, Nested, OneOf, TextField, WholeNumber } from '../common/fields.js';
import { SOURCE_KINDS, type NewSource, type Source } from './fact.js';

/** Fields that every fact has, whatever it says. */
export class NewSourceFields implements NewSource {
  @OneOf(SOURCE_KINDS) kind!: Source['kind'];
  @TextField({ max: 2000, optional: true, nullable: true, about: 'Which document and page, or who said so. Required unless it is a row.' })
  text?: string | null;
  @IdField({ optional: true, nullable: true, about: 'The government file of a row.' }) fileId?: string | null;
  @TextField({ max: 200, optional: true, nullable: true }) sheet?: string | null;
  @WholeNumber({ min: 1, max: 2_000_000_000, optional: true, nullable: true }) row?: number | null;
}

export class SourceAnswer implements Source {
  @OneOf(SOURCE_KINDS) kind!: Source['kind'];
  @TextField({ max: 2000, nullable: true }) text!: string | null;
  @IdField({ nullable: true }) fileId!: string | null;
  @TextField({ max: 200, nullable: true }) sheet!: string | null;
  @WholeNumber({ min: 1, max: 2_000_000_000, nullable: true }) row!: number | null;
}

export class WithSource {
  @Nested(() => NewSourceFields) source!: NewSourceFields;
}

export class WithReason {
  @TextField({ max: 2000, about: 'Why it changes: read beside the version that it replaces.' }) reason!: string;
}

export class CorrectionFields extends WithReason {
  @Nested(() => NewSourceFields, { optional: true, about: 'Left out: it still comes from where it came from.' }) source?: NewSourceFields;
}

export class FactAnswer {
  @IdField() id!: string;
  @IdField() detaineeId!: string;
  @WholeNumber({ min: 1, max: 2_000_000_000 }) version!: number;
  @Nested(() => SourceAnswer) source!: SourceAnswer;
  @IdField({ about: 'The user who recorded this version.' }) recordedBy!: string;
  @InstantField() recordedAt!: Date;
}

export class AsKnownOn {
  @InstantField({ optional: true, query: true, about: 'Read it as it was known on this instant.' }) asKnownOn?: string;
}

export class SpanFields {
  @DayField({ optional: true, nullable: true }) from?: string | null;
  @DayField({ optional: true, nullable: true, about: 'The day it ended; null while it lasts, or not known.' }) to?: string | null;
}
