/** How tries add up. After `free` of them each further one must wait, twice as long each time, until nobody tries for a while. */
export interface Pace {
  free: number;
  baseMs: number;
  mostMs: number;
  /** without a try for so long, it is as if there had been none */
  forgetMs: number;
}

interface State {
  n: number;
  at: number;
  until: number;
}

const AT_MOST = 20_000;

/** Counts tries in this process. `TAKE` below does the same in Redis for all processes together. */
export class Tally {
  private readonly states = new Map<string, State>();

  /** How long to wait, in milliseconds; 0 counts this try on every key. */
  take(keys: readonly { key: string; pace: Pace }[], now: number): number {
    const wait = Math.max(0, ...keys.map(({ key }) => (this.states.get(key)?.until ?? 0) - now));
    if (wait > 0) return wait;
    for (const { key, pace } of keys) {
      const before = this.states.get(key);
      const n = (before && now - before.at < pace.forgetMs ? before.n : 0) + 1;
      this.keep(key, { n, at: now, until: n >= pace.free ? now + waitAfter(n, pace) : 0 });
    }
    return 0;
  }

  /** What came to nothing in no way: the try was a right one. */
  giveBack(key: string): void {
    const state = this.states.get(key);
    if (state) this.states.set(key, { ...state, n: Math.max(0, state.n - 1), until: 0 });
  }

  forget(key: string): void {
    this.states.delete(key);
  }

  count(key: string, forgetMs: number, now: number): number {
    const state = this.states.get(key);
    return state && now - state.at < forgetMs ? state.n : 0;
  }

  /** The oldest go first. Whoever fills it with made-up addresses is stopped by the tally of the source long before. */
  private keep(key: string, state: State): void {
    this.states.delete(key);
    if (this.states.size >= AT_MOST) this.states.delete(this.states.keys().next().value!);
    this.states.set(key, state);
  }
}

const waitAfter = (n: number, { free, baseMs, mostMs }: Pace): number => Math.min(mostMs, baseMs * 2 ** Math.min(n - free, 30));

/** KEYS are tallies; ARGV the time, then for each key free, base, most and forget. */
export const TAKE = `
local now, wait = tonumber(ARGV[1]), 0
for _, key in ipairs(KEYS) do
  wait = math.max(wait, tonumber(redis.call('hget', key, 'until') or '0') - now)
end
if wait > 0 then return wait end
for i, key in ipairs(KEYS) do
  local free, base, most, forget = tonumber(ARGV[i * 4 - 2]), tonumber(ARGV[i * 4 - 1]), tonumber(ARGV[i * 4]), tonumber(ARGV[i * 4 + 1])
  local n, at = tonumber(redis.call('hget', key, 'n') or '0'), tonumber(redis.call('hget', key, 'at') or '0')
  if now - at >= forget then n = 0 end
  n = n + 1
  local stop = 0
  if n >= free then stop = now + math.min(most, base * 2 ^ math.min(n - free, 30)) end
  redis.call('hset', key, 'n', n, 'at', ARGV[1], 'until', string.format('%.0f', stop))
  redis.call('pexpire', key, forget)
end
return 0`;

export const GIVE_BACK = `
local n = tonumber(redis.call('hget', KEYS[1], 'n') or '0')
if n > 0 then redis.call('hset', KEYS[1], 'n', n - 1, 'until', '0') end
return 0`;
