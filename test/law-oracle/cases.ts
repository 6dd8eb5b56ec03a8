import { readdirSync, readFileSync } from 'node:fs';
import type { FactsJson } from './facts.js';

/** A worked case: facts of one person, and the part of the answer that was worked out by hand from its source. */
export interface Case {
  file: string;
  case: string;
  source: string;
  facts: FactsJson;
  expect: {
    custody?: Record<string, unknown>;
    finality?: Record<string, unknown>;
    removalPeriod?: Record<string, unknown>;
    governing?: unknown;
    counts?: Record<string, Record<string, unknown>>;
    /** by `authority/clause` */
    findings?: Record<string, Record<string, unknown>>;
    nextChangeOn?: string | null;
  };
}

const FOLDER = 'data/cases';

export const CASES: readonly Case[] = readdirSync(FOLDER)
  .sort()
  .map((file) => ({ file, ...(JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Omit<Case, 'file'>) }));

/**
 * Where `actual` is not what a case expects. `{ "oneOf": […] }` stands where the source leaves more than one answer, and
 * null for what is not there: a clause that does not protect this person may be listed or not.
 */
export function differences(expected: unknown, actual: unknown, at: string): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [`${at}: expected ${JSON.stringify(expected)}, is ${JSON.stringify(actual)}`];
    return expected.flatMap((each: unknown, i) => differences(each, (actual as unknown[])[i], `${at}[${i}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    const { oneOf } = expected as { oneOf?: unknown[] };
    if (oneOf !== undefined) {
      return oneOf.some((each) => differences(each, actual, at).length === 0) ? [] : [`${at}: expected one of ${JSON.stringify(oneOf)}, is ${JSON.stringify(actual)}`];
    }
    if (typeof actual !== 'object' || actual === null) return [`${at}: expected ${JSON.stringify(expected)}, is ${JSON.stringify(actual)}`];
    return Object.entries(expected).flatMap(([key, each]) => differences(each, (actual as Record<string, unknown>)[key], `${at}.${key}`));
  }
  return expected === (actual ?? null) ? [] : [`${at}: expected ${JSON.stringify(expected)}, is ${JSON.stringify(actual)}`];
}
