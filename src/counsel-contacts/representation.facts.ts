import type { Tx } from '../common/database.js';
import { Permission } from '../common/permissions.js';
import type { Fault } from '../common/problem.js';
import { type FactKind, inColumns } from '../detainees/fact.js';
import { inOrder, notAfterToday, possible } from '../detainees/fact-faults.js';

/** G-28: before DHS; EOIR-28: before the immigration court or the Board; habeas counsel and class counsel by their court. */
export const REPRESENTATIONS = ['g-28', 'eoir-28', 'habeas', 'class'] as const;

export interface RepresentationValues {
  kind: (typeof REPRESENTATIONS)[number];
  /** somebody of this office */
  userId?: string | null;
  /** somebody of another, by name and firm */
  counsel?: string | null;
  firm?: string | null;
  from?: string | null;
  /** half-open; null: it lasts, or its end is not known */
  to?: string | null;
  /** for what, where not for everything */
  scope?: string | null;
  court?: string | null;
  documentId?: string | null;
}

/**
 * Who represents a person before whom. A G-28 makes them counsel of record to the law (detention-review/facts.queries.ts):
 * the policy on transfers names that form; which other form would do as well was seen in no source.
 */
export const REPRESENTATION: FactKind<RepresentationValues> = {
  name: 'representation',
  table: 'representation',
  orderBy: 'from_on nulls last, version_id',
  read: Permission.ReadCounselContacts,
  ...inColumns<RepresentationValues>({
    kind: 'kind', userId: 'user_id', counsel: 'counsel', firm: 'firm', from: 'from_on', to: 'to_on', scope: 'scope', court: 'court', documentId: 'document_id',
  }),
  // Who takes over from whom is said by one side of the change.
  implied: ({ userId, counsel, firm }) => ({ ...(userId && { counsel: null, firm: null }), ...((counsel ?? firm) && { userId: null }) }),
  // A limited appearance may say today when it will end.
  faults: ({ kind, userId, counsel, firm, from, to }, today) => [
    ...notAfterToday(today, { from }), ...possible({ to }), ...inOrder(['from', from], ['to', to]),
    ...(kind === 'g-28' && !from ? [{ path: 'from', problem: 'must say on which day the form was filed: from that day on counsel must be told of a transfer' }] : []),
    ...(userId && (counsel ?? firm) ? [{ path: 'userId', problem: 'is of somebody of this office, and `counsel` and `firm` of somebody else: give one of them' }] : []),
    ...(userId ?? counsel ?? firm ? [] : [{ path: 'counsel', problem: 'or `firm` or `userId` must say who it is' }]),
  ],
  conflicts: async (tx, { detaineeId, values: { userId, documentId }, before }) => [
    ...(userId && userId !== before?.userId ? await unknownUser(tx, userId) : []),
    ...(documentId && documentId !== before?.documentId ? await unknownDocument(tx, detaineeId, documentId) : []),
  ],
};

async function unknownUser(tx: Tx, userId: string): Promise<Fault[]> {
  const known = await tx.query('select from app_user where id = $1 and disabled_at is null', [userId]);
  return known.length > 0 ? [] : [{ path: 'userId', problem: 'is no user of this office' }];
}

async function unknownDocument(tx: Tx, detaineeId: string, documentId: string): Promise<Fault[]> {
  const known = await tx.query('select from document where id = $1 and detainee_id = $2 and superseded_at is null', [documentId, detaineeId]);
  return known.length > 0 ? [] : [{ path: 'documentId', problem: 'is no document of this person' }];
}
