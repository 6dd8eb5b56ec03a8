import { IntersectionType } from '@nestjs/swagger';
import { IdField, Nested, OneOf, TextField, WholeNumber } from '../common/fields.js';
import { type Handling, HANDLINGS } from '../common/handling.js';
import { CorrectionFields, FactAnswer } from '../detainees/fact-fields.js';
import { ALLOWED_FILES, FILE_TYPES, type MediaType } from './file-types.js';

const TITLE = { max: 300, about: 'What it is called here; the name of the file if not said.' };
const HANDLING = { about: 'Told in confidence, made for the case, or fit to be shown. Only what is shareable is ever exported.' };
const EVENT = { optional: true, nullable: true, about: 'The event that it belongs to; null: the person.' } as const;

/** The fields of the form, beside its file. */
export class DocumentFormDto {
  @OneOf(HANDLINGS, HANDLING) handling!: Handling;
  @TextField({ ...TITLE, optional: true }) title?: string;
  @IdField({ ...EVENT, nullable: false }) eventId?: string;
  @TextField({ max: 2000, optional: true, about: 'Where the office has it from.' }) source?: string;
}

export class CorrectedDocumentDto extends CorrectionFields {
  @OneOf(HANDLINGS, { ...HANDLING, optional: true }) handling?: Handling;
  @TextField({ ...TITLE, optional: true }) title?: string;
  @IdField(EVENT) eventId?: string | null;
}

class DocumentFields {
  @TextField(TITLE) title!: string;
  @OneOf(HANDLINGS, HANDLING) handling!: Handling;
  @IdField({ nullable: true }) eventId!: string | null;
  @TextField({ max: 200, about: 'As it was called where it came from.' }) fileName!: string;
  @OneOf(Object.keys(FILE_TYPES) as MediaType[], { about: 'By its content.' }) mediaType!: MediaType;
  @WholeNumber({ min: 1, max: Number.MAX_SAFE_INTEGER }) sizeBytes!: number;
  @TextField({ min: 64, max: 64, about: 'SHA-256 of the file as it was sent, in hexadecimal.' }) sha256!: string;
  @IdField() contentId!: string;
}
export class DocumentDto extends IntersectionType(FactAnswer, DocumentFields) {}
export class DocumentListDto {
  @Nested(() => DocumentDto, { list: { max: 10_000 } }) items!: DocumentDto[];
}

export const UPLOAD = {
  schema: {
    type: 'object',
    required: ['file', 'handling'],
    properties: {
      file: { type: 'string', format: 'binary', description: `One of ${ALLOWED_FILES.join(', ')}, told from its content.` },
      handling: { type: 'string', enum: [...HANDLINGS], description: HANDLING.about },
      title: { type: 'string', minLength: 1, maxLength: 300, description: TITLE.about },
      eventId: { type: 'string', format: 'uuid', description: EVENT.about },
      source: { type: 'string', minLength: 1, maxLength: 2000, description: 'Where the office has it from.' },
    },
  },
};
