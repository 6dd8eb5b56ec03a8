import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { Config, environment, readConfig } from './common/config.js';
import { addHooks, apiOptions, fastifyAdapter } from './common/http.js';
import { Log } from './common/logging.js';
import { serveDocs } from './common/openapi.js';
import { refuseToStart, stopOnSignal } from './common/process.js';

async function main(): Promise<void> {
  const log = new Log(readConfig(environment()).logLevel, 'api');
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, fastifyAdapter(), apiOptions(log));
  addHooks(app.getHttpAdapter().getInstance(), log);
  serveDocs(app, { page: true });

  const { host, port } = app.get(Config);
  stopOnSignal(() => app.close());
  await app.listen(port, host);
}

main().catch(refuseToStart);
