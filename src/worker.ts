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
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger: log, abortOnError: false });
  const { host, workerHealthPort } = config;
  const health = workerHealthPort === null ? null : healthServer(app.get(HealthService)).listen(workerHealthPort, host);
  health?.on('error', refuseToStart);
  stopOnSignal(async () => {
    health?.close();
    await app.close();
  });
}

main().catch(refuseToStart);
