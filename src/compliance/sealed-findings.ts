import type { PersonKeys } from '../common/crypto/person-keys.js';
import type { Place } from '../common/crypto/sealed.js';
import { openIdentifiers } from '../detainees/listed-identifiers.js';
import type { FindingDto } from './findings.dto.js';

/** A finding that takes the place of another of the same clause takes over why it waits, so it is sealed for both alike. */
export const snoozeReason = ({ authority, clause, event }: FindingDto): Place =>
  ({ table: 'finding', column: 'snooze_reason', row: `${authority}/${clause}/${event ?? ''}` });

/** What people wrote about a finding, and the numbers of the person whom it is about. */
export async function openFindings(keys: PersonKeys, findings: readonly FindingDto[]): Promise<void> {
  await openIdentifiers(keys, findings.map(({ person }) => person));
  const snoozed = findings.flatMap((finding) => (finding.snoozed ? [{ finding, snoozed: finding.snoozed }] : []));
  const reasons = await keys.decryptAll(snoozed.map(({ finding, snoozed: { reason } }) =>
    ({ personId: finding.person.id, place: snoozeReason(finding), sealed: reason })));
  snoozed.forEach((each, at) => { each.snoozed.reason = reasons[at] ?? ''; });
}
