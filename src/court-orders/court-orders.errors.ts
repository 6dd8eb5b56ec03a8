import { explainConstraint } from '../common/constraint.js';
import { conflict, contradiction, type Fault, invalid, type Problem } from '../common/problem.js';
import { AuthorityError } from '../law/refusal.js';

const GIVEN_ONCE: Fault = { path: 'id', problem: 'is the id of an order that was withdrawn' };

explainConstraint('court_order_current', { path: 'id', problem: 'is the id of another authority' });
explainConstraint('court_order_version', GIVEN_ONCE);
explainConstraint('class_membership_order_seen', { path: 'class', problem: 'is that of an order which is closed to you' });
explainConstraint('law_verification_once', { path: 'clause', problem: 'is verified already' });

/** What the law cannot read, as a problem that names each fault of it. */
export function refusing<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof AuthorityError) throw invalid(...error.problems);
    throw error;
  }
}

export const givenOnce = (): Problem => conflict(GIVEN_ONCE);

export const changesNothing = (): Problem => contradiction({ path: '', problem: 'The correction changes nothing: what it says is on file already' });

export const stillNamed = (orders: readonly string[]): Problem =>
  conflict({ path: 'protects.class', problem: 'is a class that another order protects or asks about, and nobody would define it', allowed: orders });

export const noSuchClause = (at: number, clauses: readonly string[]): Problem =>
  contradiction({ path: `clauseIds[${at}]`, problem: 'is no clause of this order', allowed: clauses });

export const overlapping = (clauses: readonly string[]): Problem =>
  contradiction({ path: 'on', problem: `overlaps: a state of ${clauses.join(', ')} begins on that day already; a wrong entry is withdrawn first` });

export const withdrawnAlready = (): Problem => conflict({ path: '', problem: 'It was withdrawn already' });

export const noClause = (): Problem => contradiction({ path: 'clause', problem: 'is no clause of that authority' });

export const needsNoVerification = (): Problem => conflict({ path: 'clause', problem: 'counts already: it is not unverified' });

export const readInTheFuture = (): Problem => contradiction({ path: 'readOn', problem: 'must not be after today' });
