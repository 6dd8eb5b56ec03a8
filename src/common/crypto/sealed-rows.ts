import { Injectable } from '@nestjs/common';
import type { Tx } from '../database.js';
import { PersonKeys } from './person-keys.js';
import { isSealed } from './sealed.js';
import { sealedTable } from './sealed-columns.js';

type Row = Readonly<Record<string, unknown>>;

/** Whole rows of a table with sealed columns, sealed on their way in and opened on their way out. */
@Injectable()
export class SealedRows {
  constructor(private readonly keys: PersonKeys) {}

  /** The sealed columns of a row that is about to be written, which must have all that tells it apart. */
  async seal(tx: Tx, table: string, row: Row): Promise<Row> {
    const { columns, rowOf, person, purpose } = sealedTable(table);
    const values = columns.filter(({ name, only }) => typeof row[name] === 'string' && (only?.holds(row) ?? true))
      .map(({ name }) => ({ name, text: row[name] as string }));
    const sealed = await this.keys.encryptAll(tx, values.map(({ name, text }) => ({
      personId: row[person] as string, place: { table, column: name, row: rowOf(row) }, text,
    })), purpose);
    return Object.fromEntries(values.map(({ name }, at) => [name, sealed[at]]));
  }

  /** The rows as they were before they were sealed. */
  async open<T extends Row>(table: string, rows: readonly T[]): Promise<T[]> {
    const { columns, rowOf, person } = sealedTable(table);
    const values = rows.flatMap((row, at) => columns
      .filter(({ name }) => typeof row[name] === 'string' && isSealed(row[name]))
      .map(({ name }) => ({ at, name, personId: row[person] as string, place: { table, column: name, row: rowOf(row) }, sealed: row[name] as string })));
    const texts = await this.keys.decryptAll(values);
    const opened: T[] = [...rows];
    values.forEach(({ at, name }, i) => { opened[at] = { ...opened[at], [name]: texts[i] }; });
    return opened;
  }
}
