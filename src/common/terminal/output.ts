/** Where the command line writes. Answers go to standard output, everything else to standard error. */

const WIDTH_WITHOUT_TERMINAL = 110;
const NARROWEST = 60;

export const terminalWidth = (): number =>
  Math.max(NARROWEST, process.stdout.columns ?? (Number(process.env.COLUMNS) || WIDTH_WITHOUT_TERMINAL));

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** One document on one line: what a program reads. */
export const printJson = (value: unknown): void => print(JSON.stringify(value));

export const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};
