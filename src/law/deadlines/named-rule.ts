import { parseDay, type Day } from '../calendar/day.js';
import type { Grade } from './grade.js';
import type { Period } from './period.js';

/** Removal proceedings and their deadlines begin with this day (IIRIRA); what came before is not on file. */
export const REMOVAL_PROCEEDINGS_SINCE = parseDay('1997-04-01');

/**
 * A period as one text of the law fixes it. Announced and in force are different days, and a text can lose its force
 * before it ever had any; so the span in which it governed is read off its dates and never written down by hand.
 */
export interface PeriodText {
  period: Period;
  /** first day on which a trigger falls under it */
  effectiveOn: Day;
  /** first day on which a trigger no longer does; null while it stands */
  lostForceOn: Day | null;
  citation: string;
  grade: Grade;
}

/** A filing or notice whose period the law fixes: a trigger is all it needs. */
export interface NamedRule {
  id: string;
  /** what must be done */
  filing: string;
  /** what the trigger is the day of */
  trigger: string;
  /** in the order in which they took effect; of those in force the last governs */
  texts: readonly PeriodText[];
  /** when a person last compared it with its sources */
  checkedOn: Day;
  /** what a reader must be told beside the period: exceptions, and texts that are printed but not the law */
  notes(trigger: Day): string[];
}

const wasInForce = (text: PeriodText, on: Day): boolean =>
  text.effectiveOn <= on && (text.lostForceOn === null || on < text.lostForceOn);

/** The text that governs a trigger on this day; null where no text on file does. */
export function textInForce(texts: readonly PeriodText[], on: Day): PeriodText | null {
  for (let i = texts.length - 1; i >= 0; i--) if (wasInForce(texts[i], on)) return texts[i];
  return null;
}
