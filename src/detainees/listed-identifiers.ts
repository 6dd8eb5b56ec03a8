import type { PersonKeys } from '../common/crypto/person-keys.js';
import { isSealed } from '../common/crypto/sealed.js';

/** A person's identifiers as a list reads them: JSON in a row, the values sealed. `x` is the identifier. */
export const LISTED_IDENTIFIER = `json_build_object('kind', x.kind, 'value', x.value, 'row', x.id || '/' || x.version)`;

export interface ListedIdentifier {
  kind: string;
  value: string;
}

type Sealed = ListedIdentifier & { row?: string };

/** Opens the identifiers of all people of a page with one question for their keys. */
export async function openIdentifiers(keys: PersonKeys, people: readonly { id: string; identifiers: Sealed[] }[]): Promise<void> {
  const sealed = people.flatMap(({ id, identifiers }) => identifiers.filter(({ value }) => isSealed(value)).map((identifier) => ({ id, identifier })));
  const texts = await keys.decryptAll(sealed.map(({ id, identifier: { row, value } }) =>
    ({ personId: id, place: { table: 'detainee_identifier', column: 'value', row: row ?? '' }, sealed: value })));
  sealed.forEach(({ identifier }, at) => { identifier.value = texts[at] ?? ''; });
  for (const { identifiers } of people) {
    for (const identifier of identifiers) delete identifier.row;
    // They are kept in no order that says anything; people look for the kind, then the number.
    identifiers.sort((a, b) => order(a.kind, b.kind) || order(a.value, b.value));
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
