import type { TestDatabase } from '../database.js';

/** A row that was written, changed or removed, and stayed so. */
export interface Touch {
  table: string;
  how: string;
}

/**
 * Tells which rows were written and kept. Each table gets a trigger that notes it in the same transaction: what is undone
 * was never noted, and no write by anybody goes past it, COPY included.
 */
export class Touched {
  private last = 0;

  private constructor(private readonly database: TestDatabase) {}

  static async watch(database: TestDatabase): Promise<Touched> {
    await database.query(`
      create schema watching;
      create unlogged table watching.touched (n bigserial primary key, table_name text not null, how text not null);
      create function watching.note() returns trigger language plpgsql security definer as $$
        begin insert into watching.touched (table_name, how) values (tg_table_name, tg_op); return null; end $$;
      do $$ declare watched text; begin
        for watched in select tablename from pg_tables where schemaname = 'public' loop
          execute format('create trigger zz_watched after insert or update or delete on public.%I for each row execute function watching.note()', watched);
          execute format('create trigger zz_emptied after truncate on public.%I for each statement execute function watching.note()', watched);
        end loop;
      end $$`);
    return new Touched(database);
  }

  /** Since the last time it was asked. */
  async since(): Promise<Touch[]> {
    const rows = await this.database.query<{ n: string; table: string; how: string }>('select n, table_name as table, how from watching.touched where n > $1 order by n', [this.last]);
    if (rows.length > 0) this.last = Number(rows.at(-1)!.n);
    return rows.map(({ table, how }) => ({ table, how }));
  }
}
