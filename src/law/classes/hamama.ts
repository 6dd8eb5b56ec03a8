import type { Predicate } from '../predicates/predicate.js';
import type { LawClass } from './class.js';

const IRAQI: Predicate = { citizenship: ['IRQ'] };
const DETAINED: Predicate = { hasBeenOrWillBeHeld: true };

/** A final order *between* the two days is one that was final on any of them: most members' orders were years old by then. */
const PRIMARY: Predicate = { all: [IRAQI, { finalOrder: { from: '2017-03-01', to: '2017-06-24' } }, DETAINED] };
const OF_THE_PRIMARY_CLASS: Predicate = { any: [{ known: { member: 'hamama-primary' } }, PRIMARY] };

/** Either takes a person out of a subclass for good; the class itself goes on. */
const GOES_ALONE: Predicate = { event: ['individual-habeas-filed', 'opted-out'], from: null, to: null };

const CERTIFIED_ON = '2018-01-02';

/** Hamama v. Adducci, No. 2:17-cv-11910 (E.D. Mich.). Of ECF 191 the definitions themselves were not seen. */
export const hamamaClasses: readonly LawClass[] = [
  {
    slug: 'hamama-removal-2017',
    text: 'Iraqi nationals in the United States with final orders of removal on 2017-06-24, who have been or will be detained for removal by ICE.',
    citation: 'aclu.org/cases/hamama-v-adducci; 261 F. Supp. 3d 820 (E.D. Mich. 2017)',
    grade: 'V2',
    unverified: false,
    since: '2017-06-24',
    who: { all: [IRAQI, { finalOrder: { from: '2017-06-24', to: '2017-06-24' } }, DETAINED] },
  },
  {
    slug: 'hamama-primary',
    text:
      'Primary Class: Iraqi nationals in the United States with a final order between 2017-03-01 and 2017-06-24, who have been or will be detained for ' +
      'removal. The dates are those of the notice of the 2024 settlement.',
    citation: 'ECF 191, PageID 5359-60 (E.D. Mich. 2018), as ECF 316 cites it',
    grade: 'V1/V2',
    unverified: false,
    since: '2017-06-24',
    who: PRIMARY,
  },
  {
    slug: 'hamama-final-order',
    text: 'Detained Final Order Subclass: members of the Primary Class with final orders, detained or to be detained, without an individual habeas petition for release.',
    citation: 'ECF 191 (E.D. Mich. 2018), definition not seen',
    grade: 'M',
    unverified: true,
    since: CERTIFIED_ON,
    who: { all: [OF_THE_PRIMARY_CLASS, { orderFinal: true }, { not: GOES_ALONE }] },
  },
  {
    slug: 'hamama-1226c',
    text: 'Mandatory-detention subclass: members whose motion to reopen was granted, held or to be held under 8 U.S.C. § 1226(c), without an individual habeas petition.',
    citation: 'ECF 191 (E.D. Mich. 2018), definition not seen',
    grade: 'M',
    unverified: true,
    since: CERTIFIED_ON,
    who: {
      all: [
        OF_THE_PRIMARY_CLASS, { orderEvent: ['reopened'] }, { not: { orderFinal: true } }, { not: GOES_ALONE },
        { toBeConfirmed: 'that the person is held, or is to be held, under 8 U.S.C. § 1226(c)' },
      ],
    },
  },
  {
    slug: 'hamama-zadvydas',
    text: 'Members detained six months or more, and others as they reach it. The court counted 180 days and added stints of immigration custody together.',
    citation: 'ECF 490 (E.D. Mich. 2018); ECF 555 (E.D. Mich. 2019)',
    grade: 'V2',
    unverified: false,
    since: '2018-11-20',
    who: { all: [OF_THE_PRIMARY_CLASS, { heldFor: 180 }, { not: GOES_ALONE }] },
  },
];
