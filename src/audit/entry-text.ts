/**
 * An entry as it is sealed: one line of JSON, made by PostgreSQL, whose jsonb writes the same value always to the same
 * letters and loses no digit of a number. It is written out here and not a function of the database, because whoever
 * alters entries there could alter that too. What is sealed of a person stays sealed in it.
 */
export const ENTRY_TEXT = `jsonb_build_object(
  'form', 1, 'id', e.id, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'actorId', e.actor_id, 'requestId', e.request_id,
  'action', e.action, 'subject', e.subject, 'subjectId', e.subject_id, 'detaineeId', e.detainee_id, 'mentions', to_jsonb(e.mentions),
  'route', e.route, 'ref', e.ref, 'before', e.before, 'after', e.after)::text`;
