import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { setUpBeforeRequests } from './common/before-requests.js';
import { environment, readConfig } from './common/config.js';
import { apiOptions, fastifyAdapter } from './common/http.js';
import { Log } from './common/logging.js';
import { serveDocs } from './common/openapi.js';
import { refuseToStart, stopOnSignal } from './common/process.js';
import { refuseUnsafeProduction, tellPlainConnections } from './common/production.js';

async function main(): Promise<void> {
  const config = readConfig(environment());
  refuseUnsafeProduction(config);
  const log = new Log(config.logLevel, 'api');
  tellPlainConnections(config, log);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, fastifyAdapter(config), apiOptions(log));
  setUpBeforeRequests(app, config, log);
  serveDocs(app, { page: true });

  const { host, port } = config;
  stopOnSignal(() => app.close());
  await app.listen(port, host);
}

main().catch(refuseToStart);
