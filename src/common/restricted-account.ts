import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from './database.js';

/** Refuses an account for which the walls are none: a superuser's or an owner's. */
export async function requireRestricted(database: Pick<Database, 'query'>): Promise<void> {
  const [account] = await database.query<{ unrestricted: boolean }>(`
    select rolsuper or rolbypassrls or rolcreaterole or exists (
      select from pg_class where relnamespace = 'public'::regnamespace and pg_has_role(current_user, relowner, 'usage')) as unrestricted
    from pg_roles where rolname = current_user`);
  if (account.unrestricted) {
    throw new Error('The database account of this process may bypass row security. `vigil migrate` makes accounts that may not; '
      + 'they are named by VIGIL_API_DATABASE_URL, VIGIL_WORKER_DATABASE_URL and VIGIL_IMPORT_DATABASE_URL.');
  }
}

/** The API and the worker do not run under such an account. */
@Injectable()
export class RestrictedAccount implements OnModuleInit {
  constructor(private readonly database: Database) {}

  onModuleInit(): Promise<void> {
    return requireRestricted(this.database);
  }
}
