import { CSV_BEGINS, csvLine } from '../common/csv.js';
import type { RefusedRow } from './productions.queries.js';

export const REFUSED_CSV_HEADER = CSV_BEGINS + csvLine(['sheet', 'row', 'set aside', 'column', 'reason', 'cells']);

export const refusedCsvLine = ({ sheet, row, what, column, reason, cells }: RefusedRow): string =>
  csvLine([sheet, row, what, column, reason, JSON.stringify(cells)]);
