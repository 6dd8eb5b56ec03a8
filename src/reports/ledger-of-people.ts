import type { LedgerFinding, StandingReview } from './people.queries.js';

type About = Pick<LedgerFinding, 'person' | 'authority' | 'clause' | 'eventKey'>;

/** The ledger's findings about some people, and how far the office had come with each. */
export class Ledger {
  private readonly ofDay = new Map<string, string>();
  private readonly latest = new Map<string, string>();
  private readonly states: ReadonlyMap<string, string>;

  /** `rows`: the latest last. */
  constructor(rows: readonly LedgerFinding[], reviews: readonly StandingReview[]) {
    for (const row of rows) {
      this.ofDay.set(`${keyOf(row)}\t${row.on ?? ''}`, row.id);
      this.latest.set(keyOf(row), row.id);
    }
    this.states = new Map(reviews.map((review) => [keyOf(review), review.state]));
  }

  /** The finding of the same day, or else the latest about the same. What was kept before it ever came near its day is in no ledger. */
  about(about: About, on: string | null): { finding: string | null; review: string | null } {
    const key = keyOf(about);
    const finding = this.ofDay.get(`${key}\t${on ?? ''}`) ?? this.latest.get(key) ?? null;
    return { finding, review: finding === null ? null : (this.states.get(key) ?? 'open') };
  }
}

const keyOf = ({ person, authority, clause, eventKey }: About): string => [person, authority, clause, eventKey].join('\t');
