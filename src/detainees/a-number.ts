/**
 * The number by which the immigration agencies know a person: the letter A and seven, eight or nine digits, kept as
 * nine digits. Older numbers are shorter, and a spreadsheet drops leading zeros: both are filled up from the left.
 */
export type ANumberReading =
  | { kind: 'number'; value: string }
  /** The cell was blacked out before it was released: there is no number here, and nothing is wrong. */
  | { kind: 'redacted' }
  | { kind: 'refused'; problem: string };

const REDACTION = /^\(?\s*b\s*\)?\s*\(\s*\d+\s*\)|^(?:redacted|\(null\)|iids etl null)$/i;
const DIGITS = 9;
const FEWEST_DIGITS = 7;

export function readANumber(text: string): ANumberReading {
  const trimmed = text.trim();
  if (REDACTION.test(trimmed)) return { kind: 'redacted' };
  const body = trimmed.replace(/^[Aa]/, '').replace(/[\s\-‐-―.]/g, '');
  if (body === '') return refuse('has no digits');
  if (!/^[0-9]+$/.test(body)) return refuse('may hold only digits after the letter A');
  if (body.length > DIGITS) return refuse(`has ${body.length} digits, and an A-number has at most ${DIGITS}`);
  if (body.length < FEWEST_DIGITS) return refuse(`has ${body.length} digits, and an A-number has at least ${FEWEST_DIGITS}`);
  return { kind: 'number', value: body.padStart(DIGITS, '0') };
}

const refuse = (problem: string): ANumberReading => ({ kind: 'refused', problem });

/** As people write it: A123-456-789. */
export const showANumber = (value: string): string => `A${value.slice(0, 3)}-${value.slice(3, 6)}-${value.slice(6)}`;
