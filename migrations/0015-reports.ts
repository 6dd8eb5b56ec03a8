import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the law reads of a fact of each kind, with what says since when it was known. */
const KNOWN = 'detainee_id, id, recorded_at, superseded_at';
const READ_BY_THE_LAW: Readonly<Record<string, string>> = {
  detainee: 'id, created_at, erased_at',
  detainee_identity: `${KNOWN}, birth_date, citizenship`,
  custody_stint: `${KNOWN}, facility, custodian, from_on, to_on, ended_by`,
  other_custody: `${KNOWN}, kind, from_on, to_on`,
  removal_order: `${KNOWN}, kind, decided_on, decided_by, in_absentia, appeal_known, appeal_waived_on, appeal_filed, appeal_filed_on, appeal_decided_on,
    appeal_outcome, appeal_certified_on, departure_known, depart_by, departed, departed_on, departure_bond_due_on, departure_bond_posted,
    departure_bond_posted_on, stated_final_on, original_final_on, reinstated_on, events_known`,
  removal_order_event: `${KNOWN}, removal_order_id, kind, on_day, court`,
  cooperation_lapse: `${KNOWN}, from_on, to_on, ongoing, act, notice_served_on, disputed`,
  class_membership: `${KNOWN}, class, from_on, to_on`,
  case_event: `${KNOWN}, kind, on_day, at_instant, at_offset_minutes`,
  ice_contact: `${KNOWN}, on_day, at_instant, at_offset_minutes, actor, topics, counsel_present, counsel_notified_on`,
  representation: `${KNOWN}, kind, from_on, to_on`,
  counsel_contact: `${KNOWN}, on_day, at_instant, at_offset_minutes, granted_on, granted_at_instant, granted_offset_minutes, manner, monitored`,
  known_list: `${KNOWN}, list`,
  finding: 'id, detainee_id, authority, clause, event_key, on_day, opened_at, superseded_at',
  finding_review: 'detainee_id, authority, clause, event_key, step, state, at',
};

/**
 * A compliance report counts everybody, also those whom a wall closes to who asks for it: a number that depends on who asks is
 * none. So an admin who makes one and an auditor who reads one see here what the law reads of everybody, and no name, number
 * or word of anybody. These are the owner's views, which row security does not bind.
 */
export class Reports1795478400015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table report (
        id            uuid primary key,
        kind          text not null check (kind in ('compliance')),
        audience      text not null check (audience in ('office', 'outside')),
        from_on       date not null,
        through_on    date not null check (through_on >= from_on),
        authorities   text[] check (cardinality(authorities) > 0),
        as_of         date not null check (as_of >= from_on),
        as_known_on   timestamptz(3) not null,
        smallest_cell integer not null check (smallest_cell >= 2),
        law_version   text not null,
        pseudonym_key bytea not null check (octet_length(pseudonym_key) = 32),
        findings      integer not null check (findings >= 0),
        hash          text not null check (hash ~ '^[0-9a-f]{64}$'),
        made_by       uuid not null references app_user (id),
        made_at       timestamptz(3) not null default now()
      );
      create index report_newest on report (made_at desc, id desc);
      comment on table report is 'What was asked, and the hash of what was answered; it is computed again whenever it is read.';

      alter table report enable row level security;
      create policy making on report for insert to vigil_api
        with check ((select acting_role()) = 'admin' and made_by = (select acting_user()));
      create policy reading on report for select to vigil_api
        using ((select acting_role()) = 'admin' or ((select acting_role()) = 'auditor' and audience = 'outside'));
      grant select, insert on report to vigil_api;

      create schema whole_office;
      comment on schema whole_office is 'What a report is computed from, of everybody; for admins and auditors alone.';
      grant usage on schema whole_office to vigil_api;
    `);
    for (const [table, columns] of Object.entries(READ_BY_THE_LAW)) {
      await db.query(`
        create view whole_office.${table} with (security_barrier) as
          select ${columns} from public.${table}
          where session_user <> 'vigil_api' or (select public.acting_role()) in ('admin', 'auditor');
        grant select on whole_office.${table} to vigil_api;
      `);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema whole_office cascade; drop table report');
  }
}
