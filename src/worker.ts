import { environment, readConfig } from './common/config.js';
import { Log } from './common/logging.js';
import { refuseToStart, stopOnSignal } from './common/process.js';
import { tellPlainConnections } from './common/production.js';

async function main(): Promise<void> {
  const config = readConfig(environment());
  const log = new Log(config.logLevel, 'worker');
  tellPlainConnections(config, log);
  // The program is loaded when its settings are known to be usable: whoever forgot one is told so at once.
  const [{ NestFactory }, { WorkerModule }, { healthServer }, { HealthService }] = await Promise.all([
    import('@nestjs/core'), import('./worker.module.js'), import('./common/health/health.server.js'), import('./common/health/health.service.js'),
  ]);
  const starting = NestFactory.createApplicationContext(WorkerModule, { logger: log, abortOnError: false });
  let health: ReturnType<typeof healthServer> | null = null;
  // Before it has started: the queue is consumed while other modules still begin, and what it began is to be finished.
  stopOnSignal(async () => {
    const app = await starting;
    health?.close();
    await app.close();
  });
  const app = await starting;
  const { host, workerHealthPort } = config;
  health = workerHealthPort === null ? null : healthServer(app.get(HealthService)).listen(workerHealthPort, host);
  health?.on('error', refuseToStart);
}

main().catch(refuseToStart);
