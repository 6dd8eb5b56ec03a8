import type { Topic } from '../facts.js';
import { TOPIC_RULES } from './index.js';
import { PatternSet } from './pattern.js';
import { Reading, type Span } from './reading.js';
import type { TopicRule } from './topic.js';
import { CLASSES } from './word-classes.js';

export interface Suggestion {
  topic: Topic;
  /** UTF-16 units into the narrative; `end` is exclusive */
  start: number;
  end: number;
  /** the words that made it think so: the narrative from `start` to `end` */
  phrase: string;
}

/**
 * The topics that a narrative of a contact shows, with the words that show them, in the order in which they stand. It suggests; a person
 * decides. Any string is allowed; time grows with its length and no faster.
 */
export function suggestTopics(narrative: string): Suggestion[] {
  const reading = new Reading(narrative);
  const shown = spansShown(reading);
  for (const [rule, spans] of shown) {
    if (rule.givesWayTo !== null) shown.set(rule, withoutPapersOf(shown.get(ruleOf(rule.givesWayTo))!, spans, reading));
  }
  const { words } = reading;
  const suggestions = [...shown].flatMap(([{ topic }, spans]) => apart(spans).map(({ from, to }) => {
    const [start, end] = [words[from].start, words[to - 1].end];
    return { topic, start, end, phrase: narrative.slice(start, end) };
  }));
  return suggestions.sort((a, b) => a.start - b.start || ORDER.get(a.topic)! - ORDER.get(b.topic)!);
}

const ORDER: ReadonlyMap<Topic, number> = new Map(TOPIC_RULES.map(({ topic }, at) => [topic, at]));
const ruleOf = (topic: Topic): TopicRule => TOPIC_RULES[ORDER.get(topic)!];

const PHRASES = new PatternSet<TopicRule>();
const OTHERWISE = new PatternSet<TopicRule>();
for (const rule of TOPIC_RULES) {
  for (const phrase of rule.phrases) PHRASES.add(phrase, rule);
  for (const phrase of rule.otherwise) OTHERWISE.add(phrase, rule);
}

/** Where each topic shows: its phrases that are nothing else, that are not denied, and that the other side spoke or did. */
function spansShown(reading: Reading): Map<TopicRule, Span[]> {
  const shown = new Map<TopicRule, Span[]>();
  for (const [rule, spans] of spansOf(PHRASES, reading)) {
    shown.set(rule, spans.filter((span) => reading.shows(rule, span)));
  }
  const otherwise = spansOf(OTHERWISE, reading);
  for (const [rule, spans] of shown) {
    const elsewhere = new Uint8Array(reading.words.length);
    for (const { from, to } of otherwise.get(rule)!) elsewhere.fill(1, from, to);
    shown.set(rule, spans.filter(({ from, to }) => !elsewhere.subarray(from, to).includes(1)));
  }
  return shown;
}

function spansOf(patterns: PatternSet<TopicRule>, { words }: Reading): Map<TopicRule, Span[]> {
  const found = new Map<TopicRule, Span[]>(TOPIC_RULES.map((rule) => [rule, []]));
  for (let at = 0; at < words.length; at++) {
    for (const { of, from, to } of patterns.matchesAt(words, at)) found.get(of)!.push({ from, to });
  }
  return found;
}

/** Papers that are no application for a travel document. */
const OTHER_PAPERS = new Set([...CLASSES.get('paper')!, 'deportation', 'departure', 'removal', 'order', 'voluntary', 'something', 'document', 'documents', 'doc']);

/** Of `spans` those that speak of another paper than `papers` do: in the same sentence, or in the one before where none other is named. */
function withoutPapersOf(papers: readonly Span[], spans: readonly Span[], reading: Reading): Span[] {
  if (papers.length === 0) return [...spans];
  const within = new Uint8Array(reading.words.length);
  const sentences = new Set<number>();
  for (const { from, to } of papers) {
    within.fill(1, from, to);
    sentences.add(reading.sentenceOf(from));
  }
  const namesAnother = new Map<number, boolean>();
  const another = (sentence: number): boolean => {
    const known = namesAnother.get(sentence);
    if (known !== undefined) return known;
    const { from, to } = reading.sentence(sentence);
    let named = false;
    for (let at = from; at < to && !named; at++) named = within[at] === 0 && OTHER_PAPERS.has(reading.words[at].text);
    namesAnother.set(sentence, named);
    return named;
  };
  return spans.filter(({ from }) => {
    const sentence = reading.sentenceOf(from);
    if (another(sentence)) return true;
    return !sentences.has(sentence) && !(sentences.has(sentence - 1) && !another(sentence - 1));
  });
}

/** Spans of which no two overlap: the one that begins first, and of those the longest. */
function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (kept.length === 0 || span.from >= kept.at(-1)!.to) kept.push(span);
  }
  return kept;
}
