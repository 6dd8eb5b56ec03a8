import type { Actor } from '../../facts.js';
import type { Authority, Clause, StatusEntry } from '../authority.js';

const ORDERED_ON = '2018-06-20';
const ENFORCED_ON = '2018-08-22';
/** It is about all consular interviews from this day on; one before the entry of the order broke nothing. */
const LOOKS_BACK_TO = '2017-05-01';

/** Officers of ICE and DHS and all jail staff are bound; a consular officer or a lawyer is not a respondent. */
const BOUND: readonly Actor[] = ['ice', 'dhs', 'jail'];

/** Neither appeal is seen to vacate it; whether it lapsed with the judgment of 2024 was not seen and is for an attorney to say. */
const since = (from: string, source: string, grade: string): readonly StatusEntry[] => [
  { from, state: 'in_force', cause: 'order entered', source, grade },
  { from: '2024-07-31', state: 'unknown', cause: 'settlement finally approved; whether the order lapsed with the judgment was not seen', source: 'aclumich.org, 2024-07-31', grade: 'V2' },
];
const OF_JUNE = since(ORDERED_ON, 'ECF 316', 'V1');
const OF_AUGUST = since(ENFORCED_ON, 'press reports of the enforcement order of 2018-08-22', 'V2');

const clause = (parts: Omit<Clause, 'checkedOn' | 'unverified' | 'weight' | 'warningDays' | 'status'> & { status?: readonly StatusEntry[] }): Clause => ({
  status: OF_JUNE, ...parts, unverified: false, weight: 1, warningDays: 0, checkedOn: '2026-11-24',
});

/** Detainees must not be coerced, threatened or misled into signing that they wish to go back. */
export const coercionOrder: Authority = {
  id: 'hamama-coercion-order',
  kind: 'order',
  caption: 'Hamama v. Adducci: communications with class members',
  citation: 'ECF 316 (E.D. Mich. 2018-06-20)',
  court: 'E.D. Mich.',
  docket: '2:17-cv-11910, ECF 316',
  judge: 'Goldsmith, J.',
  binds: BOUND,
  where: 'nationwide, this class only',
  places: null,
  protects: { kind: 'class', class: 'hamama-primary', citizenship: 'IRQ', reaching: null, since: ORDERED_ON },
  clauses: [
    clause({
      id: 'ham-c1',
      text: 'Class counsel is told of any Iraqi consular interview at least seven days before it.',
      citation: 'ECF 316, para. A',
      grade: 'V1',
      check: { kind: 'required-before', events: ['consular-interview'], contacts: null, required: 'class-counsel-notified', n: 7, unit: 'day', onlyAfter: null },
      lookBackTo: LOOKS_BACK_TO,
    }),
    clause({
      id: 'ham-c2',
      text: "If a transfer is involved, the names may follow it, but at least 48 hours before class counsel's meeting. The excerpt that was seen breaks off here.",
      citation: 'ECF 316, para. A(a)',
      grade: 'V1',
      check: { kind: 'required-before', events: ['counsel-meeting'], contacts: null, required: 'class-counsel-notified', n: 48, unit: 'hour', onlyAfter: 'transfer-notice' },
    }),
    clause({
      id: 'ham-c3',
      text: 'Class counsel meets the members named before the consular meeting.',
      citation: 'ECF 316, para. A',
      grade: 'V1/V2',
      check: { kind: 'required-before', events: ['consular-interview'], contacts: null, required: 'counsel-meeting', n: 0, unit: 'day', onlyAfter: null },
      lookBackTo: LOOKS_BACK_TO,
    }),
    clause({
      id: 'ham-c4',
      text: 'Nobody threatens a member with prosecution for not signing, or for saying that he or she wants to stay.',
      citation: 'ECF 316',
      grade: 'V2',
      check: { kind: 'forbidden-content', actors: BOUND, topics: ['threat-of-prosecution'] },
    }),
    clause({
      id: 'ham-c5',
      text: 'Officers and jail staff do not speak with members of their immigration cases, the length of detention, or the prospect of removal to Iraq, including whether being in the case affects it.',
      citation: 'ECF 316',
      grade: 'V2',
      check: { kind: 'forbidden-content', actors: BOUND, topics: ['immigration-case', 'detention-length', 'prospect-of-removal'] },
    }),
    clause({
      id: 'ham-c6',
      text: 'No member is required to state that he or she wishes to return to Iraq.',
      citation: 'ECF 316',
      grade: 'V2',
      check: { kind: 'forbidden-content', actors: BOUND, topics: ['wish-to-return'] },
    }),
    clause({
      id: 'ham-c7',
      text: 'A member with a final order may be required to cooperate in getting a passport or travel document: that is no violation.',
      citation: 'ECF 316',
      grade: 'V2',
      check: null,
    }),
    clause({
      id: 'ham-c8',
      text: 'Nothing is signed before the member has had access to an attorney.',
      citation: 'ECF 316',
      grade: 'V2',
      check: {
        kind: 'required-before', events: ['statement-signed'], contacts: { actors: BOUND, topics: ['document-signing'] },
        required: 'counsel-meeting', n: 0, unit: 'day', onlyAfter: null,
      },
    }),
    clause({
      id: 'ham-c9',
      text: 'Members are told that they may refuse without prosecution, and counsel may ask those who signed since 2017-05-01 whether they were coerced. That the order says exactly this was not seen.',
      citation: 'ECF 316',
      grade: 'V2/M',
      check: null,
      lookBackTo: LOOKS_BACK_TO,
    }),
    clause({
      id: 'ham-c10',
      text: 'No pressure to leave the class for release or return to general population; the case is not blamed for detention; no punitive segregation as pressure.',
      citation: 'enforcement order of 2018-08-22 (E.D. Mich.)',
      grade: 'V2',
      status: OF_AUGUST,
      check: { kind: 'forbidden-content', actors: BOUND, topics: ['leave-the-class', 'class-blamed', 'retaliation'] },
    }),
    clause({
      id: 'ham-c11',
      text: 'ICE tells the Calhoun County jail of the order of June 20 and that it must be followed, and produces records of the treatment of members there.',
      citation: 'enforcement order of 2018-08-22 (E.D. Mich.)',
      grade: 'V2',
      status: OF_AUGUST,
      check: null,
    }),
  ],
};
