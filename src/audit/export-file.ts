import { createReadStream } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { createInterface } from 'node:readline';
import { BEFORE_THE_FIRST, checkSignature, type Seal } from './chain.js';
import { type ChainCheck, checkChain, type Checked, type Link, NO_ENTRY, type Trouble, trouble } from './chain-check.js';

/** What an export says in its last line: this is all there was. */
interface End { end: Seal }

/** Checks an export by itself: no database, no settings, nothing but the file and the public key. */
export async function verifyExport(
  file: string, keys: ReadonlyMap<string, KeyObject>, checkpoint: Seal | null,
): Promise<Omit<Checked, 'last'> & { last: Seal | null }> {
  const read: Reading = { end: null };
  const { entries, since, trouble: found } = await checkChain(() => linksOf(file, read), { keys, checkpoint, ending: (check) => endOf(check, read, keys) });
  return { entries, since, last: read.end, trouble: found };
}

interface Reading { end: Seal | null }

async function* linksOf(file: string, read: Reading): AsyncGenerator<Link> {
  read.end = null;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const parsed = parse(line);
    // What follows on the end was put there later; it is read as an entry, and found to be none of the chain.
    if (read.end === null && parsed !== null && 'end' in parsed) read.end = parsed.end;
    else if (parsed !== null && 'seq' in parsed && read.end === null) yield parsed;
    else yield NO_ENTRY;
  }
}

function parse(line: string): Link | End | null {
  try {
    const value = JSON.parse(line) as Record<string, unknown> | null;
    if (typeof value !== 'object' || value === null) return null;
    if (isSeal(value.end)) return { end: value.end };
    return isSeal(value) && typeof (value as { entry?: unknown }).entry === 'string' ? (value as unknown as Link) : null;
  } catch {
    return null;
  }
}

/** A checkpoint that was kept elsewhere: a seal as `vigil export-audit --checkpoint-only` writes it. */
export function readCheckpoint(text: string): Seal {
  const value = parseSeal(text);
  if (!value) throw new Error('the checkpoint must be the JSON that `vigil export-audit --checkpoint-only` wrote');
  return value;
}

function parseSeal(text: string): Seal | null {
  try {
    const value: unknown = JSON.parse(text);
    return isSeal(value) ? value : null;
  } catch {
    return null;
  }
}

function isSeal(value: unknown): value is Seal {
  const { seq, hash, sealedAt, keyId, signature } = (value ?? {}) as Record<string, unknown>;
  return Number.isSafeInteger(seq) && [hash, sealedAt, keyId, signature].every((part) => typeof part === 'string');
}

function endOf(check: ChainCheck, { end }: Reading, keys: ReadonlyMap<string, KeyObject>): Trouble | null {
  const next = check.length + 1;
  if (end === null) return trouble('cut-off', next, `The export has no end: what followed on entry ${check.length} was cut off.`);
  const last = check.last?.hash ?? BEFORE_THE_FIRST;
  if (end.seq > check.length) return trouble('cut-off', next, `The export ends with entry ${check.length}, and was written with ${end.seq}: the entries from ${next} on were removed.`);
  if (end.seq !== check.length || end.hash !== last) return trouble('forged', end.seq, `The end of the export vouches for entry ${end.seq} and not for ${check.length}.`);
  const signature = checkSignature('export', end, keys);
  if (signature === 'unknown-key') return trouble('unknown-key', end.seq, `The end of the export is signed with the key ${end.keyId}, which was not given.`);
  return signature === 'good' ? null : trouble('forged', end.seq, 'The signature of the end of the export is not good.');
}
