import type { Word } from './text.js';

/**
 * What a narrative denies. "He said nothing about release", "did not threaten", "never asked him to sign", "denies any
 * force", "prosecution? no": the words stand there, and nothing of it happened. "If you do not sign" denies nothing, and
 * nor does "prosecuted for not saying that he wants to go".
 */
export interface Denials {
  /** whether the word lies within what a denial governs */
  governs(at: number): boolean;
  /** whether a "not" or "no" stands directly before the words [from, to), or a "none" or "was not mentioned" after them */
  directly(from: number, to: number): 'before' | 'after' | null;
  /** whether a "not" stands a few words before, in the same clause: "nobody will be charged with a crime" */
  reassures(from: number): boolean;
  /** whether somebody declines to answer in the words [from, to) */
  declines(from: number, to: number): boolean;
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const NOT = set('not never nobody none neither nor nothing without no nadie nunca nada ni sin ninguno ningun tampoco');
const NO_ONE = set('nobody none neither nadie ninguno');
/** What one side does with words; denied, it was not done. */
const RAISING = set(`
  say said says saying mention mentions mentioned mentioning talk talked talks talking speak spoke speaks spoken speaking discuss discussed discusses discussing
  bring brought raise raised threaten threatened threatens threatening ask asked asks asking tell told tells telling warn warned pressure pressured comment commented
  touch touched refer referred hint hinted suggest suggested explain explained answer answered make made force forced come came yell yelled push pushed
  contact contacted approach approached hear heard urge urged
  dijo dijeron hablo hablaron menciono mencionaron amenazo amenazaron pidio pidieron pregunto preguntaron obligaron`);
const RAISED = set(`mention mentions talk threat threats discussion discussions reference references contact word words pressure conversation comment comments question questions
  force coercion promise promises information news update idea decision decisions statement statements signature use visit visits meeting meetings sign signing further attempt attempts issue issues`);
const ABOUT = set('about of regarding on re concerning said was came de sobre to');
const AFTER_DENY = set('any being having that all anyone anybody force pressure threats ever');
const DECLINING = set('refuse refused refuses decline declined declines unable unwilling');
const ANSWERING = set('discuss talk comment answer speak respond reply');
const ON_CONDITION = set('why if unless until for because when once since whether si after');
const WHAT_IT_WAS = set('what why which who');
const BETWEEN = set('be been being to a an the any have has had get got going ever yet even actually really his her him me them put placed sent their more under get did do was were will would can could may might shall should ever again se lo la le');
const ENDS = set('but however except instead although though yet otherwise pero still sino');
const JOINS = set('and then so when after before because while until y');
const CARRIED_OUT = set(`said says told tells threatened warned asked answered replied added mentioned insisted explained laughed promised announced wanted brought talked spoke
  took put pushed grabbed sent moved gave handed made showed hit held dragged kept pressed dijo dijeron`);
const NO_ANSWER = set('none no nope never negative nil na nothing zero nunca nada ninguna');
const AFTERWARDS = set('mentioned discussed raised brought come came addressed used said spoken talked made up involved');
const LISTENERS = set('lawyer lawyers attorney attorneys aclu counsel judge press court family wife reporter reporters');

export function denialsIn(words: readonly Word[]): Denials {
  const governed = new Uint8Array(words.length);
  const cues: number[] = [];
  for (let at = 0; at < words.length; at++) {
    const to = cueAt(words, at);
    if (to === null) continue;
    cues.push(at);
    // Scopes that overlap end alike, so that what is marked already is not marked again: the work stays linear.
    for (let i = at; i < words.length && (i < to || !endsScope(words, i)); i++) {
      if (i > to && governed[i] === 1) break;
      governed[i] = 1;
    }
  }
  return {
    governs: (at) => governed[at] === 1,
    directly: (from, to) => (deniedBefore(words, from) ? 'before' : deniedAfter(words, to) ? 'after' : null),
    reassures: (from) => reassuredBefore(words, from),
    declines: (from, to) => declinesWithin(words, cues, from, to),
  };
}

/** If a denial begins at the word: the index up to which it is its own cue. */
function cueAt(words: readonly Word[], at: number): number | null {
  const { text } = words[at];
  const next = within(words, at + 1);
  if (text === 'denies' || text === 'denied' || text === 'deny' || text === 'denying') return next && AFTER_DENY.has(next.text) ? at + 1 : null;
  if (DECLINING.has(text)) {
    const verb = within(words, at + 2);
    const answers = verb !== null && (ANSWERING.has(verb.text) || (/^(say|tell|share)$/.test(verb.text) && /^any/.test(within(words, at + 3)?.text ?? '')));
    return next?.text === 'to' && answers && words[at - 1]?.text !== 'client' && words[at - 1]?.text !== 'i' ? at + 2 : null;
  }
  if (!isNot(words, at) || conditional(words, at)) return null;
  if ((text === 'nothing' || text === 'nada' || text === 'no') && next && ABOUT.has(next.text) && !(text === 'no' && next.text === 'to')) return at + 1;
  const reach = NO_ONE.has(text) || next?.text === 'one' ? 9 : 4;
  for (let i = at + 1; i <= at + reach; i++) {
    const word = within(words, i);
    if (word === null || (i > at + 1 && (word.text === 'but' || word.text === 'if'))) return null;
    if (text !== 'not' && i <= at + 2 && RAISED.has(word.text)) return i;
    if (RAISING.has(word.text)) return toldNotTo(words, at, i) ? null : i;
  }
  return null;
}

/** "did not tell him what it says": it was raised all the same. "told him not to talk with his lawyer about it": an instruction. */
function toldNotTo(words: readonly Word[], not: number, verb: number): boolean {
  const next = [1, 2, 3].map((i) => within(words, verb + i)?.text ?? '');
  if (words[not].text === 'not' && words[not + 1].text === 'to') return true;
  return WHAT_IT_WAS.has(next[0]) || WHAT_IT_WAS.has(next[1]) || ((next[0] === 'to' || next[0] === 'with') && (LISTENERS.has(next[1]) || LISTENERS.has(next[2])));
}

function endsScope(words: readonly Word[], at: number): boolean {
  const { text, parted } = words[at];
  if (parted === 'sentence' || parted === 'question' || parted === 'clause') return true;
  if (ENDS.has(text)) return true;
  if (parted !== 'comma' && !JOINS.has(text)) return false;
  for (let i = at; i < at + 5; i++) {
    const word = i === at ? words[at] : within(words, i);
    if (word === null || isNot(words, i) || word.text === 'or') return false;
    if (CARRIED_OUT.has(word.text)) return true;
  }
  return false;
}

function deniedBefore(words: readonly Word[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) {
    if (words[at + 1].parted !== 'none') return false;
    if (isNot(words, at)) return !conditional(words, at);
    if (!BETWEEN.has(words[at].text)) return false;
  }
  return false;
}

const REACH_OF_NOT = 8;
const NOT_OVER = set('if unless until or because when stop stopped just only wait know care matter let');

function reassuredBefore(words: readonly Word[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - REACH_OF_NOT); at--) {
    if (words[at + 1].parted !== 'none' || ENDS.has(words[at].text) || JOINS.has(words[at].text) || NOT_OVER.has(words[at].text)) return false;
    if (isNot(words, at)) return !conditional(words, at);
  }
  return false;
}

function deniedAfter(words: readonly Word[], to: number): boolean {
  for (let at = to; at < Math.min(words.length, to + 8); at++) {
    const { text, parted } = words[at];
    if (parted === 'question') return NO_ANSWER.has(/^(a|answer|ans)$/.test(text) ? words[at + 1]?.text ?? '' : text);
    if (parted === 'sentence') return false;
    if (at === to && (parted === 'colon' || parted === 'clause' || text === 'none')) return NO_ANSWER.has(text);
    if (parted === 'clause' || parted === 'comma') return false;
    if ((text === 'not' || text === 'never') && [1, 2].some((i) => AFTERWARDS.has(within(words, at + i)?.text ?? '')) && at - to < 4) return true;
  }
  return false;
}

function declinesWithin(words: readonly Word[], cues: readonly number[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { text } = words[at];
    if (text === 'shrugged' || text === 'silent') return true;
    if ((text === 'walked' || text === 'turned') && words[at + 1]?.text === 'away') return true;
    if (text === 'ask' && /^(lawyer|attorney|counsel)$/.test(words[at + 2]?.text ?? '')) return true;
    if (text === 'not' && [1, 2].some((i) => /^(answer|reply|respond|know|allowed|comment|help|have|say)/.test(within(words, at + i)?.text ?? ''))) return true;
    if (text === 'no' && /^(answer|reply|response|comment|idea)/.test(words[at + 1]?.text ?? '')) return true;
  }
  return firstFrom(cues, from) < to;
}

/** The first cue at or after `from`, by halving: a text may hold a hundred thousand of them. */
function firstFrom(cues: readonly number[], from: number): number {
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle] < from) low = middle + 1;
    else high = middle;
  }
  return cues[low] ?? Infinity;
}

/** "no" that answers ("said no to the letter", "no, he said") denies nothing that follows. */
function isNot(words: readonly Word[], at: number): boolean {
  const { text } = words[at];
  if (!NOT.has(text)) return false;
  if (text !== 'no') return true;
  const next = within(words, at + 1);
  return next !== null && next.parted === 'none' && !/^(to|when|and|he|she|i|then|matter)$/.test(next.text);
}

/** "if you do not sign", "for not saying it", "not cooperating is a crime": what the person might do, and no denial. */
function conditional(words: readonly Word[], at: number): boolean {
  if (/^(cooperat|sign|comply|go|leav|agree|obey|help|listen)\w*ing$|^signing$/.test(words[at + 1]?.text ?? '')) return true;
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    if (words[i + 1].parted === 'sentence' || words[i + 1].parted === 'question') return false;
    if (ON_CONDITION.has(words[i].text)) return true;
  }
  return false;
}

/** The word, unless a sentence ends before it. */
const within = (words: readonly Word[], at: number): Word | null => {
  const word = words[at];
  return word === undefined || word.parted === 'sentence' || word.parted === 'question' ? null : word;
};
