import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEALED = "like 'sealed:1:%'";

/** Contacts of the government with a person are kept as facts are: in versions, of which none is overwritten. */
export class IceContacts1795478400009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table ice_contact (
        version_id         bigint generated always as identity primary key,
        id                 uuid not null,
        version            integer not null check (version >= 1),
        detainee_id        uuid not null references detainee (id),
        source_kind        text not null check (source_kind in ('document', 'row', 'person')),
        source_text        text check (source_text ${SEALED}),
        source_file_id     uuid references production_file (id),
        source_sheet       text,
        source_row         integer check (source_row >= 1),
        recorded_by        uuid not null references app_user (id),
        recorded_at        timestamptz(3) not null,
        superseded_at      timestamptz(3),
        superseded_by      uuid references app_user (id),
        superseded_reason  text check (superseded_reason ${SEALED}),
        -- what was said to several people at once is one contact of each of them; they share this
        encounter_id       uuid not null,
        on_day             date not null,
        at_instant         timestamptz(3),
        at_offset_minutes  smallint check (at_offset_minutes between -1440 and 1440),
        facility           text references facility (detloc),
        place              text check (place ${SEALED}),
        actor              text not null check (actor in ('ice', 'dhs', 'jail', 'consular', 'counsel', 'other')),
        actor_name         text check (actor_name ${SEALED}),
        manner             text check (manner in ('in-person', 'phone', 'video', 'letter', 'form')),
        language           text,
        interpreted        boolean,
        topics             text[] not null check (topics <@ array['immigration-case', 'detention-length', 'prospect-of-removal',
          'threat-of-prosecution', 'wish-to-return', 'class-blamed', 'leave-the-class', 'retaliation', 'force', 'document-signing',
          'travel-document', 'consular-interview']),
        words              text check (words ${SEALED}),
        narrative          text check (narrative ${SEALED}),
        documents          text check (documents ${SEALED}),
        counsel_present    boolean,
        counsel_notified_on date,
        witnesses          text check (witnesses ${SEALED}),
        learned_how        text check (learned_how ${SEALED}),
        learned_on         date,
        check ((superseded_at is null) = (superseded_reason is null)),
        check ((source_kind = 'row') = (source_file_id is not null and source_row is not null)),
        check ((at_instant is null) = (at_offset_minutes is null))
      );
      comment on column ice_contact.documents is 'A list of { title, act } as JSON, sealed as one value.';
      create unique index ice_contact_current on ice_contact (id) where superseded_at is null;
      create index ice_contact_detainee on ice_contact (detainee_id);
      create index ice_contact_newest on ice_contact (on_day desc, id desc) where superseded_at is null;

      select protect_person_table('ice_contact');
      grant select, insert, update (superseded_at, superseded_by, superseded_reason) on ice_contact to vigil_api;
      grant select on ice_contact to vigil_worker;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table ice_contact');
  }
}
