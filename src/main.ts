import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { environment, readConfig } from './common/config.js';
import { Log } from './common/logging.js';
import { refuseToStart, stopOnSignal } from './common/process.js';
import { refuseUnsafeProduction, tellPlainConnections } from './common/production.js';

async function main(): Promise<void> {
  const config = readConfig(environment());
  refuseUnsafeProduction(config);
  const log = new Log(config.logLevel, 'api');
  tellPlainConnections(config, log);
  // The program is loaded when its settings are known to be usable: whoever forgot one is told so at once.
  const [{ NestFactory }, { AppModule }, { setUpBeforeRequests }, { apiOptions, fastifyAdapter }, { serveDocs }] = await Promise.all([
    import('@nestjs/core'), import('./app.module.js'), import('./common/before-requests.js'), import('./common/http.js'), import('./common/openapi.js'),
  ]);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, fastifyAdapter(config), apiOptions(log));
  setUpBeforeRequests(app, config, log);
  serveDocs(app, { page: true });

  const { host, port } = config;
  stopOnSignal(() => app.close());
  await app.listen(port, host);
}

main().catch(refuseToStart);
