import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions and their refresh tokens, second factors, single-use tokens, signing keys, and mail that is to go out. */
export class SignIn1795478400002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table app_user add column second_factor_required boolean not null default false;
      comment on column app_user.second_factor_required is 'The office asks for it; an admin needs one in any case.';
      -- Who of the provider this is, from the first sign-in on: an address may be given to somebody else later.
      alter table app_user add column provider_subject text;
      create unique index app_user_provider_subject on app_user (provider_subject);

      -- One row, what the office decides about signing in.
      create table sign_in_policy (
        the_one       boolean primary key default true check (the_one),
        second_factor text not null default 'admins' check (second_factor in ('admins', 'everybody')),
        version       integer not null default 1
      );
      insert into sign_in_policy default values;

      -- A session is a family of refresh tokens: one is current, and one that was used before ends all of them.
      create table user_session (
        id            uuid primary key default gen_random_uuid(),
        user_id       uuid not null references app_user (id),
        method        text not null check (method in ('password', 'openid-connect')),
        second_factor boolean not null,
        user_agent    text,
        source        text not null,
        created_at    timestamptz not null,
        last_used_at  timestamptz not null,
        expires_at    timestamptz not null,
        ended_at      timestamptz,
        ended_because text check (ended_because in
          ('signed-out', 'revoked', 'token-reused', 'password-changed', 'user-disabled', 'second-factor-removed')),
        check ((ended_at is null) = (ended_because is null))
      );
      create index user_session_open on user_session (user_id) where ended_at is null;
      create index user_session_age on user_session (expires_at);
      create table refresh_token (
        hash       bytea primary key check (length(hash) = 32),
        session_id uuid not null references user_session (id) on delete cascade,
        expires_at timestamptz not null,
        used_at    timestamptz
      );
      create index refresh_token_session on refresh_token (session_id);

      create table second_factor (
        user_id       uuid primary key references app_user (id),
        -- sealed under the installation's secret: it must be read again to check a code
        sealed_secret text not null,
        confirmed_at  timestamptz,
        -- the step of the last code that was accepted; that code and those before it are refused
        last_step     bigint not null default 0,
        created_at    timestamptz not null
      );
      create table recovery_code (
        user_id uuid not null references second_factor (user_id) on delete cascade,
        hash    bytea not null check (length(hash) = 32),
        used_at timestamptz,
        primary key (user_id, hash)
      );

      -- What is handed out once and taken back once: the hash alone is kept.
      create table one_time_token (
        hash       bytea primary key check (length(hash) = 32),
        purpose    text not null check (purpose in ('second-factor', 'password-reset', 'openid-connect')),
        user_id    uuid references app_user (id),
        sealed     text,
        attempts   integer not null default 0,
        expires_at timestamptz not null,
        used_at    timestamptz
      );
      create index one_time_token_user on one_time_token (user_id, purpose);
      create index one_time_token_age on one_time_token (expires_at);

      -- A device on which somebody signed in before is not slowed by what strangers try elsewhere.
      create table known_device (
        hash       bytea primary key check (length(hash) = 32),
        user_id    uuid not null references app_user (id),
        expires_at timestamptz not null
      );
      create index known_device_user on known_device (user_id);

      create table signing_key (
        id            text primary key,
        sealed_secret text not null,
        created_at    timestamptz not null,
        -- a key that was replaced checks what it signed until then; null while it signs
        accepted_until timestamptz
      );
      create unique index signing_key_current on signing_key ((true)) where accepted_until is null;

      create table outbox (
        id              bigint generated always as identity primary key,
        kind            text not null,
        -- what the message is made of when it is sent; gone once it was
        payload         jsonb,
        created_at      timestamptz not null,
        expires_at      timestamptz not null,
        attempts        integer not null default 0,
        next_attempt_at timestamptz not null,
        done_at         timestamptz,
        outcome         text check (outcome in ('sent', 'nobody', 'expired', 'failed', 'no-mail')),
        check ((done_at is null) = (outcome is null)),
        check (done_at is null or payload is null)
      );
      create index outbox_waiting on outbox (next_attempt_at, id) where done_at is null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table outbox, signing_key, known_device, one_time_token, recovery_code, second_factor, refresh_token, user_session, sign_in_policy;
      alter table app_user drop column second_factor_required, drop column provider_subject;
    `);
  }
}
