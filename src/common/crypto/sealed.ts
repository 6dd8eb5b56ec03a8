/** Where a value stands. It is sealed for this place alone: copied to another row or column it does not open. */
export interface Place {
  table: string;
  column: string;
  /** what tells the row from the others of its table and is known before it is written: an id, and a version where there are versions */
  row: string;
}

/**
 * `record`: what the file says; re-encrypted when keys rotate. `log`: what is written once and for good, which is the log and the
 * reasons that people give (why a wall stands, why glass was broken); never written again, so its keys stay.
 */
export const KEY_PURPOSES = ['record', 'log'] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

/** A sealed value as a column of text keeps it: `sealed:1:record:3:…`, which names its key and gives nothing else away. */
export interface SealedText {
  purpose: KeyPurpose;
  /** of the person's key */
  version: number;
  bytes: Buffer;
}

export const SEALED_PREFIX = 'sealed:1:';
const SEALED = /^sealed:1:(record|log):(\d{1,9}):([A-Za-z0-9_-]+)$/;

export const isSealed = (text: string): boolean => text.startsWith(SEALED_PREFIX);

export const sealedText = ({ purpose, version, bytes }: SealedText): string =>
  `${SEALED_PREFIX}${purpose}:${version}:${bytes.toString('base64url')}`;

export function readSealed(text: string): SealedText {
  const [, purpose, version, bytes] = SEALED.exec(text) ?? [];
  if (bytes === undefined) throw new Error('this is no sealed value');
  return { purpose: purpose as KeyPurpose, version: Number(version), bytes: Buffer.from(bytes, 'base64url') };
}
