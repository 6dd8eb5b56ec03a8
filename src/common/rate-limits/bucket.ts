/**
 * So many requests a minute, and a minute's worth at once: a page that asks thirty things when it opens is no flood. What
 * is kept of a source is one instant, the one at which its bucket is empty again (the generic cell rate algorithm).
 */
export interface Rate {
  perMinute: number;
}

const MINUTE_US = 60_000_000;
/** by how much the clocks of two processes may differ */
const APART_US = 1_000_000;
const AT_MOST = 20_000;

/** What one request fills, in whole microseconds: fractions of them would add up to a wait that is not owed. */
export const drop = ({ perMinute }: Rate): number => Math.floor(MINUTE_US / perMinute);

/** The buckets of this process. `TAKE` below does the same in Redis for all processes together. */
export class Buckets {
  /** in microseconds */
  private readonly emptyAt = new Map<string, number>();

  /** How long to wait, in milliseconds; 0 counts the request. `now` is in milliseconds. */
  take(key: string, rate: Rate, now: number): number {
    const known = this.emptyAt.get(key) ?? 0;
    // One that is more than full was filled before the clock was set back, and holds nobody up.
    const emptyAt = (known - now * 1_000 > MINUTE_US + APART_US ? now * 1_000 : Math.max(known, now * 1_000)) + drop(rate);
    const wait = Math.ceil((emptyAt - now * 1_000 - MINUTE_US) / 1_000);
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

/** KEYS is one bucket; ARGV the time in milliseconds, and what one request fills, in microseconds. */
export const TAKE = `
local now, drop = tonumber(ARGV[1]) * 1000, tonumber(ARGV[2])
local known = tonumber(redis.call('get', KEYS[1]) or '0')
if known - now > ${MINUTE_US + APART_US} then known = now end
local empty = math.max(known, now) + drop
local wait = math.ceil((empty - now - ${MINUTE_US}) / 1000)
if wait > 0 then return wait end
redis.call('set', KEYS[1], string.format('%.0f', empty), 'px', math.ceil((empty - now) / 1000))
return 0`;
