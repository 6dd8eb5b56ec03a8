import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from './database.js';

/** The API and the worker refuse to run under an account for which the walls are none: a superuser's or an owner's. */
@Injectable()
export class RestrictedAccount implements OnModuleInit {
  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    const [account] = await this.database.query<{ unrestricted: boolean }>(`
      select rolsuper or rolbypassrls or rolcreaterole or exists (
        select from pg_class where relnamespace = 'public'::regnamespace and pg_has_role(current_user, relowner, 'usage')) as unrestricted
      from pg_roles where rolname = current_user`);
    if (account.unrestricted) {
      throw new Error('The database account of this process may bypass row security. `vigil migrate` makes accounts that may not; '
        + 'they are named by VIGIL_API_DATABASE_URL and VIGIL_WORKER_DATABASE_URL.');
    }
  }
}
