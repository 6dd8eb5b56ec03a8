import type { Authority } from '../law/authorities/authority.js';
import { readAuthority } from '../law/authorities/authority-json.js';
import { AUTHORITIES } from '../law/authorities/index.js';
import { classNames } from '../law/classes/index.js';
import { AuthorityError } from '../law/refusal.js';
import { stillNamed } from './court-orders.errors.js';
import type { OfficeLawRows } from './office-law.queries.js';
import type { Surroundings } from './order-json.js';
import { authorityOf, timelinesOf } from './timeline.js';

const authoritiesOf = (orders: OfficeLawRows['orders']): Authority[] =>
  orders.map(({ definition, status }) => authorityOf(definition, timelinesOf(status)));

/**
 * The names that are given, beside the orders of the office that are handed in. Of whom an order names nobody else may
 * ask: that class is not among those that one may name, so that a refusal that lists them tells of no such order.
 */
export function namesAround(orders: OfficeLawRows['orders']): Surroundings {
  const office = authoritiesOf(orders);
  return {
    authorities: new Set([...AUTHORITIES, ...office].map(({ id }) => id)),
    classes: classNames([...AUTHORITIES, ...office.filter(({ protects }) => protects.kind !== 'persons')]),
    classNames: classNames([...AUTHORITIES, ...office]),
  };
}

/** Refuses what would leave another order with a class that nobody defines. `instead`: what the order says now; null: nothing. */
export function refuseIfStillNamed(others: OfficeLawRows['orders'], instead: Authority | null): void {
  const office = authoritiesOf(others);
  const { classes } = namesAround(others);
  const names = instead === null ? classes : classNames([...AUTHORITIES, ...office.filter(({ protects }) => protects.kind !== 'persons'), instead]);
  const unread = office.filter((authority) => !canRead(authority, names)).map(({ id }) => id);
  if (unread.length > 0) throw stillNamed(unread);
}

function canRead(authority: Authority, names: ReadonlySet<string>): boolean {
  try {
    readAuthority(authority, names);
    return true;
  } catch (error) {
    if (error instanceof AuthorityError) return false;
    throw error;
  }
}
