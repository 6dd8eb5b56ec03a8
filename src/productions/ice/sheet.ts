import type { Day } from '../../law/calendar/day.js';
import { FileRefused } from './file-refused.js';
import { type Header, HEADER_WITHIN_ROWS, headerIn } from './header.js';
import { rowTexts, type Row } from './row.js';
import { StintReader } from './stint-reader.js';
import type { Notes, Refused, ReleasedStint } from './stint.js';

export interface SheetOptions {
  name: string | null;
  serials: { date1904: boolean } | null;
  today: Day;
  notes: Notes;
  onStint: (stint: ReleasedStint) => void;
  onRefused: (refused: Refused) => void;
}

/** The rows of one sheet: what stands above the header, the header, and the data under it. */
export class Sheet {
  header: Header | null = null;
  rows = 0;
  lastRow = 0;
  lastRowUsed = true;
  private above = 0;
  private reader: StintReader | null = null;

  constructor(private readonly options: SheetOptions) {}

  onRow(row: Row): void {
    this.lastRow = row.number;
    if (this.reader === null) this.findHeader(row);
    else if (!isBlank(row)) this.onData(row, this.reader);
  }

  private findHeader(row: Row): void {
    if (this.above === HEADER_WITHIN_ROWS || row.broken !== null) return;
    this.above++;
    const { name, serials, today, notes, onRefused } = this.options;
    this.header = headerIn(rowTexts(row), name === null ? 'The file' : `Sheet “${name}”`);
    if (this.header !== null) this.reader = new StintReader({ sheet: name, header: this.header, serials, today, notes, onRefused });
  }

  private onData(row: Row, reader: StintReader): void {
    this.rows++;
    if (row.number > MAX_ROW_NUMBER) throw new FileRefused(`The file has more than ${MAX_ROW_NUMBER} rows: split it.`);
    const stint = reader.read(row);
    this.lastRowUsed = stint !== null;
    if (stint !== null) this.options.onStint(stint);
  }
}

/** Rows are kept in a 32-bit column. */
const MAX_ROW_NUMBER = 2_000_000_000;

function isBlank(row: Row): boolean {
  for (let cell = 0; cell < row.count; cell++) if (row.ends[cell] > row.starts[cell]) return false;
  return row.broken === null;
}
