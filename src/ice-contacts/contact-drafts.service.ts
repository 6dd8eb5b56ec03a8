import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { lockText } from '../common/crypto/locked-text.js';
import { MasterKey } from '../common/crypto/master-key.js';
import { Database, type Tx } from '../common/database.js';
import { requireVersion } from '../common/etag.js';
import type { Page } from '../common/pagination.js';
import { notFound } from '../common/problem.js';
import { MOST_DRAFTS, noSuchDraft, tooManyDrafts } from './contact-drafts.errors.js';
import { type ContactDraft, ContactDraftsQueries, type ContactDraftSummary, placeOfDraft } from './contact-drafts.queries.js';

export interface DraftToSave {
  detaineeIds?: readonly string[];
  content: string;
}

/**
 * What somebody has begun to write of a contact, saved by the screen again and again. It is nobody's fact yet: no clause
 * is judged by it, nobody but its writer reads it, and the log says of it when, and of whom, and not what.
 */
@Injectable()
export class ContactDraftsService {
  constructor(
    private readonly database: Database,
    private readonly drafts: ContactDraftsQueries,
    private readonly master: MasterKey,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list({ userId }: Actor, page: { limit: number; cursor?: string }): Promise<Page<ContactDraftSummary>> {
    return this.drafts.page(userId, page);
  }

  async one({ userId }: Actor, id: string): Promise<ContactDraft> {
    const draft = await this.drafts.find(userId, id);
    if (!draft) throw notFound('draft');
    return draft;
  }

  /**
   * `seen` is null where the client has never read it: then it is a new one. What is saved already is not saved again,
   * so that a save whose answer was lost can be repeated as it was.
   */
  async save(actor: Actor, draftId: string, seen: number | null, { detaineeIds = [], content }: DraftToSave): Promise<ContactDraft> {
    const id = draftId.toLowerCase();
    const people = [...new Set(detaineeIds.map((each) => each.toLowerCase()))].sort();
    return this.database.transaction(async (tx) => {
      await oneAtATime(tx, actor);
      const before = await this.drafts.find(actor.userId, id);
      if (before?.content === content && before.detaineeIds.join() === people.join()) return before;
      if (before) requireVersion(before, seen ?? 0);
      else if (seen !== null) throw notFound('draft');
      else if (await this.drafts.count(actor.userId) >= MOST_DRAFTS) throw tooManyDrafts();
      await this.holdPeople(tx, people);
      const now = this.clock.now();
      const draft: ContactDraft = { id, version: (before?.version ?? 0) + 1, detaineeIds: people, createdAt: before?.createdAt ?? now, savedAt: now, content };
      await this.write(tx, actor.userId, draft);
      await this.log(tx, actor, 'saved', draft, { version: draft.version });
      return draft;
    });
  }

  async remove(actor: Actor, id: string, seen: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      await oneAtATime(tx, actor);
      const draft = await this.one(actor, id);
      requireVersion(draft, seen);
      await tx.query('delete from ice_contact_draft where user_id = $1 and id = $2', [actor.userId, id]);
      await this.log(tx, actor, 'deleted', draft);
    });
  }

  /** In the transaction that records what it has become. One that is gone already was recorded from another window. */
  async becomeContacts(tx: Tx, actor: Actor, id: string, contacts: readonly string[]): Promise<void> {
    await oneAtATime(tx, actor);
    const [draft] = await tx.query<Pick<ContactDraft, 'id' | 'detaineeIds'>>(
      'delete from ice_contact_draft where user_id = $1 and id = $2 returning id, people as "detaineeIds"', [actor.userId, id]);
    if (!draft) throw noSuchDraft();
    await this.log(tx, actor, 'recorded', draft, { contacts });
  }

  /** Whom a draft names is held until it is written: whoever erases them waits, and then takes it with them. */
  private async holdPeople(tx: Tx, people: readonly string[]): Promise<void> {
    const held = await tx.query('select from detainee where id = any($1::uuid[]) and erased_at is null order by id for share', [people]);
    if (held.length < people.length) throw notFound('detainee');
  }

  private async write(tx: Tx, userId: string, { id, version, detaineeIds, content, createdAt, savedAt }: ContactDraft): Promise<void> {
    const { sealed, wrapped, masterKeyId } = await lockText(this.master, placeOfDraft(userId, id), content);
    if (version === 1) {
      await tx.query(
        `insert into ice_contact_draft (user_id, id, people, content, content_key, master_key_id, created_at, saved_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [userId, id, detaineeIds, sealed, wrapped, masterKeyId, createdAt, savedAt]);
      return;
    }
    await tx.query(
      `update ice_contact_draft set version = $3, people = $4, content = $5, content_key = $6, master_key_id = $7, saved_at = $8 where user_id = $1 and id = $2`,
      [userId, id, version, detaineeIds, sealed, wrapped, masterKeyId, savedAt]);
  }

  private async log(tx: Tx, actor: Actor, verb: string, { id, detaineeIds }: Pick<ContactDraft, 'id' | 'detaineeIds'>, after?: object): Promise<void> {
    await this.audit.record(tx, actor, {
      action: `ice-contact-draft.${verb}`, subject: 'ice-contact-draft', subjectId: id, after, ...(detaineeIds.length > 0 && { mentions: detaineeIds }),
    });
  }
}

/** One change of a user's drafts at a time: two windows meet here, and none saves what the other has just ended. */
const oneAtATime = (tx: Tx, { userId }: Actor): Promise<unknown> =>
  tx.query("select pg_advisory_xact_lock(hashtextextended('vigil drafts ' || $1::uuid, 0))", [userId]);
