import { Injectable } from '@nestjs/common';
import { type LockedText, openText } from '../common/crypto/locked-text.js';
import { MasterKey } from '../common/crypto/master-key.js';
import { Database } from '../common/database.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';

export interface ContactDraftSummary {
  id: string;
  version: number;
  detaineeIds: string[];
  createdAt: Date;
  savedAt: Date;
}

export interface ContactDraft extends ContactDraftSummary {
  content: string;
}

const SUMMARY = 'id, version, people as "detaineeIds", created_at as "createdAt", saved_at as "savedAt"';

export const placeOfDraft = (userId: string, id: string) => ({ table: 'ice_contact_draft', column: 'content', row: `${userId}/${id}` });

/** Of one user, as far as they see everybody whom a draft names: PostgreSQL shows no other. */
@Injectable()
export class ContactDraftsQueries {
  constructor(private readonly database: Database, private readonly master: MasterKey) {}

  /** The one saved last first, without what they hold. */
  async page(userId: string, { limit, cursor }: { limit: number; cursor?: string }): Promise<Page<ContactDraftSummary>> {
    const [savedAt, id] = decodeCursor(cursor, ['string', 'id']) ?? [null, null];
    const rows = await this.database.query<ContactDraftSummary>(
      `select ${SUMMARY} from ice_contact_draft
       where user_id = $1 and ($2::timestamptz is null or (saved_at, id) < ($2, $3::uuid)) order by saved_at desc, id desc limit $4`,
      [userId, savedAt, id, limit + 1]);
    return pageOf(rows, limit, (row) => [row.savedAt.toISOString(), row.id]);
  }

  async find(userId: string, id: string): Promise<ContactDraft | null> {
    const [row] = await this.database.query<ContactDraftSummary & LockedText>(
      `select ${SUMMARY}, content as sealed, content_key as wrapped, master_key_id as "masterKeyId" from ice_contact_draft where user_id = $1 and id = $2`,
      [userId, id]);
    if (!row) return null;
    const { sealed, wrapped, masterKeyId, ...summary } = row;
    return { ...summary, content: await openText(this.master, placeOfDraft(userId, summary.id), { sealed, wrapped, masterKeyId }) };
  }

  async count(userId: string): Promise<number> {
    const [{ count }] = await this.database.query<{ count: number }>('select count(*) from ice_contact_draft where user_id = $1', [userId]);
    return count;
  }
}
