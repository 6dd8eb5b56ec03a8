import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { AuditKey } from './audit-key.js';
import { AuditSealer } from './sealer.service.js';

const EVERY_MS = 2_000;

/**
 * Has the log sealed every other second, by the worker's own clock and not by a job: it goes on while Redis is away. What
 * it logs of the newest seal is a checkpoint, kept wherever the lines of the log are kept.
 */
@Injectable()
export class SealingSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SealingSchedule.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private stopping = false;

  constructor(private readonly sealer: AuditSealer, private readonly key: AuditKey) {}

  onApplicationBootstrap(): void {
    void this.key.signer; // a worker that could not sign does not start
    this.timer = setInterval(() => this.start(), EVERY_MS);
    this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.running;
  }

  private start(): void {
    this.running ??= this.seal().finally(() => {
      this.running = null;
    });
  }

  private async seal(): Promise<void> {
    try {
      const newest = await this.sealer.seal(() => this.stopping);
      if (newest) this.logger.log(`audit checkpoint ${JSON.stringify(newest)}`);
    } catch (error) {
      this.logger.error('the log could not be sealed; it is tried again in two seconds');
      this.logger.error(error);
    }
  }
}
