import type { Handling } from '../common/handling.js';
import { Permission } from '../common/permissions.js';
import { unknownEvent } from '../detainees/event-reference.js';
import { type FactKind, inColumns } from '../detainees/fact.js';
import type { MediaType } from './file-types.js';

/** What can be corrected of a document. */
export interface DocumentLabel {
  title: string;
  handling: Handling;
  /** the event that it belongs to; null: the person */
  eventId?: string | null;
}

export interface DocumentValues extends DocumentLabel {
  /** as it was called where it came from */
  fileName: string;
  /** by its content, whatever it was called */
  mediaType: MediaType;
  sizeBytes: number;
  /** of the file as it was sent */
  sha256: string;
  contentId: string;
}

/** A file about a person or an event: what it is called and what it is. What is in it stands in the storage. */
export const DOCUMENT: FactKind<DocumentValues> = {
  name: 'document',
  table: 'document',
  orderBy: 'recorded_at, version_id',
  read: Permission.ReadDocuments,
  ...inColumns<DocumentValues>({
    title: 'title', handling: 'handling', eventId: 'case_event_id', fileName: 'file_name', mediaType: 'media_type', sizeBytes: 'size_bytes',
    sha256: 'sha256', contentId: 'content_id',
  }),
  conflicts: async (tx, { detaineeId, values, before }) =>
    (values.eventId && values.eventId !== before?.eventId ? unknownEvent(tx, detaineeId, values.eventId) : []),
};
