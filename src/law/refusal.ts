/** One thing that is wrong with what was given: where, what, and what would be right. Never repeats a personal value. */
export interface Refusal {
  path: string;
  problem: string;
  allowed?: readonly string[];
}

const sentencesOf = (problems: readonly Refusal[]): string =>
  problems.map(({ path, problem, allowed }) => `${path}: ${problem}${allowed === undefined ? '' : ` (allowed: ${allowed.join(', ')})`}`).join('; ');

export class FactsError extends Error {
  constructor(readonly problems: readonly Refusal[]) {
    super(sentencesOf(problems));
    this.name = 'FactsError';
  }
}

/** An authority that an office entered cannot be read. */
export class AuthorityError extends Error {
  constructor(readonly problems: readonly Refusal[]) {
    super(sentencesOf(problems));
    this.name = 'AuthorityError';
  }
}
