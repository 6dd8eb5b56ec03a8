/**
 * So many requests a minute, and a minute's worth at once: a page that asks thirty things when it opens is no flood. What
 * is kept of a source is one instant, the one at which its bucket is empty again (the generic cell rate algorithm).
 */
export interface Rate {
  perMinute: number;
}

const MINUTE_MS = 60_000;
const AT_MOST = 20_000;

/** Milliseconds that one request fills. */
export const drop = ({ perMinute }: Rate): number => MINUTE_MS / perMinute;

/** The buckets of this process. `TAKE` below does the same in Redis for all processes together. */
export class Buckets {
  private readonly emptyAt = new Map<string, number>();

  /** How long to wait, in milliseconds; 0 counts the request. */
  take(key: string, rate: Rate, now: number): number {
    const emptyAt = Math.max(this.emptyAt.get(key) ?? 0, now) + drop(rate);
    const wait = Math.ceil(emptyAt - now - MINUTE_MS);
    if (wait > 0) return wait;
    this.keep(key, emptyAt);
    return 0;
  }

  /** The one longest without a request goes first. */
  private keep(key: string, emptyAt: number): void {
    this.emptyAt.delete(key);
    if (this.emptyAt.size >= AT_MOST) this.emptyAt.delete(this.emptyAt.keys().next().value!);
    this.emptyAt.set(key, emptyAt);
  }
}

/** KEYS is one bucket; ARGV the time, and what one request fills, in milliseconds. */
export const TAKE = `
local now, drop = tonumber(ARGV[1]), tonumber(ARGV[2])
local empty = math.max(tonumber(redis.call('get', KEYS[1]) or '0'), now) + drop
local wait = math.ceil(empty - now - ${MINUTE_MS})
if wait > 0 then return wait end
redis.call('set', KEYS[1], string.format('%.6f', empty), 'px', math.ceil(empty - now))
return 0`;
