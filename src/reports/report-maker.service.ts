import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../common/database.js';
import { OfficeLaw } from '../court-orders/office-law.js';
import { type CaseFile, factIdAt, factKindAt } from '../detention-review/case-file.js';
import { choosePeople } from '../detention-review/chosen-people.queries.js';
import { readCaseFiles } from '../detention-review/facts.queries.js';
import type { Authority } from '../law/authorities/authority.js';
import { compileLaw, type Law } from '../law/authorities/compile.js';
import { type Day, formatDay, parseDay } from '../law/calendar/day.js';
import { evaluate } from '../law/evaluate.js';
import { buildReport, type Found } from './build-report.js';
import { clauseKey, type Clauses, type Occasion, occasionsOf, type Period } from './occasions.js';
import { Ledger } from './ledger-of-people.js';
import { facilities, inWholeOffice, ledgerOf, peopleAfter, reviewsOf } from './people.queries.js';
import { placeOn } from './place-on.js';
import type { ReportDocument, ReportQuery } from './report-document.js';
import { tooMany } from './reports.errors.js';

/** A report is read by people: one of more than so many findings is none that anybody goes through. */
export const MOST_FINDINGS = 20_000;
const BATCH = 700;
const BEFORE_EVERY_ID = '00000000-0000-0000-0000-000000000000';
const PSEUDONYM_DIGITS = 12;

/** Works out a report from the facts as they were known. Writes nothing, asks no clock, and answers everybody alike. */
@Injectable()
export class ReportMaker {
  constructor(private readonly officeLaw: OfficeLaw) {}

  /** By which reports are made now: what it calls itself, and the authorities about which one can be made, in their order. */
  async law(tx: Tx): Promise<{ version: string; authorities: readonly Authority[] }> {
    const { law, authorities } = await this.officeLaw.current(tx);
    return { version: law.version, authorities };
  }

  /** The same query and key make the same report. Refuses one of too many findings, before all of them are found. */
  async make(tx: Tx, query: ReportQuery, pseudonymKey: Buffer): Promise<ReportDocument> {
    const authorities = (await this.law(tx)).authorities.filter(({ id }) => query.authorities?.includes(id) ?? true);
    const asked = questionOf(query, authorities);
    return inWholeOffice(tx, async () => {
      const found: Found[] = [];
      for (let after = BEFORE_EVERY_ID; ;) {
        const ids = await peopleAfter(tx, asked.knownOn, after, BATCH);
        if (ids.length === 0) break;
        after = ids[ids.length - 1];
        found.push(...await findingsOf(tx, ids, asked));
        if (found.length > MOST_FINDINGS) throw tooMany(MOST_FINDINGS);
      }
      return buildReport({
        query, authorities, found,
        facilities: new Map((await facilities(tx)).map(({ code, ...place }) => [code, place])),
        pseudonymOf: (person) => `person-${createHmac('sha256', pseudonymKey).update(person).digest('hex').slice(0, PSEUDONYM_DIGITS)}`,
      });
    });
  }
}

interface Question {
  period: Period;
  knownOn: Date;
  /** of the authorities that are asked about alone, so that what others say costs nothing */
  law: Law;
  clauses: Clauses;
  authorities: readonly string[];
}

const questionOf = ({ from, through, asOf, asKnownOn, lawVersion }: ReportQuery, authorities: readonly Authority[]): Question => ({
  period: { from: parseDay(from), through: parseDay(through), asOf: parseDay(asOf) },
  knownOn: new Date(asKnownOn),
  law: compileLaw(authorities, { version: lawVersion }),
  clauses: new Map(authorities.flatMap((authority) => authority.clauses.map((clause) => [clauseKey(authority.id, clause.id), { authority, clause }]))),
  authorities: authorities.map(({ id }) => id),
});

async function findingsOf(tx: Tx, ids: readonly string[], { period, knownOn, law, clauses, authorities }: Question): Promise<Found[]> {
  await choosePeople(tx.client, ids);
  const files = await readCaseFiles(tx.client, ids, knownOn);
  const ledger = new Ledger(await ledgerOf(tx, ids, authorities, knownOn), await reviewsOf(tx, ids, authorities, knownOn));
  return files.flatMap((file) => occasionsOf(file.facts, period, clauses, (facts, day) => evaluate(facts, day, law))
    .map((occasion) => foundOf(file, occasion, period.asOf, ledger)));
}

function foundOf({ detaineeId, facts }: CaseFile, { authority, clause, event, on, answeredOn, outcome, finding }: Occasion, asOf: Day, ledger: Ledger): Found {
  const eventId = event === null ? null : factIdAt(facts, event);
  const place = placeOn(facts.stints, on === null || on > asOf ? asOf : on, event);
  const day = dayText(on);
  return {
    person: detaineeId, authority, clause, outcome, counted: !finding.unverified,
    on: day, month: day === null ? null : day.slice(0, 7), answeredOn: dayText(answeredOn), result: finding.result,
    event: eventId === null ? null : { kind: factKindAt(facts, event!) ?? KINDS[event!.split('[')[0]] ?? 'fact', id: eventId },
    facility: place?.facility ?? null, fieldOffice: place?.fieldOffice ?? null,
    policy: finding.policy, because: finding.because(), missing: [...finding.missing],
    ...ledger.about({ person: detaineeId, authority, clause, eventKey: eventId ?? '' }, day),
  };
}

/** What is judged, by the list of facts in which it stands. */
const KINDS: Readonly<Record<string, string>> = { contacts: 'ice-contact', events: 'case-event', stints: 'custody-stint' };

const dayText = (day: Day | null): string | null => (day === null ? null : formatDay(day));
