import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody has begun to write of a contact: on nobody's file yet, and its writer's alone. */
export class ContactDrafts1795478400016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table ice_contact_draft (
        user_id       uuid not null references app_user (id),
        -- chosen by the client, so that a save whose answer was lost can be sent again; another user's may be the same
        id            uuid not null,
        version       integer not null default 1 check (version >= 1),
        people        uuid[] not null,
        content       bytea not null,
        content_key   bytea not null,
        master_key_id text not null,
        created_at    timestamptz(3) not null,
        saved_at      timestamptz(3) not null,
        constraint ice_contact_draft_once primary key (user_id, id)
      );
      comment on column ice_contact_draft.people is 'Whom it names; not shown to a writer who does not see all of them any more.';
      comment on column ice_contact_draft.content_key is 'Of this content alone, locked by the master key.';
      create index ice_contact_draft_age on ice_contact_draft (saved_at);

      -- Whom of the people the writer sees is for the policies of detainee to say.
      alter table ice_contact_draft enable row level security;
      create policy own_drafts on ice_contact_draft to vigil_api
        using (user_id = (select acting_user()) and (
          select count(*) from detainee d where d.id = any (ice_contact_draft.people)) = cardinality(ice_contact_draft.people));
      create policy worker on ice_contact_draft to vigil_worker using (true);
      grant select, insert, delete, update (version, people, content, content_key, master_key_id, saved_at) on ice_contact_draft to vigil_api;
      grant select (user_id, id, people, saved_at), delete on ice_contact_draft to vigil_worker;

      -- Whoever erases a person cannot see what others have begun to write of them.
      create function erase_contact_drafts() returns trigger language plpgsql security definer
        set search_path to pg_catalog, public, pg_temp as $$
        begin
          delete from public.ice_contact_draft where people @> array[new.id];
          return null;
        end $$;
      revoke execute on function erase_contact_drafts from public;
      create trigger detainee_erased_drafts after update of erased_at on detainee for each row
        when (old.erased_at is null and new.erased_at is not null) execute function erase_contact_drafts();

      create index ice_contact_encounter on ice_contact (encounter_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index ice_contact_encounter;
      drop trigger detainee_erased_drafts on detainee;
      drop function erase_contact_drafts;
      drop table ice_contact_draft;
    `);
  }
}
