import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people decided about memberships that were proposed: confirmed, declined, or left by an event. The membership itself
 * is a fact like any other; this keeps on which facts it rested, and is never changed.
 */
export class ClassMemberships1795478400011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table membership_decision (
        id             uuid primary key,
        detainee_id    uuid not null references detainee (id),
        class          text not null check (class ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
        decision       text not null check (decision in ('confirmed', 'declined', 'left')),
        -- what was proposed, as a hash of it and of the facts on which it rested
        proposal       text check (proposal ~ '^[0-9a-f]{64}$'),
        from_on        date,
        to_on          date,
        because        jsonb not null check (jsonb_typeof(because) = 'array'),
        evidence       jsonb not null check (jsonb_typeof(evidence) = 'array'),
        membership_id  uuid,
        reason         text check (reason like 'sealed:1:%'),
        as_of          date not null,
        law_version    text not null,
        decided_by     uuid not null references app_user (id),
        decided_at     timestamptz(3) not null,
        check ((proposal is null) = (decision = 'left')),
        check ((membership_id is null) = (decision = 'declined')),
        check ((reason is null) = (decision = 'confirmed'))
      );
      create index membership_decision_detainee on membership_decision (detainee_id, decided_at);
      comment on column membership_decision.evidence is 'A list of { list, id }: the facts, as they stood at decided_at.';

      select protect_person_table('membership_decision');
      grant select, insert on membership_decision to vigil_api;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table membership_decision');
  }
}
