import { respelled } from './spelling.js';

/** A word of a narrative as the rules read it: lower case, no accents, shorthand written out. */
export interface Word {
  text: string;
  /** UTF-16 units into the narrative; the words that one shorthand stands for share them */
  start: number;
  end: number;
  /** what parts it from the word before */
  parted: Break;
  /** inside quotation marks */
  quoted: boolean;
}

/** `sentence`: no phrase and no denial reaches across. `clause`: a semicolon, colon or dash. */
export type Break = 'none' | 'comma' | 'colon' | 'clause' | 'question' | 'sentence';

/** What offices write for short. Two words for one: the phrases are written in full. Those in capitals mean it only in capitals. */
const SHORTHAND: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  gonna: 'going to', wanna: 'want to', u: 'you', ur: 'you are', youre: 'you are', youll: 'you will', hes: 'he is', theyre: 'they are', theyll: 'they will', im: 'i am',
  its: 'it is', theres: 'there is', ct: 'client', cl: 'client', clt: 'client', ofc: 'officer', ofcr: 'officer', ofcrs: 'officers', ofcs: 'officers', bc: 'because',
  cuz: 'because', abt: 'about', immig: 'immigration', imm: 'immigration', stmt: 'statement', doc: 'document', docs: 'documents', atty: 'attorney', attys: 'attorneys',
  usao: 'us attorney', fed: 'federal', yrs: 'years', yr: 'year', mos: 'months', mo: 'month', w: 'with', rpts: 'reports', rpt: 'report', sgt: 'sergeant', lt: 'lieutenant',
  convo: 'conversation', govt: 'government', gov: 'government', pp: 'passport', interp: 'interpreter', sig: 'signature', info: 'information',
  singn: 'sign', sgin: 'sign', siad: 'said', agnt: 'agent', agnet: 'agent', hte: 'the', cannot: 'can not', cant: 'can not', couldnt: 'could not', wont: 'will not', wouldnt: 'would not', dont: 'do not', doesnt: 'does not', dosent: 'does not', didnt: 'did not',
  wasnt: 'was not', werent: 'were not', isnt: 'is not', arent: 'are not', hasnt: 'has not', havent: 'have not', hadnt: 'had not', shouldnt: 'should not', wdnt: 'would not',
  neednt: 'need not', aint: 'is not', noone: 'no one',
}).map(([short, words]) => [short, words.split(' ')]));
const CAPITALS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  DO: 'officer', CO: 'guard', COs: 'guards', TD: 'travel document', TDs: 'travel documents', IJ: 'immigration judge', OSUP: 'supervision', SHU: 'segregation', VD: 'voluntary departure',
  US: 'us',
}).map(([short, words]) => [short, words.split(' ')]));
const CONTRACTIONS: Record<string, string> = { ll: 'will', d: 'would', re: 'are', ve: 'have', m: 'am', s: 's' };

/** A full stop after these ends no sentence. */
const ABBREVIATIONS = new Set(['mr', 'mrs', 'ms', 'dr', 'sgt', 'lt', 'cpt', 'capt', 'det', 'ofc', 'ofcr', 'st', 'no', 'vs', 'v', 'approx', 'jr', 'sr', 'am', 'pm', 'interp', 'atty', 'dept', 'eg', 'ie', 'ext']);

/** A word may have apostrophes inside; D.O. and U.S. are one. Linear: no part of it can match the same letters in two ways. */
const PIECE = /(?<initials>(?:\p{L}\.){2,5}(?!\p{L}))|(?<word>[\p{L}\p{M}]+(?:['’ʼ`][\p{L}\p{M}]+)*)|(?<number>\p{N}+)|(?<mark>[.,;:?!"“”«»\n—–()-])/gu;

/** The words of a narrative with where they stand. Time and memory grow with its length and no faster. */
export function wordsOf(narrative: string): Word[] {
  const words: Word[] = [];
  let parted: Break = 'sentence';
  let quoted = false;
  let end = 0;
  const push = (text: string, start: number, to: number) => {
    words.push({ text, start, end: to, parted, quoted });
    parted = 'none';
  };
  for (const piece of narrative.matchAll(PIECE)) {
    const start = piece.index;
    const { initials, word, number, mark } = piece.groups!;
    if (mark !== undefined) {
      if (mark === '"' || mark === '“' || mark === '”' || mark === '«' || mark === '»') {
        quoted = mark === '“' || mark === '«' || (mark === '"' && !quoted);
        if (parted === 'none') parted = 'comma';
      } else {
        parted = stronger(parted, breakOf(mark, narrative, start, words.at(-1), end));
      }
      end = start + 1;
      continue;
    }
    end = start + piece[0].length;
    if (initials !== undefined) {
      const letters = initials.replaceAll('.', '').toUpperCase();
      for (const text of CAPITALS.get(letters) ?? [letters.toLowerCase()]) push(text, start, end);
    } else if (number !== undefined) {
      push(number, start, end);
    } else {
      for (const text of readings(word)) push(text, start, end);
    }
  }
  return words;
}

function readings(word: string): readonly string[] {
  const capitals = CAPITALS.get(word);
  if (capitals !== undefined) return capitals;
  const plain = plainOf(word);
  const at = plain.lastIndexOf("'");
  if (at === -1) return SHORTHAND.get(plain) ?? [respelled(plain)];
  const joined = plain.replaceAll("'", '');
  const tail = plain.slice(at + 1);
  if (tail === 't') return SHORTHAND.get(joined) ?? [joined];
  const meaning = CONTRACTIONS[tail];
  return meaning === undefined ? [joined] : [...readings(plain.slice(0, at)), meaning];
}

const plainOf = (word: string): string =>
  word.toLowerCase().replace(/[’ʼ`]/g, "'").normalize('NFD').replace(/\p{M}/gu, '');

const STRENGTH: readonly Break[] = ['none', 'comma', 'colon', 'clause', 'question', 'sentence'];
const stronger = (a: Break, b: Break): Break => (STRENGTH.indexOf(b) > STRENGTH.indexOf(a) ? b : a);

function breakOf(mark: string, narrative: string, at: number, before: Word | undefined, end: number): Break {
  switch (mark) {
    case '?': return 'question';
    case '!': case '\n': return 'sentence';
    case '.': return endsSentence(narrative, at, before) ? 'sentence' : 'none';
    case ';': case '—': case '–': return 'clause';
    case ':': return 'colon';
    case '-': return narrative[at - 1] === ' ' && end !== at ? 'clause' : 'none';
    default: return 'comma';
  }
}

function endsSentence(narrative: string, at: number, before: Word | undefined): boolean {
  const next = narrative[at + 1];
  if (next !== undefined && !/[\s"”'’)»]/.test(next)) return false;
  const abbreviated = before?.end === at && ABBREVIATIONS.has(narrative.slice(before.start, at).toLowerCase());
  return !abbreviated;
}
