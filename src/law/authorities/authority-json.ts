import { addDays, formatDay, parseDay } from '../calendar/day.js';
import { readCheck, readLine } from '../checks/check-json.js';
import type { Line } from '../checks/check.js';
import type { Fields } from '../facts-reader.js';
import { JsonReader, SLUG } from '../json-reader.js';
import { readClass, readPlaces, readPredicate } from '../predicates/predicate-json.js';
import { AuthorityError } from '../refusal.js';
import { AUTHORITY_KINDS, CLAUSE_STATES, GRADE, type Authority, type Clause, type Protection, type StatusEntry } from './authority.js';

/** Ids of what ships have a dot where the law that they name has one. */
const ID = /^[a-z0-9][a-z0-9.-]{0,99}$/;
const COUNTRY = /^[A-Z]{3}$/;
const SHORT = 300;
const LONG = 4_000;
const MOST_WARNING_DAYS = 365;

/**
 * An authority as an office enters it, or as `GET /v1/law/authorities` answers it. `classes` are those that are defined:
 * membership of any other could never be on file. Throws AuthorityError naming everything that is wrong.
 */
export function readAuthority(json: unknown, classes: ReadonlySet<string>): Authority {
  const reader = new JsonReader();
  const fields = reader.object(json, '$');
  if (fields === null) throw new AuthorityError([{ path: '$', problem: 'must be an authority: an object with its clauses' }]);
  reader.only(fields, '', ['id', 'kind', 'caption', 'citation', 'court', 'docket', 'judge', 'binds', 'where', 'places', 'protects', 'clauses']);
  const id = reader.matching(fields, 'id', '', ID, 'a slug: lower-case letters, digits, dots and hyphens');
  const protects = readProtection(reader, reader.part(fields, 'protects', ''), id, classes);
  const hasLine = protects.kind === 'class' && protects.reaching !== null;
  const authority: Authority = {
    id,
    kind: reader.required(fields, 'kind', '', AUTHORITY_KINDS),
    caption: reader.words(fields, 'caption', '', SHORT),
    citation: reader.words(fields, 'citation', '', SHORT),
    court: reader.wordsOrNull(fields, 'court', '', SHORT),
    docket: reader.wordsOrNull(fields, 'docket', '', SHORT),
    judge: reader.wordsOrNull(fields, 'judge', '', SHORT),
    binds: reader.eachMatching(fields, 'binds', '', /^.{1,200}$/, 'whom it binds, e.g. ice, dhs, jail, or a facility'),
    where: reader.words(fields, 'where', '', SHORT),
    places: fields.places === undefined || fields.places === null ? null : readPlaces(reader, fields.places, 'places'),
    protects,
    clauses: reader.parts(fields, 'clauses', '', (clause, path) => readClause(reader, clause, path, hasLine), 1),
  };
  refuseRepeated(reader, authority.clauses);
  if (reader.problems.length > 0) throw new AuthorityError(reader.problems);
  return authority;
}

function refuseRepeated(reader: JsonReader, clauses: readonly Clause[]): void {
  clauses.forEach(({ id }, i) => {
    if (clauses.findIndex((clause) => clause.id === id) !== i) reader.refuse(`clauses[${i}].id`, 'is the id of an earlier clause');
  });
}

function readProtection(reader: JsonReader, fields: Fields, id: string, classes: ReadonlySet<string>): Protection {
  const path = 'protects';
  const kind = reader.required(fields, 'kind', path, ['everyone', 'class', 'those', 'persons'] as const);
  if (fields.kind !== kind) return { kind: 'everyone' }; // refused
  switch (kind) {
    case 'everyone':
      reader.only(fields, path, ['kind']);
      return { kind };
    case 'persons':
      reader.only(fields, path, ['kind']);
      if (!SLUG.test(id)) reader.refuse('id', 'names persons by membership, whose class has lower-case letters, digits and hyphens alone');
      return { kind };
    case 'those': {
      reader.only(fields, path, ['kind', 'who', 'class']);
      const named = fields.class === undefined || fields.class === null ? null : reader.matching(fields, 'class', path, SLUG, 'a slug');
      return { kind, who: readPredicate(reader, fields.who, `${path}.who`, named === null ? classes : new Set([...classes, named])), class: named };
    }
    case 'class':
      reader.only(fields, path, ['kind', 'class', 'citizenship', 'reaching', 'since']);
      return {
        kind,
        class: readClass(reader, fields, 'class', path, classes),
        citizenship: fields.citizenship === undefined || fields.citizenship === null ? null : reader.matching(fields, 'citizenship', path, COUNTRY, 'a country code, ISO 3166-1 alpha-3'),
        reaching: fields.reaching === undefined || fields.reaching === null ? null : readClassLine(reader, fields, path),
        since: reader.date(fields, 'since', path),
      };
  }
}

/** Whom a class protects must be known: its line cannot be one whose number was not found. */
function readClassLine(reader: JsonReader, fields: Fields, path: string): Line {
  const where = `${path}.reaching`;
  const line = readLine(reader, reader.part(fields, 'reaching', path), where);
  if (line.n === null) reader.refuse(`${where}.n`, 'is missing: whom the order protects must be known');
  return { ...line, n: line.n ?? 0 };
}

function readClause(reader: JsonReader, fields: Fields, path: string, hasLine: boolean): Clause {
  reader.only(fields, path, [
    'id', 'text', 'citation', 'grade', 'unverified', 'status', 'statusTimeline', 'weight', 'warningDays', 'check', 'lookBackTo', 'checkedOn', 'verified',
  ]);
  const grade = reader.matching(fields, 'grade', path, GRADE, 'a grade of a source: V1, V2, V3, INF or M, or two of them, e.g. V1/M');
  const unverified = reader.flag(fields, 'unverified', path);
  const verified = fields.verified === undefined ? undefined : readVerified(reader, reader.part(fields, 'verified', path), `${path}.verified`);
  if (grade === 'M' && !unverified && verified === undefined) {
    reader.refuse(`${path}.unverified`, 'a clause from memory alone is unverified until an attorney has read its source', ['true', 'a better `grade`', '`verified`']);
  }
  if (fields.check === undefined) reader.refuse(`${path}.check`, 'is missing', ['a check', 'null: text only']);
  const weight = reader.whole(fields, 'weight', path, 3, 1) as Clause['weight'];
  return {
    id: reader.matching(fields, 'id', path, ID, 'a slug'),
    text: reader.words(fields, 'text', path, LONG),
    citation: reader.words(fields, 'citation', path, SHORT),
    grade, unverified,
    status: readStatus(reader, fields, path),
    weight,
    warningDays: reader.whole(fields, 'warningDays', path, MOST_WARNING_DAYS),
    check: readCheck(reader, fields.check, `${path}.check`, hasLine),
    ...(fields.lookBackTo === undefined ? {} : { lookBackTo: reader.dateOrNull(fields, 'lookBackTo', path) }),
    checkedOn: reader.date(fields, 'checkedOn', path),
    ...(verified === undefined ? {} : { verified }),
  };
}

function readVerified(reader: JsonReader, fields: Fields, path: string): NonNullable<Clause['verified']> {
  reader.only(fields, path, ['verifiedBy', 'on', 'source']);
  return { verifiedBy: reader.words(fields, 'verifiedBy', path, SHORT), on: reader.date(fields, 'on', path), source: reader.words(fields, 'source', path, LONG) };
}

/**
 * A status for every day from the first on. Each state holds until the next, so that there is nothing to overlap; where
 * an end (`to`) is written, it must be the beginning of the next.
 */
function readStatus(reader: JsonReader, fields: Fields, path: string): StatusEntry[] {
  const key = fields.status === undefined && fields.statusTimeline !== undefined ? 'statusTimeline' : 'status';
  if (fields.status !== undefined && fields.statusTimeline !== undefined) reader.refuse(`${path}.statusTimeline`, 'is given beside `status`: one of them');
  const ends: (string | null | undefined)[] = [];
  const entries = reader.parts(fields, key, path, (entry, where): StatusEntry => {
    reader.only(entry, where, ['from', 'to', 'state', 'cause', 'source', 'grade']);
    ends.push(entry.to === undefined ? undefined : reader.dateOrNull(entry, 'to', where));
    return {
      from: reader.dateOrNull(entry, 'from', where),
      state: reader.required(entry, 'state', where, CLAUSE_STATES),
      cause: reader.words(entry, 'cause', where, LONG),
      source: reader.words(entry, 'source', where, LONG),
      grade: reader.matching(entry, 'grade', where, GRADE, 'a grade of a source'),
    };
  }, 1);
  entries.forEach(({ from }, i) => {
    const where = `${path}.${key}[${i}]`;
    if (i > 0) {
      const before = entries[i - 1].from ?? '';
      if (from === null) reader.refuse(`${where}.from`, 'is missing: only the first state may be older than all records', ['YYYY-MM-DD']);
      else if (from === before) reader.refuse(`${where}.from`, 'overlaps the state before it: two states on one day');
      else if (from < before) reader.refuse(`${where}.from`, 'goes backward: is before the state before it', [`after ${before}`]);
    }
    const to = ends[i];
    if (to === undefined) return;
    const next = i + 1 < entries.length ? entries[i + 1].from : null;
    if (to !== null && next === null) reader.refuse(`${where}.to`, 'leaves a hole: no state follows it', ['null', 'a state `unknown` or `expired` from that day']);
    else if (next !== null && (to === null || to > next)) reader.refuse(`${where}.to`, 'overlaps the next state', [next]);
    else if (to !== null && next !== null && to < next) reader.refuse(`${where}.to`, `leaves a hole: no state from ${to} through ${formatDay(addDays(parseDay(next), -1))}`, [next]);
  });
  return entries;
}
