import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';
import { invalid } from '../common/problem.js';
import { visibleOrders } from '../court-orders/court-orders.queries.js';
import { OfficeLaw } from '../court-orders/office-law.js';
import type { CompiledAuthority, Law } from '../law/authorities/compile.js';
import { AUTHORITIES, authoritiesAnswer } from '../law/authorities/index.js';
import { deadline } from '../law/deadlines/deadline.js';
import { DeadlineError } from '../law/deadlines/request.js';
import { FactsError } from '../law/facts-json.js';
import { suggestTopics } from '../law/topics/suggest.js';
import { evaluateJson } from './law-questions.js';

/** Asks the law as it stands in this office, and turns what it refuses into a problem that names each field. */
@Injectable()
export class LawService {
  constructor(private readonly database: Database, private readonly officeLaw: OfficeLaw) {}

  /** Facts of nobody on file: an order that names persons says nothing of them. */
  async evaluate(facts: unknown) {
    const { law } = await this.officeLaw.current(this.database);
    return refusing(() => evaluateJson(facts, ofNobodyByName(law)));
  }

  /** Those that ship, and those of the office that the caller may see, marked `office`. */
  async authorities() {
    const { authorities } = await this.officeLaw.current(this.database);
    const visible = await visibleOrders(this.database);
    const shown = authorities.filter(({ id }) => SHIPPED_IDS.has(id) || visible.has(id));
    return { items: authoritiesAnswer(shown).items.map((item, i) => ({ ...item, office: !SHIPPED_IDS.has(shown[i].id) })) };
  }

  deadline(request: unknown) {
    return refusing(() => deadline(request));
  }

  /** Any text is a narrative. */
  suggestTopics(body: unknown) {
    const narrative = typeof body === 'object' && body !== null && 'narrative' in body ? body.narrative : undefined;
    if (typeof narrative !== 'string') throw invalid({ path: 'narrative', problem: 'must be text' });
    return { suggestions: suggestTopics(narrative) };
  }
}

const SHIPPED_IDS: ReadonlySet<string> = new Set(AUTHORITIES.map(({ id }) => id));

function ofNobodyByName({ version, authorities, withoutEvents }: Law): Law {
  const namesNobody = ({ authority: { protects } }: CompiledAuthority): boolean => protects.kind !== 'persons';
  return { version, authorities: authorities.filter(namesNobody), withoutEvents: withoutEvents.filter(namesNobody) };
}

function refusing<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof FactsError || error instanceof DeadlineError) throw invalid(...error.problems);
    throw error;
  }
}
