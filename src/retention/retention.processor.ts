import { Process, Processor } from '@nestjs/bull';
import { asJob } from '../common/as-job.js';
import { RetentionJob, RETENTION_QUEUE } from './retention.queue.js';
import { type Ran, RetentionRun } from './retention-run.service.js';

@Processor(RETENTION_QUEUE)
export class RetentionProcessor {
  constructor(private readonly retention: RetentionRun) {}

  @Process(RetentionJob.Nightly)
  nightly(): Promise<Ran | null> {
    return asJob(() => this.retention.nightly());
  }
}
