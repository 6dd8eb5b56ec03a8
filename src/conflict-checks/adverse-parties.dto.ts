import { IntersectionType } from '@nestjs/swagger';
import { OneOf, PatternField, TextField } from '../common/fields.js';
import { CorrectionFields, FactAnswer, WithSource } from '../detainees/fact-fields.js';
import { type AdversePartyValues, PARTY_RELATIONS } from './adverse-party.facts.js';

const NAME = { max: 300, about: 'As the document has it, in any script.' };

class NoteField {
  @TextField({ max: 2_000, optional: true, nullable: true, about: 'It is kept sealed.' }) note?: string | null;
}

export class NewAdversePartyDto extends IntersectionType(NoteField, WithSource) {
  @OneOf(PARTY_RELATIONS) relation!: AdversePartyValues['relation'];
  @TextField(NAME) fullName!: string;
}
export class CorrectedAdversePartyDto extends IntersectionType(NoteField, CorrectionFields) {
  @OneOf(PARTY_RELATIONS, { optional: true }) relation?: AdversePartyValues['relation'];
  @TextField({ ...NAME, optional: true }) fullName?: string;
}
export class AdversePartyDto extends IntersectionType(FactAnswer, NoteField) {
  @OneOf(PARTY_RELATIONS) relation!: AdversePartyValues['relation'];
  @TextField(NAME) fullName!: string;
  @PatternField({ pattern: /^[A-Z][a-z]{3}$/, problem: 'must be a script (ISO 15924)' }) script!: string;
}
