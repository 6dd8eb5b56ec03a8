import { setInterval } from 'node:timers';

/**
 * Aborted when somebody asks us to stop: SIGTERM, SIGINT (Ctrl-C), SIGHUP (the terminal was closed), or, under npm, when
 * npm itself is gone without having told us.
 */
export function askedToStop() {
  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => stopping.abort());
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => { if (process.ppid !== parent) stopping.abort(); }, 500).unref();
  }
  return stopping.signal;
}
