import { contradiction } from '../common/problem.js';
import { commonPasswords } from './common-passwords.js';

/** What an attacker who aims at this person or this office would try. */
export interface Whose {
  email: string;
  name: string;
}

const OF_THE_OFFICE = ['vigil', 'detention', 'immigration'];
/** A word of the context shorter than this stands in too many good passwords. */
const SHORTEST_WORD = 4;
/** What must be left of a password once the words that anybody could name are taken out. */
const LEFT_AT_LEAST = 8;
const DISTINCT_AT_LEAST = 5;

/**
 * Length is checked with the request. This refuses what is guessed first: a common password, also in another case, with
 * digits and signs around it, in leetspeak or several times over; a row of the keyboard or the alphabet; and the
 * person's own name or address.
 */
export async function requireGoodPassword(password: string, whose: Whose, path = 'password'): Promise<void> {
  const problem = faultOf(password, whose, await commonPasswords());
  if (problem !== null) throw contradiction({ path, problem });
}

export function faultOf(password: string, whose: Whose, common: ReadonlySet<string>): string | null {
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < DISTINCT_AT_LEAST || isSequence(plain)) return 'is a repetition or a sequence, which is guessed first; take several words that do not belong together';
  if (cores(plain).some((core) => common.has(core) || common.has(unitOf(core)))) return 'is one of the common passwords, or made from one; take several words that do not belong together';
  if (without(plain, wordsOf(whose)).length < LEFT_AT_LEAST) return 'is made of your own name or address, or of the office’s words';
  return null;
}

const LEET: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i', '|': 'l' };

/** The password as it stands, without what is put between and around, and each of them read as leetspeak. */
function cores(plain: string): string[] {
  const joined = plain.replace(/[\s\p{P}\p{S}]+/gu, '');
  const trimmed = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const unleet = (text: string): string => text.replace(/[013457@$!|]/g, (sign) => LEET[sign] ?? sign);
  const written = [plain, joined, trimmed(plain), trimmed(joined)];
  return [...new Set([...written, ...written.map(unleet), trimmed(unleet(trimmed(plain)))])].filter((core) => core.length >= SHORTEST_WORD);
}

/** The shortest piece that gives the text when it is repeated: `passwordpassword` is `password`. */
function unitOf(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1);
  return text.slice(0, at);
}

/** Nearly each character the one before, or its neighbour: `abcdefghijkl`, `987654321098`, `aaaaaaaabbbb`. */
function isSequence(plain: string): boolean {
  const codes = [...plain].map((letter) => letter.codePointAt(0)!);
  const small = codes.slice(1).filter((code, i) => Math.abs(code - codes[i]) <= 1);
  return small.length >= (codes.length - 1) * 0.75;
}

function wordsOf({ email, name }: Whose): string[] {
  const words = [...email.split('@')[0].split(/[^\p{L}\p{N}]+/u), email.split('@')[1]?.split('.')[0] ?? '', ...name.split(/[^\p{L}\p{N}]+/u), ...OF_THE_OFFICE];
  return words.map((word) => word.normalize('NFKC').toLowerCase()).filter((word) => word.length >= SHORTEST_WORD).sort((a, b) => b.length - a.length);
}

const without = (plain: string, words: readonly string[]): string =>
  words.reduce((left, word) => left.replaceAll(word, ''), plain).replace(/[\s\p{P}\p{S}]+/gu, '');
