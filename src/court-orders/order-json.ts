import { type Authority, CLAUSE_STATES, GRADE } from '../law/authorities/authority.js';
import { readAuthority } from '../law/authorities/authority-json.js';
import type { Fields } from '../law/facts-reader.js';
import { JsonReader } from '../law/json-reader.js';
import { AuthorityError } from '../law/refusal.js';
import type { NewStatus } from './status-entry.js';
import { sameTimeline, type Timelines } from './timeline.js';

/** Whom an order protects by name, and since when. */
export interface NamedPerson {
  detaineeId: string;
  from: string;
  to: string | null;
}

/** The names that are given already, among which an order finds its place. */
export interface Surroundings {
  /** ids of the authorities that ship and of those of the office, but for the order itself */
  authorities: ReadonlySet<string>;
  /** classes of which one may be a member, but for the one that the order itself defines */
  classes: ReadonlySet<string>;
  /** these, and the names of the classes of persons whom other orders name */
  classNames: ReadonlySet<string>;
}

export const MOST_PERSONS = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOST_WORDS = 2_000;

/** An order that is entered anew. Throws AuthorityError with everything that is wrong. */
export function readNewOrder(json: unknown, around: Surroundings): { authority: Authority; persons: readonly NamedPerson[] } {
  const reader = new JsonReader();
  const { persons, ...order } = fieldsOf(json);
  const authority = readOrder(reader, isObject(json) ? order : json, around);
  const named = readPersons(reader, persons);
  const kind = isObject(order.protects) ? order.protects.kind : undefined;
  if (kind === 'persons' && named.length === 0) reader.refuse('persons', 'is missing: the order protects persons, and names none');
  if (kind !== 'persons' && persons !== undefined) reader.refuse('persons', 'are named by an order that protects persons alone', ['protects: { kind: persons }']);
  return { authority: accepted(reader, authority), persons: named };
}

/** What an order says instead. The states that stand (`timelines`) are not changed so: a clause given without any has those. */
export function readCorrectedOrder(json: unknown, current: Authority, timelines: Timelines, around: Surroundings): { authority: Authority; reason: string } {
  const reader = new JsonReader();
  const { reason: why, ...order } = fieldsOf(json);
  const reason = reader.words({ reason: why }, 'reason', '', MOST_WORDS);
  const authority = readOrder(reader, isObject(json) ? { id: current.id, ...order, ...withStates(order, timelines) } : json, around);
  if (order.id !== undefined && order.id !== current.id) reader.refuse('id', 'is that of another order: an order keeps its id');
  if (authority !== null && (authority.protects.kind === 'persons') !== (current.protects.kind === 'persons')) {
    reader.refuse('protects.kind', 'must stay: whether an order names persons decides who may see it', [current.protects.kind]);
  }
  authority?.clauses.forEach(({ id, status }, i) => {
    const standing = timelines.get(id);
    if (standing !== undefined && !sameTimeline(standing, status)) {
      reader.refuse(`clauses[${i}].status`, 'differs from what stands: a stay or a reversal is a status entry, and no edit');
    }
  });
  return { authority: accepted(reader, authority), reason };
}

/** Entries about the states of clauses that are proposed and not recorded yet. */
export function readStatusEntries(json: unknown): NewStatus[] {
  const reader = new JsonReader();
  const fields = fieldsOf(json);
  reader.only(fields, '', ['statusEntries']);
  const entries = reader.parts(fields, 'statusEntries', '', (entry, path): NewStatus => {
    reader.only(entry, path, ['clauseIds', 'state', 'on', 'cause', 'source', 'grade']);
    return {
      clauseIds: reader.eachMatching(entry, 'clauseIds', path, /^.{1,100}$/, 'the id of a clause'), state: reader.required(entry, 'state', path, CLAUSE_STATES),
      on: reader.date(entry, 'on', path), cause: reader.words(entry, 'cause', path, 4_000), source: reader.words(entry, 'source', path, 4_000),
      grade: reader.matching(entry, 'grade', path, GRADE, 'a grade of a source'),
    };
  }, 1);
  if (reader.problems.length > 0) throw new AuthorityError(reader.problems);
  return entries;
}

function readOrder(reader: JsonReader, json: unknown, { authorities, classes, classNames }: Surroundings): Authority | null {
  const { id, clauses, protects } = fieldsOf(json);
  if (typeof id === 'string' && authorities.has(id)) reader.refuse('id', 'is the id of another authority');
  if (isObject(protects)) {
    const { kind, class: name } = protects;
    if (kind === 'persons' && classNames.has(String(id))) reader.refuse('id', 'is the name of a class that is defined already');
    if (kind === 'those' && typeof name === 'string' && classNames.has(name)) reader.refuse('protects.class', 'is the name of a class that is defined already');
  }
  if (Array.isArray(clauses)) {
    clauses.forEach((clause: unknown, i) => {
      if (isObject(clause) && clause.verified !== undefined) reader.refuse(`clauses[${i}].verified`, 'is not entered with the order: an attorney verifies a clause apart from it');
    });
  }
  try {
    return readAuthority(json, classes);
  } catch (error) {
    if (!(error instanceof AuthorityError)) throw error;
    reader.problems.push(...error.problems);
    return null;
  }
}

function readPersons(reader: JsonReader, json: unknown): NamedPerson[] {
  if (json === undefined) return [];
  const persons = reader.parts({ persons: json }, 'persons', '', (fields, path): NamedPerson => {
    reader.only(fields, path, ['detaineeId', 'from', 'to']);
    return {
      detaineeId: reader.matching(fields, 'detaineeId', path, UUID, 'an id (a UUID)').toLowerCase(),
      from: reader.date(fields, 'from', path), to: reader.dateOrNull(fields, 'to', path),
    };
  });
  persons.forEach(({ detaineeId }, i) => {
    if (persons.findIndex((each) => each.detaineeId === detaineeId) !== i) reader.refuse(`persons[${i}].detaineeId`, 'is named already');
  });
  return persons;
}

/** The clauses that are given without their states, with those that stand. */
function withStates({ clauses }: Fields, timelines: Timelines): { clauses?: unknown } {
  if (!Array.isArray(clauses)) return {};
  return { clauses: clauses.map((clause: unknown) => {
    if (!isObject(clause) || clause.status !== undefined || clause.statusTimeline !== undefined) return clause;
    const status = timelines.get(String(clause.id));
    return status === undefined ? clause : { ...clause, status };
  }) };
}

function accepted(reader: JsonReader, authority: Authority | null): Authority {
  if (authority === null || reader.problems.length > 0) throw new AuthorityError(reader.problems);
  return authority;
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (json: unknown): Fields => (isObject(json) ? json : {});
