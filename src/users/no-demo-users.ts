import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Config } from '../common/config.js';
import { Database } from '../common/database.js';

/** Demo users sign in without a second factor, by passwords that anybody can print who reads the secret: not in production. */
@Injectable()
export class NoDemoUsers implements OnModuleInit {
  constructor(private readonly config: Config, private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    if (this.config.nodeEnv !== 'production') return;
    const [{ count }] = await this.database.query<{ count: number }>(
      'select count(*)::int as count from app_user where is_demo and disabled_at is null');
    if (count > 0) {
      throw new Error(`production does not start with demo users, of whom this database has ${count}: use a new database, or disable them first`);
    }
  }
}
