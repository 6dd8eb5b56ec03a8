import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What must be known of orders whoever asks. A change of an order that names persons is logged of all of them, also of those whom
 * whoever makes it does not see; and an id that was given once is refused, also if its order is closed to whoever gives it again.
 */
export class PeopleOfAnOrder1795478400019 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Whom an order names or has named: for the log, and for who sees one of them, as the order itself is.
      create function people_of_order(asked text) returns uuid[] language plpgsql stable security definer
        set search_path to pg_catalog, public, pg_temp as $$
        declare
          people uuid[] := array(
            select distinct m.detainee_id from public.class_membership m
            where m.class = asked and exists (select from public.court_order o where o.id = asked and o.names_persons) order by 1);
          hidden uuid[] := public.hidden_people();
          team uuid[] := public.team_list();
        begin
          if session_user = 'vigil_api' and not exists (select from unnest(people) p (id) where p.id <> all (hidden) or p.id = any (team)) then return '{}'; end if;
          return people;
        end $$;

      create function order_id_was_given(asked text) returns boolean language plpgsql stable security definer
        set search_path to pg_catalog, public, pg_temp as $$
        begin
          return exists (select from public.court_order o where o.id = asked);
        end $$;

      revoke execute on function people_of_order, order_id_was_given from public;
      grant execute on function people_of_order, order_id_was_given to vigil_api;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function people_of_order, order_id_was_given');
  }
}
