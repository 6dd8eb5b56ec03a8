import { readFileSync } from 'node:fs';
import { dataFile } from '../../reference/data-files.js';

/** Any run of exemptions under 5 U.S.C. 552(b), however they are punctuated: `(b)(6), (b)(7)(c)`, `b(7)(e)`. */
const EXEMPTIONS = /^(?:\(?b\)?\s*\(\d\)\s*(?:\(?[a-f]\)?)?[\s,;]*)+$/i;

let listed: ReadonlySet<string> | null = null;

/** True for what a censor or an empty export wrote instead of a value. It means not known, never none. */
export function isRedaction(text: string): boolean {
  listed ??= new Set((JSON.parse(readFileSync(dataFile('ice/ice_vocabularies.json'), 'utf8')) as { redaction_strings: string[] })
    .redaction_strings.map((value) => value.trim().toLowerCase()));
  const trimmed = text.trim();
  return listed.has(trimmed.toLowerCase()) || EXEMPTIONS.test(trimmed);
}
