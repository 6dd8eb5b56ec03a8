import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger refers to users, who are disabled and never deleted, and to its own rows, which are succeeded and never
 * deleted; it is written by a review, and acknowledged by whoever is signed in. To ask three times for each of a million
 * new rows whether nothing refers to nothing took a twelfth of a sweep.
 */
const REFERENCES = [['supersedes_id', 'finding'], ['acknowledged_by', 'app_user'], ['snoozed_by', 'app_user']] as const;

export class LedgerReferences1795478400017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [column] of REFERENCES) await db.query(`alter table finding drop constraint finding_${column}_fkey`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [column, table] of REFERENCES) {
      await db.query(`alter table finding add constraint finding_${column}_fkey foreign key (${column}) references ${table} (id)`);
    }
  }
}
