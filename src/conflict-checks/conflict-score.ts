import { scriptOf } from '../detainees/name-script.js';
import type { Relation } from './adverse-party.facts.js';

/** What was found alike between somebody asked about and somebody on file. */
export interface Likeness {
  relation: Relation;
  /** the name asked about, and the one on file that met it; null: the number alone did */
  askedName: string | null;
  nameOnFile: string | null;
  /** of how many parts of each, how many sounded alike */
  partsAsked: number;
  partsOnFile: number;
  partsAlike: number;
  /** written exactly so, but for capitals */
  exact: boolean;
  birth: 'same' | 'same-year' | 'other' | 'unknown';
  sameNumber: boolean;
}

export interface Scored {
  /** 0 to 100: how likely they are one person. Weights of our own, to put the likely ones first; they decide nothing. */
  score: number;
  because: string[];
}

const A_NUMBER_IS_ONE_PERSON = 100;
const EXACT = 75;
const ALL_PARTS_ALIKE = 65;
const BIRTH = { same: 24, 'same-year': 10, other: -35, unknown: 0 } as const;
/** Nobody is certain by name and birth date alone. */
const MOST_BY_NAME = 99;

/** How likely, and by what: each reason names what was alike or was not, and as what the other is on file. */
export function scored(likeness: Likeness): Scored {
  return { score: scoreOf(likeness), because: [...nameReasons(likeness), ...birthReasons(likeness), ...numberReasons(likeness), RELATED[likeness.relation]] };
}

function scoreOf({ sameNumber, exact, partsAsked, partsOnFile, partsAlike, birth }: Likeness): number {
  if (sameNumber) return A_NUMBER_IS_ONE_PERSON;
  // A name of more parts than another may leave some out: half of what is missing counts.
  const parts = Math.max(1, (Math.max(partsAsked, partsOnFile) + Math.min(partsAsked, partsOnFile)) / 2);
  const name = exact ? EXACT : Math.round(ALL_PARTS_ALIKE * Math.min(1, partsAlike / parts));
  return Math.max(1, Math.min(MOST_BY_NAME, name + BIRTH[birth]));
}

function nameReasons({ askedName, nameOnFile, exact, partsAsked, partsAlike }: Likeness): string[] {
  if (askedName === null || nameOnFile === null) return ['No name that was asked about is like one on file.'];
  if (exact) return ['The name is written exactly so on file.'];
  const [asked, onFile] = [scriptOf(askedName), scriptOf(nameOnFile)];
  return [
    `${partsAlike} of ${partsAsked} parts of the name sound like the name on file.`,
    asked === onFile ? 'The spelling is another.' : `It was asked about in another script (${asked}) than that on file (${onFile}).`,
  ];
}

function birthReasons({ birth, relation }: Likeness): string[] {
  switch (birth) {
    case 'same': return ['Both were born on the same day.'];
    case 'same-year': return ['Both were born in the same year; that the day is the same is not known.'];
    case 'other': return ['They were born on different days: it may be a relative of the same name, or a date that was written down wrong.'];
    case 'unknown': return relation === 'client' ? ['The day of birth of one of them, or of both, is not known.'] : [];
  }
}

const numberReasons = ({ sameNumber }: Likeness): string[] => (sameNumber ? ['The A-number is the same: an A-number is one person\'s.'] : []);

const RELATED: Readonly<Record<Relation, string>> = {
  client: 'On file as a client.',
  'adverse-party': 'On file as an adverse party of a client.',
  witness: 'On file as a witness in the case of a client.',
  officer: 'On file as an officer in the case of a client.',
  'opposing-counsel': 'On file as opposing counsel in the case of a client.',
};
