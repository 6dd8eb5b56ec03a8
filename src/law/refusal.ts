/** One thing that is wrong with what was given: where, what, and what would be right. Never repeats a personal value. */
export interface Refusal {
  path: string;
  problem: string;
  allowed?: readonly string[];
}

export class FactsError extends Error {
  constructor(readonly problems: readonly Refusal[]) {
    super(problems.map(({ path, problem, allowed }) => `${path}: ${problem}${allowed === undefined ? '' : ` (allowed: ${allowed.join(', ')})`}`).join('; '));
    this.name = 'FactsError';
  }
}
