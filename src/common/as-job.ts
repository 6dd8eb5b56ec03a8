import { Logger } from '@nestjs/common';
import { describeError } from './logging.js';

const logger = new Logger('Job');

/** Bull keeps in Redis what a job failed of, message and stack: of that, the kind alone. */
export class JobFailed extends Error {
  constructor(kind: string) {
    super(`${kind}; the log says where`);
    this.name = 'JobFailed';
    this.stack = `${this.name}: ${this.message}`;
  }
}

/**
 * What a job does. A failure is thrown on, so that Bull tries again and an operator can see it; but the message of an
 * error may quote a row, and so it goes to the log, which tells of an error what may be told.
 */
export async function asJob<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const thrown = error instanceof Error ? error : new Error('a value was thrown');
    logger.error(thrown);
    const { name, code } = describeError(thrown);
    throw new JobFailed(code === undefined ? name : `${name} ${code}`);
  }
}
