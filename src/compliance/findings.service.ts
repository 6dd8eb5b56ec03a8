import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Config } from '../common/config.js';
import { PersonKeys } from '../common/crypto/person-keys.js';
import { Database, type Tx } from '../common/database.js';
import { requireVersion } from '../common/etag.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';
import { notFound } from '../common/problem.js';
import type { FindingDto, FindingsQuery, SnoozeDto } from './findings.dto.js';
import { alreadySuperseded, snoozeMustEndLater } from './findings.errors.js';
import { openFindings, snoozeReason } from './sealed-findings.js';
import {
  acknowledge, findingById, type FindingRow, findingsInSections, type FindingsSection, listFindings, listStatement, lockFinding, type OfficeDay, placeOf,
  type SectionsAsked, snooze,
} from './findings.queries.js';
import { reviewOf } from './review-of-finding.js';

/** The morning's list, and what people say about what is on it. What the law says is not theirs to change. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly keys: PersonKeys,
    private readonly config: Config,
  ) {}

  async list(query: FindingsQuery): Promise<Page<FindingDto>> {
    const after = decodeCursor(query.cursor, ['number', 'string', 'id']);
    const rows = await listFindings(this.database, listStatement(query, after, this.officeDay()));
    return pageOf(await this.opened(rows), query.limit, placeOf);
  }

  /**
   * Of each filter how many findings its list has and the first of them, asked together. Only of what `list` shows
   * without being asked for more: the results that ask for somebody's eyes, as they stand.
   */
  async sections(asked: SectionsAsked): Promise<FindingsSection<FindingDto>[]> {
    const sections = await findingsInSections(this.database, asked, this.officeDay());
    const shown = await this.opened([...new Set(sections.flatMap(({ items }) => items))]);
    const byId = new Map(shown.map((finding) => [finding.id, finding]));
    return sections.map(({ count, items }) => ({ count, items: items.map(({ id }) => byId.get(id)!) }));
  }

  async one(id: string): Promise<FindingDto> {
    const finding = await findingById(this.database, id, this.clock.today());
    if (!finding) throw notFound('finding');
    const [opened] = await this.opened([finding]);
    return opened;
  }

  /** Somebody has seen it and will act. It stays on the list, marked, until the law answers otherwise. */
  async acknowledge(actor: Actor, id: string, seen: number): Promise<FindingDto> {
    return this.change(actor, id, seen, 'finding.acknowledged', (tx) => acknowledge(tx, id, actor.userId));
  }

  /** Off the list until a day, with a reason that whoever looks for it can read. */
  async snooze(actor: Actor, id: string, seen: number, { until, reason }: SnoozeDto): Promise<FindingDto> {
    if (until <= this.clock.today()) throw snoozeMustEndLater();
    return this.change(actor, id, seen, 'finding.snoozed', async (tx, finding) => {
      const sealed = await this.keys.encrypt(tx, finding.person.id, snoozeReason(finding), reason);
      await snooze(tx, id, actor.userId, until, sealed);
    });
  }

  private officeDay(): OfficeDay {
    return { today: this.clock.today(), timeZone: this.config.officeTimeZone };
  }

  private async change(actor: Actor, id: string, seen: number, action: string, change: (tx: Tx, finding: FindingDto) => Promise<void>): Promise<FindingDto> {
    return this.database.transaction(async (tx) => {
      if (!(await lockFinding(tx, id))) throw notFound('finding');
      const before = await this.one(id);
      if (before.superseded) throw alreadySuperseded();
      requireVersion(before, seen);
      await change(tx, before);
      const after = await this.one(id);
      await this.audit.record(tx, actor, { action, subject: 'finding', subjectId: id, detaineeId: before.person.id,
        before: marksOf(before), after: marksOf(after) });
      return after;
    });
  }

  private async opened(rows: readonly FindingRow[]): Promise<FindingDto[]> {
    const findings = rows.map((row): FindingDto => ({ ...row, review: reviewOf(row, row.review) }));
    await openFindings(this.keys, findings);
    return findings;
  }
}

const marksOf = ({ acknowledged, snoozed }: FindingDto) => ({ acknowledged, snoozed });
