import { NestFactory } from '@nestjs/core';
import { environment, readConfig } from './common/config.js';
import { healthServer } from './common/health/health.server.js';
import { HealthService } from './common/health/health.service.js';
import { Log } from './common/logging.js';
import { refuseToStart, stopOnSignal } from './common/process.js';
import { tellPlainConnections } from './common/production.js';
import { WorkerModule } from './worker.module.js';

async function main(): Promise<void> {
  const config = readConfig(environment());
  const log = new Log(config.logLevel, 'worker');
  tellPlainConnections(config, log);
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
