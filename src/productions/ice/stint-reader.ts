import { civil, type Day, formatDay, parseDay } from '../../law/calendar/day.js';
import type { StintEnd } from '../../law/facts.js';
import { ByteCache } from './byte-cache.js';
import { caseCategories } from './case-categories.js';
import type { Column } from './columns.js';
import { countryCode } from './countries.js';
import type { Header } from './header.js';
import { type Moment, readIsoMoment, readWrittenMoment, serialMoment } from './moment.js';
import { isRedaction } from './redactions.js';
import { cellText, type Row } from './row.js';
import type { Notes, Refused, ReleasedStint } from './stint.js';
import { FINAL_ORDER, GENDERS, orderKindOf, RELEASE_REASONS } from './vocabularies.js';

/** What a cell means: a value, nothing (blank or redacted), or a word that nobody knows. */
type Meaning<T> = { value: T | null } | 'unknown';

const NOTHING = { value: null };
const PERSON = /^[0-9a-f]{40}$/i;
const PERSON_DIGITS = 40;
const FACILITY = /^[A-Z0-9]{2,20}$/;
/** ICE's system holds stragglers from 1983; what lies before is an empty date of a spreadsheet. */
const EARLIEST = parseDay('1950-01-01');
const EARLIEST_BIRTH = parseDay('1880-01-01');

export interface StintReaderOptions {
  sheet: string | null;
  header: Header;
  today: Day;
  onRefused: (refused: Refused) => void;
  notes: Notes;
  /** in a workbook a date may be a bare number; which day is the first says the workbook */
  serials: { date1904: boolean } | null;
}

/** Reads rows under one header. A reason not to use a row or a value goes to `onRefused`. */
export class StintReader {
  private readonly places: Int32Array;

  constructor(private readonly options: StintReaderOptions) {
    this.places = Int32Array.from(ORDER, (column) => options.header.places.get(column) ?? -1);
  }

  /** The row's stint; null if it is not to be used. */
  read(row: Row): ReleasedStint | null {
    const { header, sheet, today, notes } = this.options;
    if (row.broken !== null) return this.refuseRow(row, null, `The row cannot be read: ${row.broken}.`);
    // Spreadsheets leave out empty cells at the end of a row; a text file does not.
    if (this.options.serials === null && row.count !== header.names.length) {
      return this.refuseRow(row, null, `The row has ${row.count} cells where the header has ${header.names.length}.`);
    }

    const person = this.person(row);
    if (person === 'unknown') return this.refuseRow(row, 'person', 'This is no identifier of 40 hexadecimal digits, so the row cannot be matched to a person.');
    if (person.value === null) return this.refuseRow(row, 'person', 'The row has no identifier, so it cannot be matched to a person.');

    const from = this.moment(row, AT.bookIn);
    if (from === null) return this.refuseRow(row, 'bookIn', 'The day of book-in is missing, so nothing can be counted from it.');
    if (from === 'unreadable') return this.refuseRow(row, 'bookIn', NO_DAY);
    if (from.day < EARLIEST) return this.refuseRow(row, 'bookIn', 'The book-in lies before 1950: this is an empty date, not a day.');
    if (from.day > today) return this.refuseRow(row, 'bookIn', `The book-in lies after ${formatDay(today)}, the day of the import.`);

    const bookOut = this.moment(row, AT.bookOut);
    if (bookOut === 'unreadable') return this.refuseRow(row, 'bookOut', NO_DAY);
    if (bookOut !== null && bookOut.day < from.day) return this.refuseRow(row, 'bookOut', 'The book-out lies before the book-in.');
    if (bookOut !== null && bookOut.day > today) return this.refuseRow(row, 'bookOut', `The book-out lies after ${formatDay(today)}, the day of the import.`);

    const stayIn = this.momentOrAside(row, 'stayIn');
    const stayOut = this.momentOrAside(row, 'stayOut');
    if (stayIn !== null && from.day < stayIn.day) notes.stintsBeforeTheirStay++;

    const reason = this.valueOrAside(row, 'releaseReason', reasons);
    let to = bookOut;
    let endedBy: StintEnd | null = bookOut === null ? null : reason ?? 'unknown';
    if (bookOut === null && reason !== null) {
      // The row says how the person left and not when. The end of the stay is the day, if it can be.
      if (reason !== 'transfer' && stayOut !== null && stayOut.day >= from.day && stayOut.day <= today) {
        to = stayOut;
        endedBy = reason;
        notes.endsTakenFromStay++;
      } else {
        this.setAside(row, 'releaseReason', 'There is a release reason but no book-out; the stint is kept as open.');
      }
    } else if (bookOut === null && stayOut !== null) {
      notes.openInEndedStays++;
    }

    const kind = this.valueOrAside(row, 'caseCategory', orderKinds);
    const finalOrder = this.valueOrAside(row, 'finalOrder', finalOrders);
    let finalOn = this.momentOrAside(row, 'finalOrderOn')?.day ?? null;
    let noFinalOrder = finalOrder === false;
    if (noFinalOrder && finalOn !== null) {
      this.setAside(row, 'finalOrderOn', 'There is a date of a final order, and the release says that there is none; neither is used.');
      finalOn = null;
      noFinalOrder = false;
    }
    const hasOrder = finalOrder === true || finalOn !== null;

    const birth = this.momentOrAside(row, 'birthDate', EARLIEST_BIRTH);
    let birthYear = this.valueOrAside(row, 'birthYear', birthYears);
    if (birth !== null && birthYear !== null && civil(birth.day).year !== birthYear) {
      this.setAside(row, 'birthYear', 'The year of birth is not the year of the date of birth; the date is kept.');
      birthYear = null;
    }

    return {
      sheet, row: row.number, person: person.value, stayOn: stayIn?.day ?? null,
      facility: this.valueOrAside(row, 'facility', facilities),
      fromOn: from.day, fromSeconds: from.seconds, toOn: to?.day ?? null, toSeconds: to?.seconds ?? null, endedBy,
      order: hasOrder ? { kind, finalOn } : null, noFinalOrder,
      citizenship: this.valueOrAside(row, 'citizenship', countries),
      birthOn: birth?.day ?? null, birthYear, gender: this.valueOrAside(row, 'gender', genders),
    };
  }

  /** The identifier, which is different in nearly every row and nearly always in order. */
  private person(row: Row): Meaning<string> {
    const cell = this.places[AT.person];
    if (cell >= row.count) return NOTHING;
    const start = row.starts[cell];
    const end = row.ends[cell];
    if (isHexadecimal(row.bytes, start, end)) return { value: row.bytes.toString('latin1', start, end) };
    const text = row.bytes.toString('utf8', start, end).trim();
    if (text === '' || isRedaction(text)) return NOTHING;
    return PERSON.test(text) ? { value: text.toLowerCase() } : 'unknown';
  }

  private meaning<T>(row: Row, at: number, cache: ByteCache<Meaning<T>>): Meaning<T> {
    const cell = this.places[at];
    if (cell === -1 || cell >= row.count) return NOTHING;
    const start = row.starts[cell];
    const end = row.ends[cell];
    return start === end ? NOTHING : cache.get(row.bytes, start, end);
  }

  private valueOrAside<T>(row: Row, column: Column, cache: ByteCache<Meaning<T>>): T | null {
    const meaning = this.meaning(row, AT[column], cache);
    if (meaning !== 'unknown') return meaning.value;
    this.setAside(row, column, 'No release has used this value before; it is left as not known.');
    return null;
  }

  private moment(row: Row, at: number): Moment | null | 'unreadable' {
    const cell = this.places[at];
    if (cell === -1 || cell >= row.count) return null;
    const start = row.starts[cell];
    const end = row.ends[cell];
    if (start === end) return null;
    const iso = readIsoMoment(row.bytes, start, end);
    if (iso !== null) return iso;

    const text = row.bytes.toString('utf8', start, end).trim();
    if (text === '' || isRedaction(text)) return null;
    if (this.options.serials !== null && /^\d+(?:\.\d+)?$/.test(text)) {
      return serialMoment(Number(text), this.options.serials.date1904) ?? 'unreadable';
    }
    return readWrittenMoment(text) ?? 'unreadable';
  }

  private momentOrAside(row: Row, column: Column, earliest: Day = EARLIEST): Moment | null {
    const moment = this.moment(row, AT[column]);
    if (moment === null) return null;
    if (moment !== 'unreadable' && moment.day >= earliest && moment.day <= this.options.today) return moment;
    this.setAside(row, column, moment === 'unreadable' ? NO_DAY : 'The day is not possible; it is left as not known.');
    return null;
  }

  private setAside(row: Row, column: Column, reason: string): void {
    this.refuse(row, column, reason, true);
  }

  private refuseRow(row: Row, column: Column | null, reason: string): null {
    this.refuse(row, column, reason, false);
    return null;
  }

  private refuse(row: Row, column: Column | null, reason: string, rowKept: boolean): void {
    const { header, sheet, onRefused } = this.options;
    const place = column === null ? undefined : header.places.get(column);
    onRefused({
      sheet, row: row.number, column: place === undefined ? null : header.names[place], reason, rowKept,
      cells: Object.fromEntries([...header.places.values()].map((cell) => [header.names[cell], cellText(row, cell)])),
    });
  }
}

/** 40 lower-case hexadecimal digits, as the releases write identifiers. */
function isHexadecimal(bytes: Buffer, start: number, end: number): boolean {
  if (end - start !== PERSON_DIGITS) return false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (!((byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66))) return false;
  }
  return true;
}

const NO_DAY = 'This is no day on the calendar.';

const ORDER = [
  'person', 'stayIn', 'bookIn', 'bookOut', 'stayOut', 'facility', 'releaseReason', 'gender', 'birthDate', 'birthYear',
  'citizenship', 'caseCategory', 'finalOrder', 'finalOrderOn',
] as const satisfies readonly Column[];
const AT = Object.fromEntries(ORDER.map((column, i) => [column, i])) as Record<Column, number>;

/** Each column's words with what they mean, remembered across rows, sheets and files. */
const words = <T>(meaningOf: (text: string) => T | null | undefined) =>
  new ByteCache<Meaning<T>>((raw) => {
    const text = raw.trim();
    if (text === '' || isRedaction(text)) return NOTHING;
    const value = meaningOf(text);
    return value === undefined ? 'unknown' : { value };
  });

function vocabulary<T>(meanings: Readonly<Record<string, T>>): ByteCache<Meaning<T>> {
  const byWord = new Map(Object.entries(meanings).map(([word, value]) => [word.toLowerCase(), value]));
  return words((text) => byWord.get(text.replace(/\s+/g, ' ').toLowerCase()));
}

const reasons = vocabulary(RELEASE_REASONS);
const genders = vocabulary(GENDERS);
const finalOrders = vocabulary(FINAL_ORDER);
const orderKinds = vocabulary(Object.fromEntries(caseCategories().map((category) => [category, orderKindOf(category)])));
const facilities = words((text) => (FACILITY.test(text.toUpperCase()) ? text.toUpperCase() : undefined));
const countries = words((text) => countryCode(text));
const birthYears = words((text) => {
  const year = /^(\d{4})(?:\.0+)?$/.exec(text)?.[1];
  return year !== undefined && Number(year) >= 1880 && Number(year) <= 2200 ? Number(year) : undefined;
});
