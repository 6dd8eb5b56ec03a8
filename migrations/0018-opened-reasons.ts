import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why a finding came of which nothing stood before: a fact that came late, in words. What takes the place of another has
 * its reason in the row that it superseded; what came in its time, or with the first review, has none.
 */
export class OpenedReasons1795478400018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table finding add column opened_reason text check (opened_reason is null or supersedes_id is null)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table finding drop column opened_reason');
  }
}
