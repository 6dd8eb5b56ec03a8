import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from './config.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { databaseUrlOf } from './database-accounts.js';
import { requireRestricted } from './restricted-account.js';

/** One import runs at a time; its reads run beside it. */
const POOL_SIZE = 2;

/**
 * The database as an import over HTTP sees it: everybody, so that a person behind a wall is found by number and no
 * second file is opened for them. Only what imports is given it (productions.module.ts).
 */
@Injectable()
export class ImportDatabase extends Database implements OnModuleDestroy {
  static async connect(config: Config): Promise<ImportDatabase> {
    const source = new DataSource(dataSourceOptions({ databaseUrl: databaseUrlOf(config, 'import'), databasePoolSize: POOL_SIZE }));
    const database = new ImportDatabase(await source.initialize());
    try {
      await requireRestricted(database);
    } catch (error) {
      await source.destroy();
      throw error;
    }
    return database;
  }

  private constructor(private readonly own: DataSource) {
    super(own);
  }

  onModuleDestroy(): Promise<void> {
    return this.own.destroy();
  }
}
