import { Permission } from '../../common/permissions.js';
import { factSource, officeDay, under } from './timeline-source.js';

/** That something was written down or filed, and when: what it says is read where it stands. */
const WRITTEN = { moments: [['recorded', officeDay('f.recorded_at')]], at: { instant: 'f.recorded_at', offset: 'null::smallint' }, withoutWordsOfSource: true } as const;
const VALUES = { handling: 'f.handling', eventId: 'f.case_event_id' };

export const notes = factSource({ kind: 'note', table: 'note', read: Permission.ReadNotes, link: under('notes'), values: VALUES, ...WRITTEN });

export const documents = factSource({
  kind: 'document', table: 'document', read: Permission.ReadDocuments, link: under('documents'), values: { ...VALUES, mediaType: 'f.media_type' }, ...WRITTEN,
});
