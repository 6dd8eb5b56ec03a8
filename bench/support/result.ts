import { mkdirSync, writeFileSync } from 'node:fs';

export interface Result {
  name: string;
  /** what was measured, in the order in which it is read */
  figures: Record<string, number | string>;
  /** one number against its bar */
  ratio: number;
  bar: string;
  holds: boolean;
}

/** Prints a result and keeps it in bench/results, under the folder that the bench was started in. */
export function publish(result: Result): void {
  const width = Math.max(...Object.keys(result.figures).map((key) => key.length));
  console.log(`\n${result.name}`);
  for (const [key, value] of Object.entries(result.figures)) {
    console.log(`  ${key.padEnd(width)}  ${typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: 3 }) : value}`);
  }
  console.log(`  ratio ${result.ratio.toFixed(3)} (bar: ${result.bar}): ${result.holds ? 'holds' : 'DOES NOT HOLD'}`);
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(`bench/results/${result.name}.json`, `${JSON.stringify(result, null, 2)}\n`);
}

export const seconds = (from: number, to: number): number => (to - from) / 1000;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
