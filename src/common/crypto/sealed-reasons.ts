import { Injectable } from '@nestjs/common';
import type { Tx } from '../database.js';
import { PersonKeys } from './person-keys.js';
import { isSealed } from './sealed.js';

/** A row about one person with reasons in it; about nobody where it is about a class. */
interface Reasoned {
  id: string;
  detaineeId: string | null;
}

/**
 * Reasons that people give once: why a wall stands, why glass was broken, why nothing is deleted. They may say what the
 * file says, so they are sealed under the person's key, and under that of the log: whoever gives one need not see the
 * person. Who reads it must: to anybody else it is null.
 */
@Injectable()
export class SealedReasons {
  constructor(private readonly keys: PersonKeys) {}

  /** For the row of that id, which is therefore chosen before it is written. */
  seal(tx: Tx, table: string, column: string, { id, detaineeId }: { id: string; detaineeId: string }, reason: string): Promise<string> {
    return this.keys.encryptForGood(tx, { personId: detaineeId, place: { table, column, row: id }, text: reason });
  }

  /** `columns`: under which name the rows have what stands in which column. */
  async open<T extends Reasoned>(table: string, columns: Readonly<Partial<Record<keyof T, string>>>, rows: readonly T[]): Promise<T[]> {
    const sealed = rows.flatMap(({ detaineeId, ...row }, at) => Object.entries(columns).flatMap(([name, column]) => {
      const value = (row as Readonly<Record<string, unknown>>)[name];
      if (detaineeId === null || typeof value !== 'string' || !isSealed(value)) return [];
      return [{ at, name, personId: detaineeId, place: { table, column: column as string, row: row.id }, sealed: value }];
    }));
    const readings = await this.keys.readAll(sealed);
    const opened: T[] = [...rows];
    sealed.forEach(({ at, name }, i) => { opened[at] = { ...opened[at], [name]: readings[i].text }; });
    return opened;
  }
}
