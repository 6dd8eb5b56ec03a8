import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEALED = "like 'sealed:1:%'";
/** What the database itself writes when somebody opens a file; it names nobody. */
const OPENED = "reason = 'Opened the file.'";

/** What people write as a reason, each with what the database asked of it until now and what it asks from now on. */
const REASONS = [
  { table: 'person_grant', column: 'reason', sealed: `${OPENED} or reason ${SEALED}`, plain: 'length(reason) between 1 and 2000' },
  { table: 'wall', column: 'reason', sealed: `reason ${SEALED}`, plain: 'length(reason) between 1 and 2000' },
  { table: 'wall', column: 'taken_down_reason', sealed: `taken_down_reason ${SEALED}`, plain: 'length(taken_down_reason) between 1 and 2000' },
  { table: 'broken_glass', column: 'reason', sealed: `reason ${SEALED}`, plain: 'length(reason) between 1 and 2000' },
  { table: 'broken_glass', column: 'review_note', sealed: `review_note ${SEALED}`, plain: 'length(review_note) <= 2000' },
  // A hold on a class is about nobody in particular, whose key there could be.
  ...['reason', 'lifted_reason'].map((column) => ({
    table: 'legal_hold', column,
    sealed: `case when detainee_id is null then length(${column}) between 1 and 2000 else ${column} ${SEALED} end`,
    plain: `length(${column}) between 1 and 2000`,
  })),
];

/**
 * A reason may say what the file says, so it is kept as the file is: sealed under the person's key. What is on file in
 * plain text is sealed by `vigil migrate` once this has run. And an answer that is kept for a repeated request says whom
 * it shows, so that it is not given again to somebody to whom they were closed meanwhile.
 */
export class SealedReasons1795478400007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const { table, column, sealed } of REASONS) {
      await db.query(`alter table ${table} drop constraint ${table}_${column}_check,
        add constraint ${table}_${column}_sealed check (${sealed}) not valid`);
    }
    await db.query(`
      -- A value is sealed for its row, so the row's id is chosen before it is written.
      grant insert (id) on broken_glass to vigil_api;

      alter table idempotency_key add column people uuid[] not null default '{}';
      comment on column idempotency_key.people is 'The people in the answer whom the user saw when it was given.';
      -- Of answers from before it is not known whom they show.
      delete from idempotency_key;

      -- It belongs to whoever was answered; what is outdated goes with anybody's next request.
      alter table idempotency_key enable row level security;
      create policy own_answers on idempotency_key to vigil_api
        using (user_id = (select acting_user()) or created_at < now() - interval '24 hours') with check (user_id = (select acting_user()));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const { table, column, plain } of REASONS) {
      await db.query(`
        do $$ begin
          if exists (select from ${table} where ${column} ${SEALED}) then
            raise exception 'reasons are sealed, and the database has no keys: there is no way back without losing them';
          end if;
        end $$;
        alter table ${table} drop constraint ${table}_${column}_sealed, add constraint ${table}_${column}_check check (${plain});
      `);
    }
    await db.query(`
      revoke insert (id) on broken_glass from vigil_api;
      drop policy own_answers on idempotency_key;
      alter table idempotency_key disable row level security, drop column people;
    `);
  }
}
