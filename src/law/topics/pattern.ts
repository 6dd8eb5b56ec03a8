import type { Word } from './text.js';
import { CLASSES } from './word-classes.js';

/**
 * A phrase as a lawyer writes it:
 *
 *     prosecute       that word; case and accents do not matter
 *     prosecut*       a word that begins so
 *     sign|signs      either
 *     @officer        a word of a class in word-classes.ts
 *     #               a number in digits
 *     ?a|the          may be there or not
 *     ..              up to three words between
 *     ...             up to eight words between
 *
 * It never reaches across the end of a sentence, and what stands between never holds `but`.
 */
export interface Pattern {
  source: string;
  parts: readonly Part[];
}

type Part =
  | { kind: 'word'; exact: ReadonlySet<string>; prefixes: readonly string[]; number: boolean; optional: boolean }
  | { kind: 'gap'; most: number };

const GAPS: Record<string, number> = { '..': 3, '...': 8 };

export function pattern(source: string): Pattern {
  const parts = source.trim().split(/\s+/).map(partOf);
  const [first, last] = [parts[0], parts.at(-1)!];
  if (first.kind !== 'word' || first.optional || last.kind !== 'word') throw new Error(`a phrase begins with a word that must be there, and ends with a word: ${source}`);
  return { source, parts };
}

function partOf(text: string): Part {
  const most = GAPS[text];
  if (most !== undefined) return { kind: 'gap', most };
  const optional = text.startsWith('?');
  const choices = (optional ? text.slice(1) : text).split('|').flatMap((choice) => (choice.startsWith('@') ? classNamed(choice.slice(1)) : [choice]));
  return {
    kind: 'word',
    optional,
    number: choices.includes('#'),
    exact: new Set(choices.filter((choice) => !choice.endsWith('*') && choice !== '#')),
    prefixes: choices.filter((choice) => choice.endsWith('*')).map((choice) => choice.slice(0, -1)),
  };
}

function classNamed(name: string): readonly string[] {
  const words = CLASSES.get(name);
  if (words === undefined) throw new Error(`there is no class of words @${name}`);
  return words;
}

/** Patterns by how they begin, so that most words of a narrative are asked nothing. */
export class PatternSet<T> {
  private readonly byWord = new Map<string, { pattern: Pattern; of: T }[]>();
  private readonly byPrefix = new Map<string, { prefix: string; pattern: Pattern; of: T }[]>();
  private readonly byNumber: { pattern: Pattern; of: T }[] = [];

  add(source: string, of: T): void {
    const compiled = pattern(source);
    const first = compiled.parts[0] as Extract<Part, { kind: 'word' }>;
    for (const word of first.exact) append(this.byWord, word, { pattern: compiled, of });
    for (const prefix of first.prefixes) append(this.byPrefix, prefix.slice(0, 2), { prefix, pattern: compiled, of });
    if (first.number) this.byNumber.push({ pattern: compiled, of });
  }

  /** Every pattern that begins at word `at`, with the index after its last word. */
  *matchesAt(words: readonly Word[], at: number): Generator<{ of: T; from: number; to: number }> {
    const { text } = words[at];
    for (const { pattern: { parts }, of } of this.byWord.get(text) ?? []) yield* found(words, parts, at, of);
    for (const { prefix, pattern: { parts }, of } of this.byPrefix.get(text.slice(0, 2)) ?? []) if (text.startsWith(prefix)) yield* found(words, parts, at, of);
    if (this.byNumber.length > 0 && isNumber(text)) for (const { pattern: { parts }, of } of this.byNumber) yield* found(words, parts, at, of);
  }
}

function* found<T>(words: readonly Word[], parts: readonly Part[], at: number, of: T) {
  const to = endOf(words, parts, 1, at + 1);
  if (to !== -1) yield { of, from: at, to };
}

/** The index after the last word of the shortest match of `parts` from `part` on, or -1. Gaps are short, so this is bounded. */
function endOf(words: readonly Word[], parts: readonly Part[], part: number, at: number): number {
  if (part === parts.length) return at;
  const wanted = parts[part];
  if (wanted.kind === 'word') {
    if (at < words.length && !endsSentenceBefore(words[at]) && fits(words[at].text, wanted)) {
      const to = endOf(words, parts, part + 1, at + 1);
      if (to !== -1) return to;
    }
    return wanted.optional ? endOf(words, parts, part + 1, at) : -1;
  }
  for (let skipped = 0; ; skipped++) {
    const to = endOf(words, parts, part + 1, at + skipped);
    if (to !== -1) return to;
    const next = words[at + skipped];
    if (skipped === wanted.most || next === undefined || endsSentenceBefore(next) || next.text === 'but') return -1;
  }
}

const endsSentenceBefore = ({ parted }: Word): boolean => parted === 'sentence' || parted === 'question';

function fits(text: string, { exact, prefixes, number }: Extract<Part, { kind: 'word' }>): boolean {
  return exact.has(text) || prefixes.some((prefix) => text.startsWith(prefix)) || (number && isNumber(text));
}

const isNumber = (text: string): boolean => /^\p{N}+$/u.test(text);

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
