import { Injectable } from '@nestjs/common';
import { Problem } from '../common/problem.js';
import { AttemptCounters } from './attempt-counters.js';
import type { Pace } from './tally.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** One address tried from one place, or on one known device: five tries, then a second, two, four … a quarter of an hour. */
const ADDRESS_HERE: Pace = { free: 5, baseMs: SECOND, mostMs: 15 * MINUTE, forgetMs: HOUR };
/** The same while strangers from many places try that address: one try, then a quarter of an hour. */
const BESIEGED: Pace = { free: 1, baseMs: 15 * MINUTE, mostMs: 15 * MINUTE, forgetMs: HOUR };
/** All addresses tried from one place: an office signs in behind one address, a list of addresses is tried there too. */
const PLACE: Pace = { free: 60, baseMs: SECOND, mostMs: 15 * MINUTE, forgetMs: HOUR };
/** Never refuses: it tells how many tried one address from anywhere. */
const ANYWHERE: Pace = { free: Number.MAX_SAFE_INTEGER, baseMs: 0, mostMs: 0, forgetMs: HOUR };
const SIEGE = 50;

const CODE: Pace = { free: 5, baseMs: 2 * SECOND, mostMs: 15 * MINUTE, forgetMs: HOUR };
/** Whoever comes so far knows the password, and is no stranger; a million codes must stay out of reach from many places too. */
const CODE_ANYWHERE: Pace = { free: 30, baseMs: MINUTE, mostMs: HOUR, forgetMs: 24 * HOUR };

const RESET_FOR_ADDRESS: Pace = { free: 4, baseMs: 5 * MINUTE, mostMs: HOUR, forgetMs: 6 * HOUR };
const RESET_HERE: Pace = { free: 20, baseMs: 10 * SECOND, mostMs: HOUR, forgetMs: HOUR };

export interface Try {
  email: string;
  source: string;
  /** the hash of a device on which this very user signed in before */
  device: string | null;
}

/** A try that was let through, to be told if it was a right one. */
export interface Counted {
  right(): Promise<void>;
}

/**
 * Slows guessing and locks nobody out. A stranger's tries count where the stranger is: the lawyer, elsewhere or on a
 * device she has used before, signs in all the same, also while her address is being tried from everywhere.
 */
@Injectable()
export class Attempts {
  constructor(private readonly counters: AttemptCounters) {}

  /** Counts the try before the password is looked at, so that a thousand at once are not a thousand tries. */
  async password({ email, source, device }: Try): Promise<Counted> {
    const anywhere = `password of ${email}`;
    if (device !== null) {
      const key = `password of ${email} on ${device}`;
      await this.take({ key, pace: ADDRESS_HERE });
      return { right: () => this.counters.forget(key) };
    }
    const besieged = (await this.counters.count(anywhere, ANYWHERE.forgetMs)) >= SIEGE;
    const here = `password of ${email} from ${source}`;
    const place = `passwords from ${source}`;
    await this.take({ key: here, pace: besieged ? BESIEGED : ADDRESS_HERE }, { key: place, pace: PLACE }, { key: anywhere, pace: ANYWHERE });
    return {
      right: async () => {
        await this.counters.forget(here);
        await this.counters.giveBack(place, anywhere);
      },
    };
  }

  /** A code of the second factor, or a recovery code. */
  async code({ userId, source, device }: { userId: string; source: string; device: string | null }): Promise<Counted> {
    const here = `code of ${userId} ${device === null ? `from ${source}` : `on ${device}`}`;
    const anywhere = `code of ${userId}`;
    await this.take({ key: here, pace: CODE }, ...(device === null ? [{ key: anywhere, pace: CODE_ANYWHERE }] : []));
    return {
      right: async () => {
        await this.counters.forget(here);
        if (device === null) await this.counters.giveBack(anywhere);
      },
    };
  }

  /** The same for an address that nobody has. */
  async reset({ email, source }: { email: string; source: string }): Promise<void> {
    await this.take({ key: `resets for ${email}`, pace: RESET_FOR_ADDRESS }, { key: `resets from ${source}`, pace: RESET_HERE });
  }

  /** Ways to the provider: each costs a row and a request there. */
  async provider(source: string): Promise<void> {
    await this.take({ key: `flows from ${source}`, pace: PLACE });
  }

  private async take(...keys: { key: string; pace: Pace }[]): Promise<void> {
    const wait = await this.counters.take(keys);
    if (wait > 0) throw tooManyTries(Math.ceil(wait / SECOND));
  }
}

const tooManyTries = (retryAfterSeconds: number): Problem =>
  new Problem('too-many-requests', `Too many tries. Try again in ${retryAfterSeconds} seconds.`, { retryAfterSeconds });
