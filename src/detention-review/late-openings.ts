import type { PoolClient } from 'pg';
import type { Day } from '../law/calendar/day.js';
import type { Evaluation, Finding } from '../law/evaluation.js';
import type { Facts } from '../law/facts.js';
import { type CaseFile, factIdAt } from './case-file.js';
import { choosePeople } from './chosen-people.queries.js';
import type { LawNow } from './evaluator.js';
import { readCaseFiles } from './facts.queries.js';
import { cameLate, passedOn, type Said, type Silence } from './late-facts.js';
import { type About, isSameAgain, type LastEvaluation, type LedgerWrites, type Opened, stoodThrough } from './ledger.js';

/** What is to be written about one person; `before` null: there was no evaluation before. */
export interface Looked { file: CaseFile; evaluation: Evaluation; before: LastEvaluation | null; writes: LedgerWrites }
/** Somebody whom the law has looked at before. */
export interface Known extends Looked { before: LastEvaluation }

/** What was never on the list is in no ledger: of what stood by the former file, that file must be read and asked again. */
export interface LateOpening { opened: Opened; passed: Day }

/** Those findings that come now and whose line had passed, by the file as it is, when the former evaluation still stood. */
export function lateOpenings(law: LawNow, looked: Known): LateOpening[] {
  const { file: { facts }, evaluation: { asOf }, writes } = looked;
  const silence = silenceOf(looked);
  const ask = askedOf(law, facts);
  return writes.opened.flatMap((opened) => {
    if (opened.finding.result !== 'met' || writes.closed.some(({ previous }) => isSameAgain(previous, opened))) return [];
    const passed = passedOn(opened.finding, silence, asOf, ask(aboutOf(opened)));
    return passed === null ? [] : [{ opened, passed }];
  });
}

/** Gives each its reason, by the file as it was known when the former evaluation read it. */
export function explainOpenings(law: LawNow, looked: Known, late: readonly LateOpening[], former: Facts): void {
  const silence = silenceOf(looked);
  const ask = askedOf(law, former);
  for (const { opened, passed } of late) opened.reason = cameLate(silence, opened.finding, passed, looked.evaluation.asOf, ask(aboutOf(opened)));
}

const silenceOf = ({ evaluation: { asOf }, before }: Known): Silence => ({ asOf: before.asOf, through: stoodThrough(before, asOf) });

/** The former files of these people, by id. Who was evaluated in one transaction is read in one statement. Other people are chosen then. */
export async function formerFiles(client: PoolClient, people: readonly Pick<Known, 'file' | 'before'>[]): Promise<Map<string, Facts>> {
  const byInstant = new Map<number, string[]>();
  for (const { file: { detaineeId }, before: { evaluatedAt } } of people) {
    const ids = byInstant.get(evaluatedAt.getTime());
    if (ids) ids.push(detaineeId);
    else byInstant.set(evaluatedAt.getTime(), [detaineeId]);
  }
  const former = new Map<string, Facts>();
  for (const [instant, ids] of byInstant) {
    await choosePeople(client, ids);
    for (const { detaineeId, facts } of await readCaseFiles(client, ids, new Date(instant))) former.set(detaineeId, facts);
  }
  return former;
}

const aboutOf = ({ finding: { authority, clause }, eventKey }: Opened): About => ({ authority, clause, eventKey });

/** One state of a file, asked once for each day. A place in a list differs between two states; the id of the fact does not. */
export function askedOf(law: LawNow, facts: Facts): (about: About) => Said {
  const byDay = new Map<Day, readonly Finding[]>();
  const findingsOn = (day: Day): readonly Finding[] => {
    const findings = byDay.get(day) ?? law.findingsOf(facts, day);
    byDay.set(day, findings);
    return findings;
  };
  return ({ authority, clause, eventKey }) => ({
    on: (day) => findingsOn(day).find((each) =>
      each.authority === authority && each.clause === clause && (each.event === null ? '' : factIdAt(facts, each.event)) === eventKey),
    changesAfter: (day) => law.evaluate(facts, day).nextChangeOn,
  });
}
