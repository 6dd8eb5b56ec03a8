import type { Topic } from '../facts.js';

/** One topic: what it is, why it matters, and the words by which a narrative shows it. */
export interface TopicRule {
  topic: Topic;
  /** what counts as it, in a sentence */
  means: string;
  /** the clauses that make it matter; `hamama-coercion-order` unless another authority is named */
  matters: readonly { clause: string; citation: string }[];
  /** words that show it, in the language of pattern.ts */
  phrases: readonly string[];
  /** words that look the same and are something else: a phrase that overlaps one of them does not count */
  otherwise: readonly string[];
  /**
   * What a "not" directly before the phrase means inside reported speech. `talk`: the topic was talked of all the same ("he said that I will not be
   * deported"). `reassurance`: it was taken back ("he said that nobody will be prosecuted").
   */
  negated: 'talk' | 'reassurance';
  /** an act, done or announced: it counts whoever tells of it */
  act: boolean;
  /** this topic gives way where the paper that it speaks of is one of that topic, and no other paper is named nearby */
  givesWayTo: Topic | null;
}

const ORDER_OF_JUNE = 'ECF 316 (E.D. Mich. 2018-06-20)';
const ORDER_OF_AUGUST = 'enforcement order of 2018-08-22 (E.D. Mich.)';

export const JUNE = (...clauses: string[]) => clauses.map((clause) => ({ clause, citation: ORDER_OF_JUNE }));
export const AUGUST = (...clauses: string[]) => clauses.map((clause) => ({ clause, citation: ORDER_OF_AUGUST }));

/** Phrases stand one a line. */
export const lines = (text: string): readonly string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
