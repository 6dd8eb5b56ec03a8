import type { PersonAccessDto } from '../audit/audit.dto.js';
import type { MembershipDecision } from '../class-memberships/class-memberships.queries.js';
import { mayLeave } from '../common/handling.js';
import type { FindingDto } from '../compliance/findings.dto.js';
import type { Detainee } from '../detainees/detainees.service.js';
import type { Fact, FactVersion } from '../detainees/fact.js';
import { DOCUMENT, type DocumentValues } from '../documents/document.facts.js';
import { NOTE, type NoteValues } from '../notes/note.facts.js';

/** All that is on file of a person, as it was read. */
export interface PersonFile {
  person: Detainee;
  facts: Record<string, Fact<object>[]>;
  history: FactVersion[];
  findings: FindingDto[];
  /** what was confirmed, declined and left of memberships of classes */
  membershipDecisions: MembershipDecision[];
  notes: Fact<NoteValues>[];
  documents: Fact<DocumentValues>[];
  log: PersonAccessDto[];
}

/** What of it may leave, and how much was kept back. */
export interface LeavingFile {
  person: object;
  facts: Record<string, object[]>;
  history: object[];
  findings: object[];
  membershipDecisions: object[];
  notes: Fact<NoteValues>[];
  documents: Fact<DocumentValues>[];
  log: PersonAccessDto[];
  withheld: { notes: number; documents: number; remarks: number };
}

/** Words that nobody has said how to handle stay here: what was remarked on an event or told of a contact, whom a case touches, why something was changed or waits. */
const REMARKS: Readonly<Record<string, readonly string[]>> = {
  'case-event': ['note'],
  'adverse-party': ['fullName', 'note'],
  representation: ['scope'],
  'counsel-contact': ['who', 'said'],
  'ice-contact': ['words', 'narrative', 'witnesses', 'learnedHow'],
};

/**
 * Takes out of a file what must not leave. Everything that goes out of this folder goes through here: notes and documents
 * that are not shareable, every version of them, and remarks that nobody has classified.
 */
export function leaving({ person, facts, history, findings, membershipDecisions, notes, documents, log }: PersonFile): LeavingFile {
  let remarks = 0;
  const withoutRemark = (kind: string, values: object): object => {
    const remarked = REMARKS[kind];
    if (remarked === undefined) return values;
    return Object.fromEntries(Object.entries(values).filter(([name, value]) => {
      const stays = remarked.includes(name);
      if (stays && value !== null) remarks += 1;
      return !stays;
    }));
  };
  const sharedNotes = notes.filter(mayLeave);
  const sharedDocuments = documents.filter(mayLeave);
  const leavingFacts = Object.fromEntries(Object.entries(facts).map(([kind, all]) => [kind, all.map((fact) => withoutRemark(kind, fact))]));
  // What the office decided about a finding is its own work.
  const leavingFindings = findings.map(({ snoozed, review, ...finding }) => {
    if (review.state !== 'open') remarks += 1;
    return { ...finding, snoozed: snoozed && { until: snoozed.until, by: snoozed.by } };
  });
  // On which facts it rested is said in the words of the program; why somebody decided otherwise is the office's own work.
  const leavingDecisions = membershipDecisions.map(({ reason, ...decision }) => {
    if (reason !== null) remarks += 1;
    return decision;
  });
  const withheld = { notes: notes.length - sharedNotes.length, documents: documents.length - sharedDocuments.length, remarks };
  return {
    person, facts: leavingFacts, notes: sharedNotes, documents: sharedDocuments, log, withheld,
    // A note that may leave as it stands may have said more before.
    history: history.filter(({ kind }) => kind !== NOTE.name && kind !== DOCUMENT.name)
      .map((version) => ({ ...version, values: withoutRemark(version.kind, version.values), supersededReason: null })),
    findings: leavingFindings, membershipDecisions: leavingDecisions,
  };
}
