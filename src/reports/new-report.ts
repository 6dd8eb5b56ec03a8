import type { Authority } from '../law/authorities/authority.js';
import { parseDay } from '../law/calendar/day.js';
import type { ReportQuery } from './report-document.js';
import type { NewReportDto } from './reports.dto.js';
import { asOfAfterKnown, asOfBeforeFrom, asOfToCome, knownOnToCome, noSuchAuthority, throughBeforeFrom, tooLong } from './reports.errors.js';

/** More than any case has lasted; a chart of more months says nothing. */
const MOST_DAYS = 3_660;

export interface Limits {
  /** the office's day */
  today: string;
  /** the instant by the clock that says when a fact was recorded */
  now: Date;
  /** the office's day of an instant */
  dayOf: (instant: Date) => string;
  authorities: readonly Authority[];
}

/**
 * What is asked, with what was not said: everything as known now, as of the last day of the period or today, whichever is earlier.
 * Refuses what nobody can answer; each order is named once and in the order of their ids, so that one question has one form.
 */
export function queryOf({ from, through, authorities, asOf, asKnownOn, audience }: NewReportDto, { today, now, dayOf, authorities: known }: Limits): Omit<ReportQuery, 'id' | 'smallestCell' | 'lawVersion'> {
  if (through < from) throw throughBeforeFrom();
  if (parseDay(through) - parseDay(from) >= MOST_DAYS) throw tooLong(MOST_DAYS);
  const strange = (authorities ?? []).flatMap((id, place) => (known.some((authority) => authority.id === id) ? [] : [place]));
  if (strange.length > 0) throw noSuchAuthority(strange);
  const knownOn = asKnownOn === undefined ? now : new Date(asKnownOn);
  if (knownOn > now) throw knownOnToCome();
  const lastDay = asKnownOn === undefined ? today : earlier(today, dayOf(knownOn));
  const day = asOf ?? earlier(through, lastDay);
  if (day > today) throw asOfToCome();
  if (day > lastDay) throw asOfAfterKnown();
  if (day < from) throw asOfBeforeFrom();
  const named = authorities === undefined || authorities.length === 0 ? null : [...new Set(authorities)].sort();
  return { audience, from, through, authorities: named, asOf: day, asKnownOn: knownOn.toISOString() };
}

const earlier = (a: string, b: string): string => (a < b ? a : b);
