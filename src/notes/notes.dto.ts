import { IntersectionType } from '@nestjs/swagger';
import { IdField, OneOf, TextField } from '../common/fields.js';
import { type Handling, HANDLINGS } from '../common/handling.js';
import { CorrectionFields, FactAnswer, WithSource } from '../detainees/fact-fields.js';

const HANDLING = { about: 'Told in confidence, made for the case, or fit to be shown. Only what is shareable is ever exported.' };
const BODY = { max: 20_000, about: 'It is kept sealed.' };
const EVENT = { optional: true, nullable: true, about: 'The event that it is about; null: the person.' } as const;

export class NewNoteDto extends WithSource {
  @OneOf(HANDLINGS, HANDLING) handling!: Handling;
  @TextField(BODY) body!: string;
  @IdField(EVENT) eventId?: string | null;
}
export class CorrectedNoteDto extends CorrectionFields {
  @OneOf(HANDLINGS, { ...HANDLING, optional: true }) handling?: Handling;
  @TextField({ ...BODY, optional: true }) body?: string;
  @IdField(EVENT) eventId?: string | null;
}
class NoteFields {
  @OneOf(HANDLINGS, HANDLING) handling!: Handling;
  @TextField(BODY) body!: string;
  @IdField({ nullable: true }) eventId!: string | null;
}
export class NoteDto extends IntersectionType(FactAnswer, NoteFields) {}
