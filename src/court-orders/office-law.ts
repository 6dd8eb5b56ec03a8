import { Injectable, Module } from '@nestjs/common';
import type { Authority } from '../law/authorities/authority.js';
import { readAuthority } from '../law/authorities/authority-json.js';
import { compileLaw, type Law, type Verification, withVerifications } from '../law/authorities/compile.js';
import { AUTHORITIES } from '../law/authorities/index.js';
import { classNames } from '../law/classes/index.js';
import { LAW_VERSION } from '../law/law-version.js';
import { clauseHash } from './clause-hash.js';
import { lawRevision, type OfficeLawRows, type Reader, readOfficeLaw, type StandingVerification } from './office-law.queries.js';
import { authorityOf, timelinesOf } from './timeline.js';

/** The law by which an office's people are evaluated: what ships, what the office entered, and what its attorneys verified. */
export interface CurrentLaw {
  /** those that ship first, each clause that was verified saying by whom */
  authorities: readonly Authority[];
  law: Law;
}

/**
 * Compiled once for each state of the law. Which state it is is asked again each time, a read of one row: every process
 * evaluates by what stands, and nobody has to be told.
 */
@Injectable()
export class OfficeLaw {
  private kept: (CurrentLaw & { revision: number }) | null = null;

  async current(db: Reader): Promise<CurrentLaw> {
    if (this.kept?.revision !== await lawRevision(db)) {
      const rows = await readOfficeLaw(db);
      this.kept = { revision: rows.revision, ...lawOf(rows) };
    }
    return this.kept;
  }
}

/** Throws if what was entered cannot be read by this build: an order that was left out would say that nothing is due. */
export function lawOf({ revision, orders, verifications }: OfficeLawRows): CurrentLaw {
  const authorities = [...AUTHORITIES, ...officeAuthorities(orders)];
  const standing = holding(authorities, verifications);
  const version = revision === 0 ? LAW_VERSION : `${LAW_VERSION}+${revision}`;
  return { authorities: withVerifications(authorities, standing), law: compileLaw(authorities, { version, verifications: standing }) };
}

/** The law of one order and nothing else, for who asks what it alone would do; of none, no law. */
export const lawOfOne = (authority: Authority | null, verifications: readonly StandingVerification[]): Law =>
  compileLaw(authority === null ? [] : [authority], { version: 'a proposal', verifications: authority === null ? [] : holding([authority], verifications) });

/** The orders of the office, read anew: a build with another law may refuse what an earlier one took. */
export function officeAuthorities(orders: OfficeLawRows['orders']): readonly Authority[] {
  const stored = orders.map(({ definition, status }) => authorityOf(definition, timelinesOf(status)));
  const names = classNames([...AUTHORITIES, ...stored]);
  return stored.map((authority) => {
    const { id } = authority;
    if (AUTHORITIES.some((shipped) => shipped.id === id)) throw new Error(`the order ${id} has the id of an authority that ships by now`);
    try {
      return readAuthority(authority, names);
    } catch (cause) {
      throw new Error(`the order ${id} cannot be read by this build: ${(cause as Error).message}`, { cause });
    }
  });
}

/** A clause that says something else than what was verified is not verified; one that is gone neither. */
const holding = (authorities: readonly Authority[], verifications: readonly StandingVerification[]): readonly Verification[] =>
  verifications.filter(({ authority, clause, hash }) => {
    const verified = authorities.find(({ id }) => id === authority)?.clauses.find(({ id }) => id === clause);
    return verified?.unverified === true && clauseHash(verified) === hash;
  });

@Module({ providers: [OfficeLaw], exports: [OfficeLaw] })
export class OfficeLawModule {}
