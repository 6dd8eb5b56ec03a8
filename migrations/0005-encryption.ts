import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Encryption1795478400005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The keys under which what is said of a person is sealed, locked by a master key that the database does not have.
      create table person_key (
        detainee_id   uuid not null references detainee (id),
        -- record: what the file says. log: what the log says, which is never written again, so that its keys stay.
        purpose       text not null check (purpose in ('record', 'log')),
        version       integer not null check (version >= 1),
        wrapped       bytea,
        master_key_id text,
        created_at    timestamptz not null default clock_timestamp(),
        destroyed_at  timestamptz,
        primary key (detainee_id, purpose, version),
        check ((wrapped is null) = (destroyed_at is not null)),
        check ((wrapped is null) = (master_key_id is null))
      );
      create index person_key_master on person_key (master_key_id, detainee_id) where wrapped is not null;
      create index person_key_age on person_key (created_at) where wrapped is not null;

      -- Whoever seals something holds this lock until the end of the transaction, so that a key is neither replaced nor
      -- destroyed between its use and the commit. Each statement of a volatile function sees what was committed before
      -- it, so that the keys are read as they are once the lock is held.
      create function person_keys_in_use(persons uuid[], asked text) returns setof person_key language plpgsql volatile as $$
        begin
          perform pg_advisory_xact_lock_shared(hashtextextended('vigil person key ' || person, 0)) from unnest(persons) as person;
          return query
            select distinct on (k.detainee_id) k.* from person_key k
            where k.detainee_id = any(persons) and k.purpose = asked and k.wrapped is not null
            order by k.detainee_id, k.version desc;
        end $$;

      -- By which keys the blind indexes were made: a process that has another would find nobody, and refuses to begin.
      create table blind_index_key (
        key_id        text primary key,
        first_used_at timestamptz not null default now(),
        retired_at    timestamptz
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table blind_index_key;
      drop function person_keys_in_use(uuid[], text);
      drop table person_key;
    `);
  }
}
