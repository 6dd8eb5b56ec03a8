import { describeError } from './logging.js';

const STOP_WITHIN_MS = 10_000;

/** SIGTERM and SIGINT: what runs is finished, then the process ends; what does not finish in time is cut off. */
export function stopOnSignal(stop: () => Promise<void>): void {
  const once = (): void => {
    process.off('SIGTERM', once).off('SIGINT', once);
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    stop().then(() => process.exit(0), refuseToStart);
  };
  process.on('SIGTERM', once).on('SIGINT', once);
}

/** One sentence on standard error. Nothing of a caseload has been read yet, so the message can be told. */
export function refuseToStart(error: unknown): never {
  const { name, code, at } = describeError(error instanceof Error ? error : new Error(String(error)));
  const message = (error as Error | null)?.message || code || name;
  process.stderr.write(`vigil: ${message}\n${process.env.LOG_LEVEL === 'debug' ? `${at.join('\n')}\n` : ''}`);
  process.exit(1);
}
