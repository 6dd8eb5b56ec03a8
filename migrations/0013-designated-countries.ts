import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DesignatedCountries1795478400013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table removal_order add column designated_countries text[];
      comment on column removal_order.designated_countries is
        'The countries to which the order sends the person, ISO 3166-1 alpha-3, first the one that it names first; null: not known.';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table removal_order drop column designated_countries');
  }
}
