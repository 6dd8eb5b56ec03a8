import { Flag, IdField, InstantField, Shape, TextField, WholeNumber } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';
import type { ImportSummary } from './summary.js';

const COUNT = { type: 'integer', minimum: 0 };
const counts = (...names: string[]) => ({ type: 'object', properties: Object.fromEntries(names.map((name) => [name, COUNT])) });

const SUMMARY = {
  type: 'object',
  required: ['rows', 'people', 'stays', 'stints', 'openStints', 'duplicates', 'refused', 'notes', 'changes'],
  properties: {
    rows: COUNT, people: COUNT, stays: COUNT, stints: COUNT, openStints: COUNT, duplicates: COUNT, refused: COUNT,
    notes: counts('endsTakenFromStay', 'openInEndedStays', 'stintsBeforeTheirStay'),
    changes: counts('peopleAdded', 'identitiesAdded', 'identitiesCorrected', 'stintsAdded', 'stintsCorrected', 'stintsUnchanged',
      'stintsOfTheOffice', 'ordersAdded', 'knownToHaveNoOrder', 'peopleChanged'),
  },
};

export class ProductionDto {
  @IdField() id!: string;
  @TextField({ max: 100 }) kind!: string;
  @TextField({ max: 300, about: 'The name of the file, as its facts give it for their source.' }) name!: string;
  @TextField({ max: 64 }) sha256!: string;
  @TextField({ max: 300, about: 'The layout of release that its header is most like.' }) layout!: string;
  @WholeNumber({ min: 1, max: Number.MAX_SAFE_INTEGER }) sizeBytes!: number;
  @IdField() importedBy!: string;
  @InstantField() importedAt!: string;
  @Shape(SUMMARY) summary!: ImportSummary;
}

export class ProductionUploadQuery {
  @Flag({ optional: true, query: true, about: 'Only say what the file holds; nothing is kept.' })
  dryRun?: boolean;
}

export class ProductionsQuery extends PageQuery {}

export const UPLOAD = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary', description: 'A detention release of ICE, .xlsx or .csv.' } } },
};

export const PREVIEW = {
  type: 'object',
  description: 'With `dryRun`: what the file holds.',
  properties: {
    layout: { type: 'string' }, rows: COUNT, people: COUNT, stays: COUNT, stints: COUNT, openStints: COUNT, duplicates: COUNT, refusedCount: COUNT,
    notes: SUMMARY.properties.notes,
    refused: { type: 'array', items: { type: 'object', properties: {
      sheet: { type: ['string', 'null'] }, row: { type: 'integer' }, column: { type: ['string', 'null'] }, reason: { type: 'string' }, rowKept: { type: 'boolean' } } } },
  },
};
