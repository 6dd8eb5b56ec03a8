import { CLASSES } from './word-classes.js';
import type { Word } from './text.js';

/**
 * Whose words a narrative reports. What an officer, a jailer or a consul said counts (whom an order binds is decided
 * elsewhere); what counsel, family, another detainee or a client's own fear says does not.
 */
export type Speaker = 'government' | 'counsel' | 'bystander' | 'client' | 'client-asking' | 'client-fearing' | 'not-named';

export interface Attribution {
  at: number;
  speaker: Speaker;
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const SPEAKING = set(`say says said saying tell tells told telling ask asks asked asking warn warns warned threaten threatens threatened threatening explain explains explained
  mention mentions mentioned answer answers answered reply replied state states stated claim claims claimed advise advised advises inform informed promise promised insist insisted
  announce announced yelled shouted joked responded heard hears notified commented offered reminded talk talked spoke discussed discuss read reads saw learned inquired inquires went wrote keeps dijo dijeron confirmed`);
const ASKING = set('ask asks asked asking inquired inquires');
/** "I explained to him …": whoever writes the note. */
const ADVISING = set('explain explained advise advised advises inform informed reminded read');
const HEARING = set('heard hears read saw learned');
const FEARING = set(`afraid worried worries fears fear scared wonder wonders wondered hopes hope nervous anxious thinks thinking think believes believe dreads dreamed imagines assumes
  guesses understands`);
const PASSIVE = set('was were been being got is be am are has have get');
const OFFICERS = new Set([...CLASSES.get('officer')!, ...CLASSES.get('consul')!, 'nurse', 'judge', 'sgt', 'lady', 'man', 'woman', 'guy']);
const COUNSEL = new Set([...CLASSES.get('lawyer')!, 'we', 'paralegal', 'intern', 'advocate', 'clinic', 'aclu', 'student']);
const BYSTANDERS = set(`wife husband brother sister mother father cousin uncle aunt son daughter friend friends family relatives cellmate roommate bunkmate bunkie inmate inmates radio tv television internet facebook news
  newspaper neighbor neighbour pastor priest chaplain`);
const OTHER_DETAINEE = set('detainee detainees guys men people prisoner prisoners inmate inmates');
const NAMED = set('client ct detainee');
const PRONOUNS = set('he she they');
const TO_OFFICERS = new Set([...OFFICERS, 'them']);
const ARTICLES = set('the a an that this one');
const QUESTION_WORDS = set('how when why about where');
const REMINDERS = set('ask check verify remind todo');

/** "Client asked us whether …": a question to the own side. */
const OURS = new Set([...COUNSEL, 'us', 'our']);

const REACH = 6;

/** Every place where somebody begins to speak, in order. One look at each word and a few around it. */
export function attributionsIn(words: readonly Word[]): Attribution[] {
  const found: Attribution[] = [];
  for (let at = 0; at < words.length; at++) {
    const { text } = words[at];
    if (REMINDERS.has(text) && beginsSentence(words, at)) found.push({ at, speaker: 'counsel' });
    else if (FEARING.has(text)) found.push({ at, speaker: subjectBefore(words, at) === 'government' ? 'government' : 'client-fearing' });
    else if (SPEAKING.has(text) && !asksAfter(words, at)) found.push({ at, speaker: speakerOf(words, at) });
  }
  return found;
}

/** "what his lawyer says about it": asked after, and not spoken here. */
function asksAfter(words: readonly Word[], at: number): boolean {
  return words[at - 3]?.text === 'what' && COUNSEL.has(words[at - 1].text);
}

function speakerOf(words: readonly Word[], at: number): Speaker {
  if (PASSIVE.has(words[at - 1]?.text) && !/^(said|says|say|keeps)$/.test(words[at].text)) return byWhom(words, at) ?? 'government';
  if (HEARING.has(words[at].text) && [1, 2, 3, 4].some((i) => BYSTANDERS.has(near(words, at + i)?.text ?? ''))) return 'bystander';
  const subject = subjectBefore(words, at);
  if (subject === 'counsel' || subject === 'bystander') return subject;
  const asked = ASKING.has(words[at].text);
  if (subject === 'client') return asked ? 'client-asking' : ADVISING.has(words[at].text) ? 'counsel' : 'client';
  if (subject === 'government') return 'government';
  const toOfficers = isToOfficers(words, at);
  if (subject === 'named' || subject === 'pronoun') {
    if (asked && [1, 2].some((i) => OURS.has(near(words, at + i)?.text ?? ''))) return 'counsel';
    const asks = asked && (toOfficers || (QUESTION_WORDS.has(near(words, at + 1)?.text ?? '')) || subject === 'named');
    if (asks) return 'client-asking';
    if (toOfficers && /^(told|tells|said|says|explained|answered|replied)$/.test(words[at].text)) return 'client';
    return subject === 'pronoun' ? 'government' : 'not-named';
  }
  return 'not-named';
}

/** "told the officer", "asked ICE", "said to them"; not "said ICE will …". */
function isToOfficers(words: readonly Word[], at: number): boolean {
  const [first, second, third] = [1, 2, 3].map((i) => near(words, at + i)?.text ?? '');
  if (first === 'to') return TO_OFFICERS.has(second) || (ARTICLES.has(second) && TO_OFFICERS.has(third));
  if (!/^(told|tells|tell|ask|asks|asked|telling|asking)$/.test(words[at].text)) return false;
  return TO_OFFICERS.has(first) || (ARTICLES.has(first) && (TO_OFFICERS.has(second) || TO_OFFICERS.has(third)));
}

type Subject = 'government' | 'counsel' | 'bystander' | 'client' | 'named' | 'pronoun' | null;

/** The nearest noun or pronoun before a verb that can be its subject. */
function subjectBefore(words: readonly Word[], verb: number): Subject {
  for (let at = verb - 1; at >= Math.max(0, verb - REACH); at--) {
    const { parted } = words[at + 1];
    if (parted === 'sentence' || parted === 'question' || parted === 'clause' || (parted === 'comma' && at + 1 === verb && words[verb].text !== 'said')) return null;
    const subject = subjectOf(words, at);
    if (subject !== null) return subject;
  }
  return null;
}

function subjectOf(words: readonly Word[], at: number): Subject {
  const { text } = words[at];
  // In quotation marks "I" and "we" are whoever is quoted.
  if (words[at].quoted && (text === 'i' || text === 'we')) return null;
  if (text === 'i') return 'client';
  if (/^(another|other|fellow|two)$/.test(words[at - 1]?.text ?? '') && OTHER_DETAINEE.has(text)) return 'bystander';
  if (BYSTANDERS.has(text)) return 'bystander';
  if (COUNSEL.has(text)) return 'counsel';
  if (text === 'office' && words[at - 1]?.text === 'our') return 'counsel';
  if (OFFICERS.has(text)) return 'government';
  if (NAMED.has(text)) return 'named';
  return PRONOUNS.has(text) ? 'pronoun' : null;
}

/** "was told by his lawyer" */
function byWhom(words: readonly Word[], at: number): Speaker | null {
  for (let i = at + 1; i < at + 5; i++) {
    const word = near(words, i);
    if (word?.text !== 'by') continue;
    for (let j = i + 1; j < i + 4; j++) {
      const text = near(words, j)?.text ?? '';
      if (COUNSEL.has(text)) return 'counsel';
      if (BYSTANDERS.has(text)) return 'bystander';
    }
  }
  return null;
}

const beginsSentence = (words: readonly Word[], at: number): boolean => at === 0 || words[at].parted === 'sentence';
const near = (words: readonly Word[], at: number): Word | undefined => (words[at]?.parted === 'sentence' || words[at]?.parted === 'question' ? undefined : words[at]);
