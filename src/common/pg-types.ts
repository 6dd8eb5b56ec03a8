import pg from 'pg';

/**
 * How PostgreSQL's values arrive, set once for the process.
 *
 * `pg` turns a `date` into a Date at local midnight, which is another day west of where it was written: days stay
 * the text they are. Whole numbers beyond what JavaScript can hold are refused instead of rounded.
 */
export function setPgTypeParsers(): void {
  const { builtins } = pg.types;
  const textArray = pg.types.getTypeParser(1009 as typeof builtins.TEXT) as (text: string) => string[];
  pg.types.setTypeParser(builtins.DATE, (text) => text);
  pg.types.setTypeParser(1182 as typeof builtins.DATE, textArray);
  pg.types.setTypeParser(builtins.TIME, (text) => text);
  pg.types.setTypeParser(builtins.INT8, (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError('a whole number from the database is too large to be exact');
    return value;
  });
}
