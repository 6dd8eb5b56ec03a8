import { IdField, InstantField, TextField, WholeNumber } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';
import { MAX_PEOPLE } from './ice-contacts.dto.js';

const CONTENT = { max: 65_536, about: 'What the screen holds, in whatever form the client keeps it; nothing of it is read here. It is kept sealed.' };
const PEOPLE = { list: { max: MAX_PEOPLE }, about: 'With whom the contact was, as far as somebody is named yet.' };

export class DraftToSaveDto {
  @IdField({ ...PEOPLE, optional: true }) detaineeIds?: string[];
  @TextField(CONTENT) content!: string;
}

/** As it stands in a list. */
export class ContactDraftSummaryDto {
  @IdField() id!: string;
  @WholeNumber({ min: 1, max: 2_000_000_000 }) version!: number;
  @IdField(PEOPLE) detaineeIds!: string[];
  @InstantField() createdAt!: Date;
  @InstantField({ about: 'A draft that is not saved again for thirty days is deleted.' }) savedAt!: Date;
}
export class ContactDraftDto extends ContactDraftSummaryDto {
  @TextField(CONTENT) content!: string;
}

export class ContactDraftsQuery extends PageQuery {}
