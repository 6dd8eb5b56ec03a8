import type { INestApplicationContext } from '@nestjs/common';

/**
 * The services of the application for one command, without routes and without consuming jobs. Loaded only here, so
 * that a command which needs no database does not wait for what it does not use.
 */
export async function withApp<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const [{ NestFactory }, { CommandLineModule }] = await Promise.all([
    import('@nestjs/core'), import('./command-line.module.js'),
  ]);
  const app = await NestFactory.createApplicationContext(CommandLineModule, { logger: ['fatal', 'error'], abortOnError: false });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
