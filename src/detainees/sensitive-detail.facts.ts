import { Permission } from '../common/permissions.js';
import { type FactKind, inColumns } from './fact.js';

/** What a persecutor would ask for, and what a body says. */
export const SENSITIVE_TOPICS = ['religion', 'ethnicity', 'fear', 'health'] as const;

export interface SensitiveDetailValues {
  topic: (typeof SENSITIVE_TOPICS)[number];
  detail: string;
}

/** Kept apart from who the person is: it is sealed, and read by those alone who argue the case. */
export const SENSITIVE_DETAIL: FactKind<SensitiveDetailValues> = {
  name: 'sensitive-detail',
  table: 'sensitive_detail',
  orderBy: 'topic, version_id',
  read: Permission.ReadSensitiveDetails,
  ...inColumns<SensitiveDetailValues>({ topic: 'topic', detail: 'detail' }),
};
