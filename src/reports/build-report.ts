import type { Authority, Clause } from '../law/authorities/authority.js';
import { methodOf } from './method.js';
import { OUTCOME_SENTENCES, OUTCOMES } from './outcome.js';
import { clauseKey } from './occasions.js';
import type { ClauseRow, ExhibitFinding, MonthRow, NumberOf, NumbersOf, OfficeFinding, OfficeRow, PlaceRow, ReportClause, ReportDocument, ReportQuery } from './report-document.js';
import { suppressed, type Suppressed } from './suppression.js';
import { type Cell, type Cells, type ClauseTally, type Dimension, type NumberName, NUMBERS, outcomesOf, tally } from './tally.js';

/** How a value that is none is asked for: findings at no known place, or on no known day. */
export const NONE = 'none';

/** What was found, as it is in the office; the numbers of the exhibit are given here. */
export type Found = Omit<OfficeFinding, 'number'>;

export interface Ingredients {
  query: ReportQuery;
  /** in the order in which they are to be listed */
  authorities: readonly Authority[];
  found: readonly Found[];
  /** by code */
  facilities: ReadonlyMap<string, { name: string | null; fieldOffice: string | null }>;
  /** for the version outside */
  pseudonymOf: (person: string) => string;
}

/** The whole report. The same ingredients, in whatever order they were found, make the same report. */
export function buildReport({ query, authorities: all, found: everything, facilities, pseudonymOf }: Ingredients): ReportDocument {
  // Outside an order about named persons would say who they are by being there.
  const authorities = query.audience === 'outside' ? all.filter((authority) => !namesPersons(authority)) : all;
  const told = new Set(authorities.map(({ id }) => id));
  const found = everything.filter(({ authority }) => told.has(authority));
  const places = new Map(authorities.flatMap(({ id, clauses }) => clauses.map((clause) => clauseKey(id, clause.id))).map((key, place) => [key, place]));
  const sorted = inExhibit(found, places);
  const counted = tally(sorted.filter((one) => one.counted));
  const unverified = tally(sorted.filter((one) => !one.counted));
  const outside = query.audience === 'outside';
  const officeOf = (facility: string | null) => (facility === null ? null : (facilities.get(facility)?.fieldOffice ?? null));
  const hiddenIn = new Map(outside ? [...counted, ...unverified].map((each) => [each, suppressed(each, officeOf, query.smallestCell)]) : []);
  const write = new Writer(query, hiddenIn);
  const used = new Set(found.map(({ authority, clause }) => clauseKey(authority, clause)));
  return {
    form: 'vigil-compliance-report-1',
    query,
    method: methodOf(query),
    outcomes: OUTCOME_SENTENCES,
    // Of orders that were asked for by name also the clauses under which nothing was to be counted.
    clauses: authorities.flatMap((authority) => authority.clauses
      .filter(({ id, check }) => check !== null && (query.authorities !== null || used.has(clauseKey(authority.id, id))))
      .map((clause) => clauseOf(authority, clause))),
    byClause: counted.map((each) => write.clause(each)),
    byFacility: counted.flatMap((each) => write.rows(each, 'facility').map(({ value, ...row }): PlaceRow =>
      ({ ...row, facility: value, name: value === null ? null : (facilities.get(value)?.name ?? null), fieldOffice: officeOf(value) }))),
    byFieldOffice: counted.flatMap((each) => write.rows(each, 'fieldOffice').map(({ value, ...row }): OfficeRow => ({ ...row, fieldOffice: value }))),
    byMonth: counted.flatMap((each) => write.rows(each, 'month').map(({ value, ...row }): MonthRow => ({ ...row, month: value }))),
    // What is counted nowhere is not in the exhibit outside.
    unverified: unverified.map((each) => write.clause(each, !outside)),
    findings: outside ? outsideExhibit(sorted, counted, hiddenIn, places, pseudonymOf) : sorted.map((one, i) => ({ number: i + 1, ...one })),
  };
}

const namesPersons = ({ protects }: Authority): boolean => protects.kind === 'persons';

/** What an order about named persons says may name them, and is read by those who see them where the order stands. */
function clauseOf(authority: Authority, { id, text, citation, grade, check }: Clause): ReportClause {
  const about = { authority: authority.id, clause: id, grade, check: check!.kind };
  return namesPersons(authority)
    ? { ...about, caption: 'An order about named persons', citation: 'see the order', text: 'Its words are shown to those who see these persons.' }
    : { ...about, caption: authority.caption, citation, text };
}

/** Turns cells into numbers, each with the address at which exactly its findings are listed. */
class Writer {
  constructor(private readonly query: ReportQuery, private readonly hiddenIn: ReadonlyMap<ClauseTally, Suppressed>) {}

  clause(each: ClauseTally, opens = true): ClauseRow {
    const { authority, clause, all, review } = each;
    const hidden = this.hiddenIn.get(each);
    const reviews = hidden !== undefined ? null : Object.fromEntries([...review].flatMap(([state, cell]) =>
      (state === null ? [] : [[state, this.number(cell, false, { authority, clause, review: state })]])));
    // A sum of which the exhibit lacks a part opens into nothing: what it lists would be another number.
    const whole = (name: NumberName): boolean => opens && !outcomesOf(name).some((outcome) => hidden?.all.has(outcome));
    const numbers = this.numbers(all, (name) => hidden?.all.has(name) === true, (name) => (whole(name) ? { authority, clause, outcome: outcomesOf(name).join(',') } : null));
    return { authority, clause, numbers, reviews };
  }

  rows(each: ClauseTally, dimension: Dimension): { authority: string; clause: string; value: string | null; numbers: NumbersOf }[] {
    const { authority, clause } = each;
    const hidden = this.hiddenIn.get(each)?.[dimension];
    // Outside the exhibit says no place, and no month where that is suppressed: such a number opens into nothing there.
    const opens = (value: string | null): boolean => hidden === undefined || (dimension === 'month' && value !== null);
    return [...each[dimension]].map(([value, cells]) => ({
      authority, clause, value,
      numbers: this.numbers(cells, (name) => hidden?.[name].has(value) === true,
        (name) => (opens(value) ? { authority, clause, outcome: outcomesOf(name).join(','), [dimension]: value ?? NONE } : null)),
    }));
  }

  private numbers(cells: Cells, isHidden: (name: NumberName) => boolean, filterOf: (name: NumberName) => Record<string, string> | null): NumbersOf {
    return Object.fromEntries(NUMBERS.map((name) => [name, this.number(cells[name], isHidden(name), filterOf(name))])) as unknown as NumbersOf;
  }

  private number({ count }: Cell, isHidden: boolean, filter: Record<string, string> | null): NumberOf {
    if (isHidden) return { count: null, findings: null };
    if (count === 0 || filter === null) return { count, findings: null };
    return { count, findings: `/v1/reports/${this.query.id}/findings?${new URLSearchParams(filter).toString().replaceAll('%2C', ',')}` };
  }
}

/**
 * Each finding whose number is told, in its month where that is told. That is no more than the tables by clause and by month
 * say, but for who is the same person.
 */
function outsideExhibit(
  sorted: readonly Found[], counted: readonly ClauseTally[], hiddenIn: ReadonlyMap<ClauseTally, Suppressed>,
  places: ReadonlyMap<string, number>, pseudonymOf: (person: string) => string,
): ExhibitFinding[] {
  const hidden = new Map(counted.map((each) => [clauseKey(each.authority, each.clause), hiddenIn.get(each)!]));
  return sorted
    .filter((one) => one.counted && !hidden.get(clauseKey(one.authority, one.clause))!.all.has(one.outcome))
    .map(({ person, authority, clause, outcome, month }) => (
      { person: pseudonymOf(person), authority, clause, outcome, month: hidden.get(clauseKey(authority, clause))!.month[outcome].has(month) ? null : month }))
    // In an order of its own: that of the days would say more than their months.
    .sort((a, b) => placeOf(a, places) - placeOf(b, places) || OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) || byText(a.month, b.month) || byText(a.person, b.person))
    .map((one, i) => ({ number: i + 1, ...one }));
}

type Placed = Pick<Found, 'authority' | 'clause' | 'outcome'>;
const placeOf = ({ authority, clause }: Pick<Placed, 'authority' | 'clause'>, places: ReadonlyMap<string, number>): number => places.get(clauseKey(authority, clause)) ?? Infinity;

function inExhibit(found: readonly Found[], places: ReadonlyMap<string, number>): Found[] {
  return found.map((one) => ({ one, place: placeOf(one, places), outcome: OUTCOMES.indexOf(one.outcome) }))
    .sort((x, y) => x.place - y.place || x.outcome - y.outcome || byText(x.one.on, y.one.on) || byText(x.one.person, y.one.person)
      || byText(x.one.event?.id ?? null, y.one.event?.id ?? null))
    .map(({ one }) => one);
}

/** What is not there comes last. */
const byText = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);
