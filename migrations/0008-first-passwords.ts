import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A password that the program made up, and that somebody else has seen, is good for a while only. */
export class FirstPasswords1795478400008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table app_user add column password_until timestamptz;
      comment on column app_user.password_until is 'Until then a password that was made for the user signs in; null once they chose one.';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table app_user drop column password_until');
  }
}
