import type { KeyObject } from 'node:crypto';
import { BEFORE_THE_FIRST, checkSignature, hashOf, type Seal } from './chain.js';

/** A sealed entry as it is found; `entry` is null where its seal stands and the entry is gone. */
export interface Link extends Seal {
  entry: string | null;
}

export const sealOf = ({ seq, hash, sealedAt, keyId, signature }: Link): Seal => ({ seq, hash, sealedAt, keyId, signature });

/** Stands for what cannot be read as a sealed entry: the chain breaks there. */
export const NO_ENTRY: Link = { seq: 0, hash: '', sealedAt: '', keyId: '', signature: '', entry: null };

export interface Trouble {
  what: 'altered' | 'removed' | 'inserted' | 'reordered' | 'cut-off' | 'forged' | 'unknown-key';
  /** the first place where it shows; null where the entry has none */
  seq: number | null;
  sentence: string;
}

/**
 * Goes along a chain, in the order of an export, and stops at the first link that does not hold. That every link holds
 * says that nobody altered anything without working out all that follows anew; that nobody did that either is said by
 * the signature of the last, which `end` checks.
 */
export class ChainCheck {
  private before = BEFORE_THE_FIRST;
  private firstLink: Link | null = null;
  private lastLink: Link | null = null;

  constructor(private readonly keys: ReadonlyMap<string, KeyObject>, private readonly checkpoint: Seal | null = null) {}

  get length(): number {
    return this.lastLink?.seq ?? 0;
  }

  get last(): Link | null {
    return this.lastLink;
  }

  /** Since when the chain vouches: what was changed before the first seal was made, it does not show. */
  get since(): string | null {
    return this.firstLink?.sealedAt ?? null;
  }

  /** What is wrong with this link, if anything. */
  add(link: Link): Trouble | null {
    const { seq, entry } = link;
    const next = this.length + 1;
    if (seq === NO_ENTRY.seq) return trouble('altered', next, `What follows on entry ${next - 1} is no entry.`);
    if (seq > next) return trouble('removed', next, `Entry ${next} is not where it belongs: ${seq} follows on ${next - 1}. It was removed or moved.`);
    if (seq < next) return trouble('reordered', seq, `Entry ${seq} follows on ${next - 1}: it was moved or inserted.`);
    if (entry === null) return trouble('removed', seq, `Entry ${seq} was removed: its seal stands, and the entry is gone.`);
    if (hashOf(seq, this.before, entry) !== link.hash) {
      return trouble('altered', seq, `Entry ${seq} is not what was sealed: it was altered, inserted, or stands in the place of another.`);
    }
    if (this.checkpoint?.seq === seq && this.checkpoint.hash !== link.hash) {
      return trouble('forged', seq, `Entry ${seq} is not that of the checkpoint: something up to it was changed, and all that follows was worked out anew.`);
    }
    this.before = link.hash;
    this.firstLink ??= link;
    this.lastLink = link;
    return null;
  }

  /** That it goes as far as the checkpoint, and that who has the key vouches for its end. */
  end(): Trouble | null {
    const { checkpoint } = this;
    if (checkpoint && checkpoint.seq > this.length) {
      return trouble('cut-off', this.length + 1, `The log ends with entry ${this.length}, and the checkpoint vouches for ${checkpoint.seq}: the entries from ${this.length + 1} on were removed.`);
    }
    if (!this.lastLink) return null;
    const { seq, keyId } = this.lastLink;
    const signature = checkSignature('seal', this.lastLink, this.keys);
    if (signature === 'good') return null;
    if (signature === 'unknown-key') return trouble('unknown-key', seq, `Entry ${seq}, the last, is signed with the key ${keyId}, which was not given.`);
    return trouble('forged', seq, `The signature of entry ${seq}, the last, is not good: something up to it was changed, and what follows worked out anew.`);
  }
}

/**
 * From the first link to the last, then the end. Where something is wrong, signatures are looked at as well: whoever
 * alters an entry and works out its hash anew breaks the next link, and it is the altered one that is to be named.
 */
export async function checkChain(
  links: () => AsyncIterable<Link>, { keys, checkpoint = null, ending = () => null }: ChainCheckOptions,
): Promise<Checked> {
  if (checkpoint && checkSignature('seal', checkpoint, keys) !== 'good') {
    return { entries: 0, since: null, last: null, trouble: trouble('forged', checkpoint.seq, 'The checkpoint is not signed with a key that was given.') };
  }
  const check = new ChainCheck(keys, checkpoint);
  let found: Trouble | null = null;
  for await (const link of links()) {
    found = check.add(link);
    if (found) break;
  }
  found ??= check.end() ?? ending(check);
  if (found && found.what !== 'unknown-key') found = (await firstForged(links(), keys, found.seq)) ?? found;
  return { entries: check.length, since: check.since, last: check.last, trouble: found };
}

export interface Checked {
  entries: number;
  /** when the first entry was sealed; entries of the time before there were seals were sealed then, as they stood */
  since: string | null;
  last: Link | null;
  trouble: Trouble | null;
}

export interface ChainCheckOptions {
  keys: ReadonlyMap<string, KeyObject>;
  /** one that was kept elsewhere: the chain must go through it */
  checkpoint?: Seal | null;
  /** what else must hold once every link does */
  ending?: (check: ChainCheck) => Trouble | null;
}

async function firstForged(links: AsyncIterable<Link>, keys: ReadonlyMap<string, KeyObject>, before: number | null): Promise<Trouble | null> {
  for await (const link of links) {
    if (before !== null && link.seq >= before) return null;
    if (checkSignature('seal', link, keys) === 'bad') {
      return trouble('forged', link.seq, `Entry ${link.seq} is not what was signed: it was altered, removed or inserted, and what follows was worked out anew.`);
    }
  }
  return null;
}

export const trouble = (what: Trouble['what'], seq: number | null, sentence: string): Trouble => ({ what, seq, sentence });
