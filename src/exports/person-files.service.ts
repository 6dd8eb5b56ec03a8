import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.js';
import type { PersonAccessDto } from '../audit/audit.dto.js';
import { ClassMembershipsQueries } from '../class-memberships/class-memberships.queries.js';
import type { Actor } from '../common/actor.js';
import type { Page } from '../common/pagination.js';
import { isPermitted } from '../common/permissions.js';
import { FINDING_STATUSES, type FindingDto } from '../compliance/findings.dto.js';
import { FindingsService } from '../compliance/findings.service.js';
import { DetaineesService } from '../detainees/detainees.service.js';
import type { FactVersion } from '../detainees/fact.js';
import { FactKinds } from '../detainees/fact-kinds.js';
import { FactsQueries } from '../detainees/facts.queries.js';
import { DOCUMENT } from '../documents/document.facts.js';
import { FINDING_RESULTS } from '../law/answer.js';
import { NOTE } from '../notes/note.facts.js';
import type { PersonFile } from './person-export.js';

const PAGE = 200;

/** Reads all that is on file of a person and that the caller may read. */
@Injectable()
export class PersonFiles {
  constructor(
    private readonly people: DetaineesService,
    private readonly kinds: FactKinds,
    private readonly facts: FactsQueries,
    private readonly findings: FindingsService,
    private readonly memberships: ClassMembershipsQueries,
    private readonly log: AuditLog,
  ) {}

  async read(actor: Actor, detaineeId: string): Promise<PersonFile> {
    const person = await this.people.show(detaineeId, null);
    const facts: PersonFile['facts'] = {};
    const kinds = this.kinds.all.filter(({ read, name }) => name !== NOTE.name && name !== DOCUMENT.name && (read === undefined || isPermitted(actor.role, read)));
    for (const kind of [...kinds].sort((a, b) => (a.name < b.name ? -1 : 1))) facts[kind.name] = await this.facts.list(kind, detaineeId, null);
    return {
      person, facts,
      history: await all<FactVersion>((page) => this.people.history(actor, detaineeId, page)),
      findings: await all<FindingDto>((page) => this.findings.list({ ...page, detainee: detaineeId, status: [...FINDING_STATUSES], result: [...FINDING_RESULTS] })),
      membershipDecisions: await this.memberships.decisions(detaineeId),
      notes: await this.facts.list(NOTE, detaineeId, null),
      documents: await this.facts.list(DOCUMENT, detaineeId, null),
      log: await all<PersonAccessDto>((page) => this.log.accessTo(detaineeId, page)),
    };
  }
}

async function all<T>(read: (page: { limit: number; cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: PAGE, ...(cursor !== undefined && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}
