import type { Tx } from '../common/database.js';

export const RETENTION_KINDS = ['withdrawn-note', 'withdrawn-document', 'closed-file'] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** What each kind is, for whoever decides how long it is kept. */
export const ABOUT: Record<RetentionKind, string> = {
  'withdrawn-note': 'a note that was withdrawn, with all of its versions; counted from its withdrawal',
  'withdrawn-document': 'a document that was withdrawn, with its file; counted from its withdrawal',
  'closed-file': 'all that is on file of a person who is known not to be in custody; counted from the last change of anything about them',
};

/** Whose changes an import writes, which are not in the log one by one; everything else that is changed is. */
const FACT_TABLES = ['detainee_identity', 'detainee_name', 'detainee_identifier', 'custody_stint', 'other_custody', 'removal_order',
  'removal_order_event', 'cooperation_lapse', 'class_membership', 'case_event', 'ice_contact', 'known_list'];
const NOT_A_CHANGE = `a.action not in ('detainee.read', 'detainee.exported', 'document.downloaded') and a.action not like 'request.%' and a.action not like 'retention.%'`;

const withdrawn = (table: string): string => `
  select t.detainee_id, t.id as subject_id, max(t.superseded_at) as since from ${table} t
  where not exists (select from ${table} c where c.id = t.id and c.superseded_at is null) group by t.id, t.detainee_id`;

/** What could go, each since when; what of it is due follows from the rule. */
const CANDIDATES: Record<RetentionKind, string> = {
  'withdrawn-note': withdrawn('note'),
  'withdrawn-document': withdrawn('document'),
  'closed-file': `
    select d.id as detainee_id, d.id as subject_id, greatest(d.created_at,
      (select max(a.at) from audit_entry a where a.detainee_id = d.id and ${NOT_A_CHANGE}),
      ${FACT_TABLES.map((table) => `(select max(greatest(f.recorded_at, f.superseded_at)) from ${table} f where f.detainee_id = d.id)`).join(',\n      ')}) as since
    from detainee d join evaluation e on e.detainee_id = d.id and e.in_custody is false
    where d.erased_at is null and d.created_at < $2::date - $1::integer * interval '1 month'
      and not exists (select from review_mark m where m.detainee_id = d.id)`,
};

/** `$1` months to keep, `$2` today, `$3` the office's zone: day by day, so that the last day of keeping is a whole one. */
export const dueSql = (kind: RetentionKind): string => `
  select c.detainee_id, c.subject_id, (c.since at time zone $3)::date as since_on from (${CANDIDATES[kind]}) as c
  where (c.since at time zone $3)::date + $1::integer * interval '1 month' < $2::date`;

/** Deletes the note, or the document and what only it used; the addresses of files that are to go. */
export async function deleteSubject(tx: Tx, kind: Exclude<RetentionKind, 'closed-file'>, subjectId: string): Promise<string[]> {
  if (kind === 'withdrawn-note') {
    await tx.query('delete from note where id = $1', [subjectId]);
    return [];
  }
  const gone = await tx.query<{ content: string }>('delete from document where id = $1 returning content_id as content', [subjectId]);
  const files = await tx.query<{ address: string }>(
    `delete from document_content c where c.id = any($1::uuid[]) and not exists (select from document d where d.content_id = c.id) returning c.address`,
    [[...new Set(gone.map(({ content }) => content))]]);
  return files.map(({ address }) => address);
}
