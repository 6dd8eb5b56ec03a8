/**
 * The columns of a detention release that the import reads, each under every name that ICE has given it. Columns are
 * found by name, never by place: the order differs from release to release.
 */
export const COLUMN_NAMES = {
  person: ['Unique Identifier', 'Anonymized Identifier', 'Anonymized Unique Identifier', 'Anonymized Identifer'],
  stayIn: ['Stay Book In Date Time', 'Stay Book In Date'],
  bookIn: ['Book In Date Time', 'Detention Book In Date Time', 'Detention Book In Date And Time', 'Detention Book In Date'],
  bookOut: ['Detention Book Out Date Time', 'Book Out Date Time', 'Detention Book Out Date'],
  stayOut: ['Stay Book Out Date Time', 'Stay Book Out Date'],
  facility: ['Detention Facility Code'],
  releaseReason: ['Detention Release Reason'],
  gender: ['Gender'],
  birthDate: ['Birth Date'],
  birthYear: ['Birth Year'],
  citizenship: ['Citizenship Country', 'Citizenship County'],
  caseCategory: ['Case Category'],
  finalOrder: ['Final Order Yes No'],
  finalOrderOn: ['Final Order Date'],
} as const satisfies Record<string, readonly string[]>;

export type Column = keyof typeof COLUMN_NAMES;

export const COLUMNS = Object.keys(COLUMN_NAMES) as Column[];

/** Without these a sheet says nothing about who was held where and since when. */
export const REQUIRED_COLUMNS = ['person', 'stayIn', 'bookIn', 'bookOut', 'facility'] as const satisfies readonly Column[];

/** Names differ in capitals, blanks and underscores between the releases and the copies that others made of them. */
export const normalName = (name: string): string => name.replace(/[\s_]+/g, ' ').trim().toLowerCase();

/** Where each column stands in a header; the first wins where a sheet has a name twice. */
export function columnPlaces(header: readonly string[]): ReadonlyMap<Column, number> {
  const names = header.map(normalName);
  const places = new Map<Column, number>();
  for (const column of COLUMNS) {
    for (const alias of COLUMN_NAMES[column]) {
      const place = names.indexOf(normalName(alias));
      if (place === -1) continue;
      places.set(column, place);
      break;
    }
  }
  return places;
}
