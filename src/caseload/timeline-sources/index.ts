import { attempts, representations } from './counsel.js';
import { otherCustody, stints } from './custody.js';
import { caseEvents, iceContacts, memberships } from './events-and-contacts.js';
import { findingReviews, findings } from './findings.js';
import { membershipDecisions } from './membership-decisions.js';
import { documents, notes } from './notes-and-documents.js';
import { cooperation, orderEvents, removalOrders } from './removal-orders.js';
import type { TimelineSource } from './timeline-source.js';

/** Everything dated about a person. A new source is a file beside these and a line here. */
export const TIMELINE_SOURCES: readonly TimelineSource[] = [
  stints, otherCustody, removalOrders, orderEvents, cooperation, memberships, membershipDecisions, caseEvents, iceContacts, representations, attempts, notes, documents, findings, findingReviews,
];

export const TIMELINE_KINDS: readonly string[] = TIMELINE_SOURCES.map(({ kind }) => kind);
