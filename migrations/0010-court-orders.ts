import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The law of the office: authorities that it enters, the dated states of their clauses, and what an attorney verified.
 * Nothing of it is overwritten. Each change gives the law another revision, in its own transaction.
 */
export class CourtOrders1795478400010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.tables(db);
    await this.functions(db);
    await this.rights(db);
  }

  private async tables(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A number that was given once is given to no other state of the law, also if its transaction is undone.
      create sequence office_law_revision as integer;
      create table office_law (
        the_one  boolean primary key default true check (the_one),
        revision integer not null default 0
      );
      comment on table office_law is 'One row: which state of the law of the office this is. Whoever changes the law holds it.';
      insert into office_law default values;

      create table court_order (
        key               integer generated always as identity primary key,
        id                text not null check (id ~ '^[a-z0-9][a-z0-9.-]{0,99}$'),
        version           integer not null check (version >= 1),
        definition        jsonb not null,
        names_persons     boolean not null generated always as (definition -> 'protects' ->> 'kind' = 'persons') stored,
        recorded_by       uuid not null references app_user (id),
        recorded_at       timestamptz(3) not null default now(),
        superseded_at     timestamptz(3),
        superseded_by     uuid references app_user (id),
        superseded_reason text check (length(superseded_reason) between 1 and 2000),
        constraint court_order_version unique (id, version),
        check ((superseded_at is null) = (superseded_by is null)),
        check ((superseded_at is null) = (superseded_reason is null))
      );
      comment on column court_order.definition is 'The authority as the law reads it, without the states of its clauses.';
      create unique index court_order_current on court_order (id) where superseded_at is null;

      create table court_order_status (
        id               uuid primary key default gen_random_uuid(),
        version          integer not null default 1,
        order_id         text not null,
        clause_ids       text[] not null check (cardinality(clause_ids) > 0),
        on_day           date,
        state            text not null check (state in ('announced', 'in_force', 'stayed', 'partially_stayed', 'contested', 'vacated', 'superseded', 'expired', 'unknown')),
        cause            text not null check (length(cause) between 1 and 4000),
        source           text not null check (length(source) between 1 and 4000),
        grade            text not null,
        recorded_by      uuid not null references app_user (id),
        recorded_at      timestamptz(3) not null default now(),
        withdrawn_at     timestamptz(3),
        withdrawn_by     uuid references app_user (id),
        withdrawn_reason text check (length(withdrawn_reason) between 1 and 2000),
        check ((withdrawn_at is null) = (withdrawn_by is null)),
        check ((withdrawn_at is null) = (withdrawn_reason is null))
      );
      comment on column court_order_status.on_day is 'The day on which the state began, and lasts until the next; null: before all records.';
      create index court_order_status_order on court_order_status (order_id);

      create table law_verification (
        id               uuid primary key default gen_random_uuid(),
        version          integer not null default 1,
        authority        text not null,
        clause           text not null,
        clause_hash      text not null check (clause_hash ~ '^[0-9a-f]{64}$'),
        names_persons    boolean not null,
        read_on          date not null,
        source           text not null check (length(source) between 1 and 4000),
        recorded_by      uuid not null references app_user (id),
        recorded_at      timestamptz(3) not null default now(),
        withdrawn_at     timestamptz(3),
        withdrawn_by     uuid references app_user (id),
        withdrawn_reason text check (length(withdrawn_reason) between 1 and 2000),
        check ((withdrawn_at is null) = (withdrawn_by is null)),
        check ((withdrawn_at is null) = (withdrawn_reason is null))
      );
      comment on column law_verification.clause_hash is 'SHA-256 of what was verified: a clause that says something else by now is not verified.';
      create unique index law_verification_once on law_verification (authority, clause) where withdrawn_at is null;
      create index law_verification_newest on law_verification (recorded_at desc, id desc);

      -- Whom an order names is asked of all memberships, a class at a time.
      create index class_membership_class on class_membership (class);
    `);
  }

  private async functions(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The law is the same for everybody, whoever asks: what of it may be shown to whom is for the policies of its tables.
      create function office_law_in_force() returns jsonb language plpgsql stable security definer as $$
        begin
          return (select jsonb_build_object(
            'revision', l.revision,
            'orders', (select coalesce(jsonb_agg(jsonb_build_object('definition', o.definition, 'version', o.version, 'status', (
                select coalesce(jsonb_agg(jsonb_build_object('clauseIds', s.clause_ids, 'from', s.on_day, 'state', s.state, 'cause', s.cause,
                  'source', s.source, 'grade', s.grade) order by s.on_day nulls first), '[]')
                from public.court_order_status s where s.order_id = o.id and s.withdrawn_at is null)) order by o.id), '[]')
              from public.court_order o where o.superseded_at is null),
            'verifications', (select coalesce(jsonb_agg(jsonb_build_object('authority', v.authority, 'clause', v.clause, 'hash', v.clause_hash,
                'verifiedBy', u.name, 'on', v.read_on, 'source', v.source) order by v.authority, v.clause), '[]')
              from public.law_verification v join public.app_user u on u.id = v.recorded_by where v.withdrawn_at is null))
            from public.office_law l);
        end $$;

      -- An order that names persons is about them: it goes with the last of them.
      create function forget_order_of_nobody() returns trigger language plpgsql security definer as $$
        begin
          if exists (select from public.class_membership m where m.class = old.class) then return null; end if;
          delete from public.court_order o where o.id = old.class and o.names_persons;
          if found then
            delete from public.court_order_status s where s.order_id = old.class;
            delete from public.law_verification v where v.authority = old.class;
            update public.office_law set revision = nextval('public.office_law_revision');
          end if;
          return null;
        end $$;
      create trigger class_membership_gone after delete on class_membership for each row execute function forget_order_of_nobody();

      -- Whoever sees one of the people whom an order names sees the order. So nobody who does not see it adds to them: a
      -- membership of somebody else would open it.
      create function refuse_order_unseen() returns trigger language plpgsql security definer as $$
        declare
          hidden uuid[];
          team uuid[];
        begin
          if not exists (select from public.court_order o where o.id = new.class and o.names_persons) then return new; end if;
          hidden := public.hidden_people();
          team := public.team_list();
          if exists (select from public.class_membership m where m.class = new.class)
            and not exists (select from public.class_membership m where m.class = new.class and (m.detainee_id <> all (hidden) or m.detainee_id = any (team)))
          then
            raise exception 'a membership of an order that is not seen' using errcode = '23514', constraint = 'class_membership_order_seen';
          end if;
          return new;
        end $$;
      create trigger class_membership_added before insert on class_membership for each row
        when (session_user = 'vigil_api') execute function refuse_order_unseen();

      revoke execute on function office_law_in_force, forget_order_of_nobody, refuse_order_unseen from public;
      grant execute on function office_law_in_force to vigil_api, vigil_worker;
    `);
  }

  /** An order that names persons is shown to whoever sees one of them; the policies of the memberships say who that is. */
  private async rights(db: QueryRunner): Promise<void> {
    const seesOne = (id: string) => `not names_persons or exists (select from class_membership m where m.class = ${id})`;
    const seesOrder = 'exists (select from court_order o where o.id = order_id)';
    await db.query(`
      alter table court_order enable row level security;
      create policy seeing on court_order for select to vigil_api using (${seesOne('court_order.id')});
      create policy changing on court_order for update to vigil_api using (${seesOne('court_order.id')});
      create policy entering on court_order for insert to vigil_api with check (recorded_by = (select acting_user()));

      alter table court_order_status enable row level security;
      create policy seeing on court_order_status for select to vigil_api using (${seesOrder});
      create policy changing on court_order_status for update to vigil_api using (${seesOrder});
      create policy entering on court_order_status for insert to vigil_api with check (recorded_by = (select acting_user()));

      alter table law_verification enable row level security;
      create policy seeing on law_verification for select to vigil_api using (${seesOne('law_verification.authority')});
      create policy changing on law_verification for update to vigil_api using (${seesOne('law_verification.authority')});
      create policy entering on law_verification for insert to vigil_api with check (recorded_by = (select acting_user()));

      grant select, update (revision) on office_law to vigil_api;
      grant usage on sequence office_law_revision to vigil_api;
      grant select on office_law to vigil_worker;
      grant select, insert, update (superseded_at, superseded_by, superseded_reason) on court_order to vigil_api;
      grant select, insert, update (version, withdrawn_at, withdrawn_by, withdrawn_reason) on court_order_status, law_verification to vigil_api;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger class_membership_added on class_membership;
      drop trigger class_membership_gone on class_membership;
      drop function refuse_order_unseen, forget_order_of_nobody, office_law_in_force;
      drop index class_membership_class;
      drop table law_verification, court_order_status, court_order, office_law;
      drop sequence office_law_revision;
    `);
  }
}
