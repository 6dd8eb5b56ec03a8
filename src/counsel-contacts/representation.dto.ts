import { IntersectionType } from '@nestjs/swagger';
import { IdField, OneOf, TextField } from '../common/fields.js';
import { CorrectionFields, FactAnswer, SpanFields, WithSource } from '../detainees/fact-fields.js';
import { REPRESENTATIONS, type RepresentationValues } from './representation.facts.js';

const GIVEN = { optional: true, nullable: true } as const;
const SEALED = 'It is kept sealed.';
const KIND = { about: 'G-28: before DHS. EOIR-28: before the immigration court or the Board.' };

class RepresentationFields extends SpanFields {
  @IdField({ ...GIVEN, about: 'Who of this office it is.' }) userId?: string | null;
  @TextField({ ...GIVEN, max: 300, about: `Who of another office it is. ${SEALED}` }) counsel?: string | null;
  @TextField({ ...GIVEN, max: 300, about: `Of which firm. ${SEALED}` }) firm?: string | null;
  @TextField({ ...GIVEN, max: 2_000, about: `For what, where not for everything. ${SEALED}` }) scope?: string | null;
  @TextField({ ...GIVEN, max: 300, about: `Before which court or agency. ${SEALED}` }) court?: string | null;
  @IdField({ ...GIVEN, about: 'The form or the order, among the documents of the person.' }) documentId?: string | null;
}

export class NewRepresentationDto extends IntersectionType(RepresentationFields, WithSource) {
  @OneOf(REPRESENTATIONS, KIND) kind!: RepresentationValues['kind'];
}
export class CorrectedRepresentationDto extends IntersectionType(RepresentationFields, CorrectionFields) {
  @OneOf(REPRESENTATIONS, { ...KIND, optional: true }) kind?: RepresentationValues['kind'];
}
export class RepresentationDto extends IntersectionType(FactAnswer, RepresentationFields) {
  @OneOf(REPRESENTATIONS, KIND) kind!: RepresentationValues['kind'];
}
