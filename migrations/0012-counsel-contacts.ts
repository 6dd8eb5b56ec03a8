import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEALED = "like 'sealed:1:%'";

const VERSIONS = `
  version_id         bigint generated always as identity primary key,
  id                 uuid not null,
  version            integer not null check (version >= 1),
  detainee_id        uuid not null references detainee (id),
  source_kind        text not null check (source_kind in ('document', 'row', 'person')),
  source_text        text check (source_text ${SEALED}),
  source_file_id     uuid references production_file (id),
  source_sheet       text,
  source_row         integer check (source_row >= 1),
  recorded_by        uuid not null references app_user (id),
  recorded_at        timestamptz(3) not null,
  superseded_at      timestamptz(3),
  superseded_by      uuid references app_user (id),
  superseded_reason  text check (superseded_reason ${SEALED}),
  check ((superseded_at is null) = (superseded_reason is null)),
  check ((source_kind = 'row') = (source_file_id is not null and source_row is not null))`;

/** Who represents a person, attempts to reach them, whom else their case touches; and by which detention standard a facility is bound from when. */
export class CounselContacts1795478400012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table representation (${VERSIONS},
        kind        text not null check (kind in ('g-28', 'eoir-28', 'habeas', 'class')),
        -- somebody of the office, or of another: then by name and firm
        user_id     uuid references app_user (id),
        counsel     text check (counsel ${SEALED}),
        firm        text check (firm ${SEALED}),
        from_on     date,
        to_on       date,
        scope       text check (scope ${SEALED}),
        court       text check (court ${SEALED}),
        document_id uuid,
        check (user_id is null or (counsel is null and firm is null)),
        check (user_id is not null or counsel is not null or firm is not null),
        check (to_on is null or from_on is null or to_on >= from_on)
      );
      comment on column representation.document_id is 'The id that all versions of the document share.';
    `);
    await this.facts(db, 'representation');
    await db.query(`
      create table counsel_contact (${VERSIONS},
        -- when it was asked for
        on_day                 date not null,
        at_instant             timestamptz(3),
        at_offset_minutes      smallint check (at_offset_minutes between -1440 and 1440),
        -- when it came about
        granted_on             date,
        granted_at_instant     timestamptz(3),
        granted_offset_minutes smallint check (granted_offset_minutes between -1440 and 1440),
        facility               text references facility (detloc),
        manner                 text not null check (manner in ('visit', 'legal-call', 'video', 'mail')),
        outcome                text not null check (outcome in ('asked', 'granted', 'late', 'denied', 'cut-off')),
        minutes                integer check (minutes >= 0),
        monitored              boolean,
        interpreted            boolean,
        opened_in_presence     boolean check (opened_in_presence is null or manner = 'mail'),
        who                    text check (who ${SEALED}),
        said                   text check (said ${SEALED}),
        check ((at_instant is null) = (at_offset_minutes is null)),
        check ((granted_at_instant is null) = (granted_offset_minutes is null)),
        check ((granted_on is not null) = (outcome in ('granted', 'late', 'cut-off'))),
        check (granted_on >= on_day),
        check (monitored is null or granted_on is not null)
      );
    `);
    await this.facts(db, 'counsel_contact');
    await db.query(`
      -- Contract data, which no public list has. It is about no person, and is kept in versions as facts are.
      create table facility_standard (
        record_id         bigint generated always as identity primary key,
        id                uuid not null,
        version           integer not null check (version >= 1),
        facility          text not null references facility (detloc),
        standard          text not null check (standard ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
        from_on           date not null,
        to_on             date,
        source            text not null,
        recorded_by       uuid not null references app_user (id),
        recorded_at       timestamptz(3) not null,
        superseded_at     timestamptz(3),
        superseded_by     uuid references app_user (id),
        superseded_reason text,
        check (to_on is null or to_on > from_on),
        check ((superseded_at is null) = (superseded_reason is null)),
        check ((superseded_at is null) = (superseded_by is null))
      );
      create unique index facility_standard_current on facility_standard (id) where superseded_at is null;
      create unique index facility_standard_from on facility_standard (facility, from_on) where superseded_at is null;
      grant select, insert, update (superseded_at, superseded_by, superseded_reason) on facility_standard to vigil_api;
      grant select on facility_standard to vigil_worker;

      -- Whoever was held at a facility on or after a day is looked at again, also whom the acting user is not to see: they
      -- learn nothing of it, for the ids go to the queue alone.
      create function mark_held_at(code text, since date) returns setof uuid language plpgsql security definer as $$
        begin
          if session_user = 'vigil_api' and coalesce(public.acting_role(), 'nobody') <> 'admin' then return; end if;
          return query
            with held as (
              select distinct s.detainee_id from public.custody_stint s
              where s.facility = code and s.superseded_at is null and (s.to_on is null or s.to_on >= since)),
            marked as (insert into public.review_mark (detainee_id) select h.detainee_id from held h)
            select h.detainee_id from held h;
        end $$;
      revoke execute on function mark_held_at from public;
      grant execute on function mark_held_at to vigil_api;
    `);
    await this.conflicts(db);
  }

  /**
   * Who else a case touches, and whether somebody asked about is on file already. The walls hold: what was found about a
   * person is a row of theirs, seen by whoever sees them, and nobody else learns more than that there is one.
   */
  private async conflicts(db: QueryRunner): Promise<void> {
    await db.query(`
      create table adverse_party (${VERSIONS},
        relation    text not null check (relation in ('adverse-party', 'witness', 'officer', 'opposing-counsel')),
        -- searched by sound, as the names of clients are
        full_name   text not null check (length(full_name) between 1 and 300),
        script      text not null,
        search_keys text[] not null,
        note        text check (note ${SEALED})
      );
    `);
    await this.facts(db, 'adverse_party');
    await db.query(`
      create index adverse_party_search on adverse_party using gin (search_keys) where superseded_at is null;

      create table conflict_check (
        id              uuid primary key,
        detainee_id     uuid not null references detainee (id),
        version         integer not null default 1,
        relation        text not null check (relation in ('client', 'adverse-party', 'witness', 'officer', 'opposing-counsel')),
        asked           text not null check (asked ${SEALED}),
        asked_by        uuid not null references app_user (id),
        asked_at        timestamptz(3) not null,
        -- how many were kept when it was asked, the likeliest, and whether there were more; null until it was looked
        found           integer check (found >= 0),
        more            boolean,
        check ((found is null) = (more is null)),
        decision        text check (decision in ('clear', 'conflict', 'waived')),
        decision_reason text check (decision_reason ${SEALED}),
        decided_by      uuid references app_user (id),
        decided_at      timestamptz(3),
        check ((decision is null) = (decided_by is null)),
        check ((decision is null) = (decided_at is null)),
        check (decision is distinct from 'waived' or decision_reason is not null)
      );
      comment on column conflict_check.asked is 'Names, numbers and birth date that were asked about, as JSON, sealed as one value.';
      create index conflict_check_detainee on conflict_check (detainee_id);
      create index conflict_check_newest on conflict_check (asked_at desc, id desc);
      select protect_person_table('conflict_check');
      grant select, insert (id, detainee_id, relation, asked, asked_by, asked_at),
        update (version, decision, decision_reason, decided_by, decided_at) on conflict_check to vigil_api;

      create table conflict_match (
        id            bigint generated always as identity primary key,
        check_id      uuid not null references conflict_check (id) on delete cascade,
        -- in whose file it was found
        detainee_id   uuid not null references detainee (id),
        relation      text not null,
        party_id      uuid,
        name_id       uuid,
        name_version  integer,
        -- which of the names asked about, from 0; of how many parts of it and of the name on file, how many sounded alike
        asked_name    smallint,
        parts_asked   smallint,
        parts_on_file smallint,
        parts_alike   smallint,
        exact         boolean not null default false,
        birth         text not null default 'unknown' check (birth in ('same', 'same-year', 'other', 'unknown')),
        same_number   boolean not null default false
      );
      create index conflict_match_check on conflict_match (check_id);
      create index conflict_match_detainee on conflict_match (detainee_id);
      select protect_person_table('conflict_match');
      grant select on conflict_match to vigil_api;

      create function births_alike(born date, born_year integer, on_file date, year_on_file integer) returns text language sql immutable parallel safe
        return case when born is not null and on_file is not null then case when born = on_file then 'same' else 'other' end
          when born_year is null or year_on_file is null then 'unknown'
          when born_year = year_on_file then 'same-year' else 'other' end;

      -- Looks through everybody, whomever the acting user sees, and keeps the likeliest. Two parts of a name must sound
      -- alike, or the one that there is. Those of whose file it is asked are no conflict of their own. Each name comes as
      -- { at, text, parts }: its place among those asked about, and for each part its keys, filled up to one length.
      create function find_conflicts(of_check uuid, names jsonb, lookups text[], born date, born_year integer, most integer) returns void
        language plpgsql security definer as $$
        declare
          own uuid;
          cut boolean;
        begin
          select c.detainee_id into own from public.conflict_check c
          where c.id = of_check and c.found is null and (session_user <> 'vigil_api' or c.asked_by = public.acting_user());
          if own is null then raise exception 'no such check is waiting to be looked for'; end if;

          with asked as (
            select (n->>'at')::smallint as name, n->>'text' as text,
              (select array_agg(array(select jsonb_array_elements_text(p))) from jsonb_array_elements(n->'parts') p) as parts,
              array(select distinct k from jsonb_array_elements(n->'parts') p, jsonb_array_elements_text(p) k) as every_key
            from jsonb_array_elements(names) n),
          hit as materialized (
            select h.*, a.name, array_length(a.parts, 1) as parts from asked a cross join lateral (
              select * from (
                select c.*, lower(c.full_name) = lower(a.text) as exact, cardinality(string_to_array(c.full_name, ' ')) as on_file,
                  case when c.relation = 'client' then public.births_alike(born, born_year, i.birth_date, i.birth_year) else 'unknown' end as birth
                from (
                  select 'client' as relation, f.detainee_id, null::uuid as party_id, f.id as name_id, f.version as name_version, f.full_name,
                    (select count(*) from generate_subscripts(a.parts, 1) part where f.search_keys && a.parts[part:part]) as alike
                  from public.detainee_name f where f.superseded_at is null and f.search_keys && a.every_key
                  union all
                  select f.relation, f.detainee_id, f.id, f.id, f.version, f.full_name,
                    (select count(*) from generate_subscripts(a.parts, 1) part where f.search_keys && a.parts[part:part])
                  from public.adverse_party f where f.superseded_at is null and f.search_keys && a.every_key) c
                left join public.detainee_identity i on i.detainee_id = c.detainee_id and i.superseded_at is null
                where c.detainee_id <> own and (c.alike >= 2 or array_length(a.parts, 1) = 1 or strpos(c.full_name, ' ') = 0)) l
              order by l.birth = 'same' desc, l.exact desc, l.alike::numeric / (array_length(a.parts, 1) + l.on_file) desc, l.birth = 'other', l.name_id
              limit most + 1) h),
          named as (
            select distinct on (relation, detainee_id, party_id) * from hit
            order by relation, detainee_id, party_id, exact desc, alike::numeric / (parts + on_file) desc, name, name_id),
          numbered as (
            select distinct f.detainee_id from public.detainee_identifier f
            where f.superseded_at is null and f.lookup = any (lookups) and f.detainee_id <> own),
          found as (
            select coalesce(m.detainee_id, n.detainee_id) as detainee_id, coalesce(m.relation, 'client') as relation, m.party_id, m.name_id, m.name_version, m.name, m.parts,
              m.on_file, m.alike, coalesce(m.exact, false) as exact, coalesce(m.birth, public.births_alike(born, born_year, i.birth_date, i.birth_year)) as birth,
              n.detainee_id is not null as same_number,
              row_number() over (order by n.detainee_id is null, coalesce(m.birth, '') <> 'same', m.exact desc nulls last, m.alike::numeric / (m.parts + m.on_file) desc nulls last) as place
            from named m full join numbered n on n.detainee_id = m.detainee_id and m.relation = 'client'
            left join public.detainee_identity i on i.detainee_id = n.detainee_id and i.superseded_at is null),
          kept as (
            insert into public.conflict_match (check_id, detainee_id, relation, party_id, name_id, name_version, asked_name, parts_asked, parts_on_file, parts_alike,
              exact, birth, same_number)
            select of_check, detainee_id, relation, party_id, name_id, name_version, name, parts, on_file, alike, exact, birth, same_number from found where place <= most order by place)
          select count(*) > most or exists (select from hit group by name having count(*) > most) into cut from found;

          update public.conflict_check set found = public.conflict_matches(of_check), more = cut where id = of_check;
        end $$;

      -- How many there are, whomever the acting user sees.
      create function conflict_matches(of_check uuid) returns integer language plpgsql stable security definer as $$
        begin
          return (select count(*)::integer from public.conflict_match m where m.check_id = of_check);
        end $$;
      revoke execute on function find_conflicts, conflict_matches from public;
      grant execute on function find_conflicts, conflict_matches to vigil_api;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function find_conflicts, conflict_matches, births_alike, mark_held_at;
      drop table conflict_match, conflict_check, adverse_party;
      drop table facility_standard;
      drop table counsel_contact;
      drop table representation;
    `);
  }

  /** What every table of facts has beside its columns. */
  private async facts(db: QueryRunner, table: string): Promise<void> {
    await db.query(`
      create unique index ${table}_current on ${table} (id) where superseded_at is null;
      create index ${table}_detainee on ${table} (detainee_id);
      select protect_person_table('${table}');
      grant select, insert, update (superseded_at, superseded_by, superseded_reason) on ${table} to vigil_api;
      grant select on ${table} to vigil_worker;
    `);
  }
}
