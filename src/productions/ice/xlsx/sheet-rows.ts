import { formatDay } from '../../../law/calendar/day.js';
import { FileRefused } from '../file-refused.js';
import { serialMoment } from '../moment.js';
import { MAX_CELLS, newRow, type Row } from '../row.js';
import type { Archive } from './archive.js';
import type { Workbook } from './workbook.js';
import { readXml, type XmlHandlers } from './xml.js';

const MAX_ROW_NUMBER = 1_048_576;
const MAX_ROW_BYTES = 1 << 20;

/** The rows of one sheet in the order of the file, with dates written out as text. `onPause` as in `readXml`. */
export async function readSheetRows(
  archive: Archive, workbook: Workbook, part: string, onRow: (row: Row) => void, onPause: (characters: number) => Promise<void> | void,
): Promise<void> {
  await readXml(await archive.read(part), new SheetReader(workbook, onRow), onPause);
}

class SheetReader implements XmlHandlers {
  private readonly row: Row = newRow();
  private readonly cells: string[] = [];
  private number = 0;
  /** place of the cell at hand */
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private inValue = false;
  private inPhonetic = false;

  constructor(private readonly workbook: Workbook, private readonly onRow: (row: Row) => void) {
    this.row.bytes = Buffer.allocUnsafe(MAX_ROW_BYTES);
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'c') this.beginCell(attributes);
    else if (name === 'v' || name === 't') this.inValue = !this.inPhonetic;
    else if (name === 'row') this.beginRow(attributes.r);
    else if (name === 'rPh') this.inPhonetic = true;
  }

  text(piece: string): void {
    if (this.inValue) this.value += piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
    else if (name === 'rPh') this.inPhonetic = false;
  }

  private beginRow(reference: string | undefined): void {
    const number = reference === undefined ? this.number + 1 : Number(reference);
    if (!Number.isInteger(number) || number <= this.number || number > MAX_ROW_NUMBER) {
      throw new FileRefused(`The workbook is damaged: its rows are not in order after row ${this.number}.`);
    }
    this.number = number;
    this.column = -1;
    this.cells.length = 0;
  }

  private beginCell({ r, t, s }: Record<string, string>): void {
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    if (!(this.column >= 0 && this.column < MAX_CELLS)) {
      throw new FileRefused(`The workbook is damaged: row ${this.number} has a cell that is in no column.`);
    }
    this.type = t ?? 'n';
    this.style = Number(s ?? 0);
    this.value = '';
  }

  private endCell(): void {
    // Most cells of a sheet are empty and only styled.
    if (this.value === '') return;
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = this.shown();
  }

  /** The cell as text: what a person would read in it, as far as it matters here. */
  private shown(): string {
    if (this.type === 's') {
      const text = this.workbook.sharedStrings[Number(this.value)];
      if (text === undefined) throw new FileRefused(`The workbook is damaged: row ${this.number} refers to a text that is not there.`);
      return text;
    }
    if (this.type === 'b') return this.value === '1' ? 'TRUE' : 'FALSE';
    if (this.type === 'n' && this.workbook.isDateStyle[this.style]) {
      const moment = serialMoment(Number(this.value), this.workbook.date1904);
      if (moment !== null) return moment.seconds === null ? formatDay(moment.day) : `${formatDay(moment.day)} ${clockTime(moment.seconds)}`;
    }
    // Text (`str`, `inlineStr`), ISO dates (`d`), errors such as #N/A (`e`) and plain numbers, as they stand.
    return this.value;
  }

  private endRow(): void {
    const { row, cells } = this;
    let at = 0;
    row.broken = null;
    for (let i = 0; i < cells.length; i++) {
      const text = cells[i];
      if (at + text.length * 3 > MAX_ROW_BYTES) {
        throw new FileRefused(`Row ${this.number} holds more than ${MAX_ROW_BYTES / 1024 / 1024} MB of text: this is no table of rows.`);
      }
      row.starts[i] = at;
      at += row.bytes.write(text, at);
      row.ends[i] = at;
    }
    row.count = cells.length;
    row.number = this.number;
    this.onRow(row);
  }
}

/** `AK110` → 36; -1 if it names no column. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

export function clockTime(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}
