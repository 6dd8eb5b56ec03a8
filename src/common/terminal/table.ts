import { longestPiece, printable, textWidth, wrap } from './text-width.js';

export interface Column<Row> {
  title: string;
  /** the cell; null is printed as a dash, so that what is not known is not mistaken for an empty text */
  of: (row: Row) => string | number | null;
  align?: 'left' | 'right';
  /** may be broken over several lines when the terminal is narrow, down to this many columns */
  narrowTo?: number;
}

const GAP = '  ';

/** Rows as a table no wider than `width`, where its columns can be narrowed that far. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], width: number): string {
  const cells = rows.map((row) => columns.map((column) => {
    const value = column.of(row);
    return value === null ? '–' : printable(String(value));
  }));
  const widths = fit(columns, cells, width);
  const lines = [
    ...record(columns.map(({ title }) => title), widths, columns),
    widths.map((each) => '─'.repeat(each)).join(GAP),
    ...cells.flatMap((row) => record(row, widths, columns)),
  ];
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** Natural widths; what is too much for the terminal is taken from the widest of the columns that may be narrowed. */
function fit<Row>(columns: readonly Column<Row>[], cells: readonly string[][], width: number): number[] {
  const widthsOf = (measure: (text: string) => number) =>
    columns.map(({ title }, i) => Math.max(measure(title), ...cells.map((row) => measure(row[i]))));
  const widths = widthsOf(textWidth);
  const longestPieces = widthsOf(longestPiece);
  const gaps = GAP.length * (columns.length - 1);

  // Words are cut only where keeping them whole is not enough.
  for (const keepWords of [true, false]) {
    const least = columns.map(({ narrowTo }, i) => (narrowTo === undefined ? widths[i] : Math.max(narrowTo, keepWords ? longestPieces[i] : 0)));
    for (let excess = gaps + widths.reduce((sum, each) => sum + each, 0) - width; excess > 0; excess--) {
      const room = widths.map((each, i) => (each > least[i] ? each : 0));
      const widest = room.indexOf(Math.max(...room));
      if (room[widest] === 0) break;
      widths[widest] -= 1;
    }
  }
  return widths;
}

function record<Row>(cells: readonly string[], widths: readonly number[], columns: readonly Column<Row>[]): string[] {
  const wrapped = cells.map((cell, i) => wrap(cell, widths[i]));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped.map((lines, i) => pad(lines[line] ?? '', widths[i], columns[i].align)).join(GAP));
}

function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'right' ? space + text : text + space;
}
