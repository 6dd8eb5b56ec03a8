import type { FindingResult } from '../law/answer.js';
import { formatDay } from '../law/calendar/day.js';
import type { Finding } from '../law/evaluation.js';
import { OPENS } from './ledger.js';

/** What an order does to one finding: it comes onto the list, it is another on it, or it leaves it. */
export interface PreviewChange {
  clause: string;
  /** the fact that it judges; null: a state */
  event: string | null;
  change: 'opened' | 'changed' | 'closed';
  before: FindingResult | null;
  after: FindingResult | null;
  on: string | null;
  missing: readonly string[];
}

/** `before` and `after` are the findings of one order about one person, on one day. */
export function previewChanges(before: readonly Finding[], after: readonly Finding[], factIdAt: (path: string) => string): PreviewChange[] {
  const stood = new Map(before.map((finding) => [keyOf(finding), finding]));
  const changes: PreviewChange[] = [];
  const note = (change: PreviewChange['change'], finding: Finding, was: Finding | undefined, is: Finding | undefined): void => {
    changes.push({
      clause: finding.clause, event: finding.event === null ? null : factIdAt(finding.event), change, before: was?.result ?? null, after: is?.result ?? null,
      on: finding.on === null ? null : formatDay(finding.on), missing: finding.missing,
    });
  };
  for (const is of after) {
    const was = stood.get(keyOf(is));
    stood.delete(keyOf(is));
    const [listed, wasListed] = [OPENS.has(is.result), was !== undefined && OPENS.has(was.result)];
    if (listed && !wasListed) note('opened', is, was, is);
    else if (!listed && wasListed) note('closed', is, was, is);
    else if (listed && was !== undefined && !same(was, is)) note('changed', is, was, is);
  }
  for (const was of stood.values()) if (OPENS.has(was.result)) note('closed', was, was, undefined);
  return changes;
}

const keyOf = ({ clause, event }: Finding): string => `${clause}\t${event ?? ''}`;
const same = (a: Finding, b: Finding): boolean => a.result === b.result && a.on === b.on && a.unverified === b.unverified;

interface Count {
  clause: string;
  change: PreviewChange['change'];
  before: FindingResult | null;
  after: FindingResult | null;
  findings: number;
  people: number;
}

/** Adds up what an order does, person by person, and keeps the first of them. */
export class PreviewTally {
  evaluated = 0;
  affected = 0;
  readonly people: { detaineeId: string; changes: readonly PreviewChange[] }[] = [];
  private readonly counts = new Map<string, Count>();

  constructor(private readonly shown: number) {}

  add(detaineeId: string, changes: readonly PreviewChange[]): void {
    this.evaluated += 1;
    if (changes.length === 0) return;
    this.affected += 1;
    if (this.people.length < this.shown) this.people.push({ detaineeId, changes });
    const counted = new Set<Count>();
    for (const { clause, change, before, after } of changes) {
      const key = [clause, change, before, after].join('\t');
      const count = this.counts.get(key) ?? { clause, change, before, after, findings: 0, people: 0 };
      this.counts.set(key, count);
      count.findings += 1;
      counted.add(count);
    }
    for (const count of counted) count.people += 1;
  }

  get clauses(): readonly Count[] {
    return [...this.counts.values()];
  }
}
