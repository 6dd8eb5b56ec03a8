import { denialsIn } from './denial.js';
import { attributionsIn, type Speaker } from './speaker.js';
import { wordsOf, type Word } from './text.js';
import type { TopicRule } from './topic.js';

/** Words from `from` up to and without `to`. */
export interface Span {
  from: number;
  to: number;
}

/** How far a quotation is followed back to whoever began it. */
const QUOTATION_REACH = 200;
/** How far after a quotation the one who spoke it is looked for: "…", his cousin said. */
const NAMED_AFTER = 8;

/** A narrative read once: its words, its sentences, what it denies and who speaks in it. */
export class Reading {
  readonly words: readonly Word[];
  /** for each word the number of its sentence */
  private readonly sentences: Int32Array;
  /** for each sentence its first word; one more for the end */
  private readonly starts: number[] = [];
  private readonly denials;
  private readonly attributions;

  constructor(narrative: string) {
    this.words = wordsOf(narrative);
    this.sentences = new Int32Array(this.words.length);
    this.words.forEach(({ parted }, at) => {
      if (at === 0 || parted === 'sentence' || parted === 'question') this.starts.push(at);
      this.sentences[at] = this.starts.length - 1;
    });
    this.starts.push(this.words.length);
    this.denials = denialsIn(this.words);
    this.attributions = attributionsIn(this.words);
  }

  sentenceOf(at: number): number {
    return this.sentences[at];
  }

  sentence(number: number): Span {
    return { from: this.starts[number] ?? this.words.length, to: this.starts[number + 1] ?? this.words.length };
  }

  /** Whether what the words say of the topic happened, and somebody on the other side did it. */
  shows(rule: TopicRule, { from, to }: Span): boolean {
    const speaker = this.speakerOf(from, to);
    if (speaker === 'counsel' || speaker === 'client-fearing' || (!rule.act && (speaker === 'bystander' || speaker === 'client'))) return false;
    if (speaker === 'client-asking' && this.goesUnanswered(from)) return false;
    if (this.denials.governs(from)) return false;
    if (rule.negated === 'reassurance' && this.denials.reassures(from)) return false;
    const denied = this.denials.directly(from, to);
    if (denied === 'before') return rule.negated === 'talk' && speaker !== null;
    return denied === null;
  }

  /** Who speaks the words; null if the narrative tells it without anybody speaking. */
  private speakerOf(from: number, to: number): Speaker | null {
    const since = this.sentence(this.sentences[from]).from;
    const counted = this.countBefore(from);
    const own = this.attributions[counted];
    if (own?.at === from && own.speaker === 'counsel') return 'counsel';
    const before = this.attributions[counted - 1];
    if (before !== undefined && before.at >= since) return before.speaker;
    if (!this.words[from].quoted) return null;
    let opened = from;
    for (const furthest = Math.max(0, from - QUOTATION_REACH); opened > furthest && this.words[opened - 1].quoted;) opened--;
    if (before !== undefined && before.at < opened && before.at >= opened - NAMED_AFTER && opened !== 0) return before.speaker;
    const after = this.attributions[this.countBefore(to)];
    return after !== undefined && after.at < to + NAMED_AFTER && !this.words[after.at].quoted ? after.speaker : 'not-named';
  }

  private goesUnanswered(from: number): boolean {
    const here = this.sentences[from];
    return this.denials.declines(from, Math.min(this.sentence(here + 1).to, from + 60));
  }

  /** How many attributions stand before the word, by halving. */
  private countBefore(at: number): number {
    let [low, high] = [0, this.attributions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.attributions[middle].at < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
