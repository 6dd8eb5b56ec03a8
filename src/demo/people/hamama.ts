import { appealDecided, arabic, completeFile, held, heldUntil, latin, noAppeal, order, waived, type DemoDays, type DemoPerson } from '../telling.js';

const PRIMARY = { class: 'hamama-primary', from: '2017-06-24', to: null };
const Z1 = 'hamama-release-injunction/ham-z1';
const Z2 = 'hamama-release-injunction/ham-z2';
const SIX_MONTHS = 'zadvydas-v-davis/six-months';

/**
 * Members of the class in Hamama v. Adducci: invented people, real orders with their whole life, from announced to
 * vacated. Days are those of the case; ask about any of them "as of" a day in 2018 and again in 2020.
 */
export const hamamaPeople = (on: DemoDays): DemoPerson[] => [
  {
    key: 'six-months-in-2018-and-in-2020',
    story: 'Held through the whole life of the release injunction. On 21 December 2018 the day for release had passed; '
      + 'on 1 June 2020 the order had lost its force, and only the statute’s own line remained.',
    names: [latin('Nashwan Petros Kakos'), arabic('نشوان بطرس كاكوس', 'Iraqi nationality certificate'), latin('Nashwan Kakoz', 'Notice to Appear')],
    aNumber: 'A900-005-001', birthDate: '1973-06-15', citizenship: 'IRQ', language: 'cld', gender: 'male',
    source: 'ICE detention history, produced in the case',
    facts: completeFile({
      stints: [heldUntil('CCANOOH', '2017-09-20', '2018-03-14', 'transfer'), heldUntil('CALHOMI', '2018-03-14', '2020-09-11', 'order-of-supervision')],
      removalOrders: [order({ decidedOn: '2017-05-02', appeal: waived('2017-05-02') })],
      memberships: [PRIMARY],
      events: [{ kind: 'released', on: '2020-09-11' }],
    }),
    expectOn: [
      { day: '2018-12-21', expect: { [Z1]: 'met', [SIX_MONTHS]: 'met' } },
      { day: '2020-06-01', expect: { [Z1]: 'not-in-force', [SIX_MONTHS]: 'met' } },
    ],
  },
  {
    key: 'added-stays',
    story: '143 days of ICE custody, a sentence, ICE again from 9 March 2019: with the stays added, as the court added them, 180 days on 15 April 2019.',
    names: [latin('Remon Aziz Dallo'), arabic('ريمون عزيز دلو'), latin('Raymond Dallou', 'Circuit court judgment')],
    aNumber: 'A900-005-002', birthDate: '1981-01-04', citizenship: 'IRQ', language: 'ar', gender: 'male',
    source: 'ICE detention history, produced in the case',
    facts: completeFile({
      stints: [heldUntil('CALHOMI', '2017-06-12', '2017-11-02', 'criminal-custody'), heldUntil('CALHOMI', '2019-03-09', '2019-05-22', 'court-order')],
      otherCustody: [{ kind: 'criminal', from: '2017-11-02', to: '2019-03-09' }],
      removalOrders: [order({ decidedOn: '2004-10-18', appeal: noAppeal })],
      memberships: [PRIMARY],
    }),
    expectOn: [{ day: '2019-04-15', expect: { [Z2]: 'met' } }],
  },
  {
    key: 'bond-hearing-held',
    story: 'Had the bond hearing that the order of 2 January 2018 required, three days before the last day for it, and went home.',
    names: [latin('Ghazwan Elias Mikho'), arabic('غزوان الياس ميخو')],
    aNumber: 'A900-005-003', birthDate: '1979-09-01', citizenship: 'IRQ', language: 'cld', gender: 'male',
    source: 'Order of the immigration judge on bond',
    facts: completeFile({
      stints: [heldUntil('STCLAMI', '2017-06-11', '2018-02-01', 'bond')],
      removalOrders: [order({ decidedOn: '2011-03-28', appeal: noAppeal })],
      memberships: [PRIMARY],
      events: [{ kind: 'bond-hearing-held', on: '2018-01-30' }, { kind: 'bond-granted', on: '2018-01-30' }, { kind: 'released', on: '2018-02-01' }],
    }),
  },
  {
    key: 'statements-of-june-2018',
    story: 'Signed a statement on 19 June 2018 and was asked for another on the 21st. The order against it was entered on the 20th.',
    names: [latin('Hikmat Oraha Shamoun'), arabic('حكمت اوراها شمعون')],
    aNumber: 'A900-005-004', birthDate: '1969-03-30', citizenship: 'IRQ', language: 'cld', gender: 'male',
    source: 'Declaration of the member, given to class counsel',
    facts: completeFile({
      stints: [heldUntil('STWRTGA', '2017-08-14', '2018-12-19', 'order-of-supervision')],
      removalOrders: [order({ decidedOn: '2009-11-05', appeal: appealDecided('2009-12-01', 'dismissed', '2010-08-24') })],
      memberships: [PRIMARY],
      events: [
        { kind: 'statement-signed', on: '2018-06-19' }, { kind: 'statement-signed', on: '2018-06-21' },
        { kind: 'consular-interview', on: '2018-07-09' }, { kind: 'class-counsel-notified', on: '2018-07-02', note: 'Interview of 9 July' },
        { kind: 'statement-rescinded', on: '2018-08-03' },
      ],
    }),
  },
  {
    key: 'member-reopened',
    story: 'The motion to reopen was granted in February 2018: from then on held under another statute, still a member.',
    names: [latin('Athir Salem Gorgis'), arabic('أثير سالم كوركيس')],
    aNumber: 'A900-005-005', birthDate: '1986-11-20', citizenship: 'IRQ', language: 'ar', gender: 'male',
    source: 'Order granting the motion to reopen',
    facts: completeFile({
      stints: [heldUntil('CCANOOH', '2017-06-11', '2018-12-14', 'court-order')],
      removalOrders: [order({
        decidedOn: '2008-07-16', appeal: noAppeal,
        events: [{ kind: 'motion-to-reopen-filed', on: '2017-12-08' }, { kind: 'reopened', on: '2018-02-13' }],
      })],
      memberships: [PRIMARY, { class: 'hamama-1226c', from: '2018-02-13', to: null }],
    }),
  },
  {
    key: 'member-never-held',
    story: 'A member like most: an order of 2003, a life in Sterling Heights since, never detained.',
    names: [latin('Jacqueline Hanna Toma'), arabic('جاكلين حنا توما')],
    aNumber: 'A900-005-006', birthDate: '1960-08-15', citizenship: 'IRQ', language: 'cld', gender: 'female',
    source: 'Intake interview',
    facts: completeFile({
      removalOrders: [order({ decidedOn: '2003-09-23', appeal: noAppeal })],
      memberships: [PRIMARY],
    }),
    expect: { [SIX_MONTHS]: 'not-met' },
  },
  {
    key: 'member-held-today',
    story: 'A member taken into custody again this autumn, under an order that became final fourteen years ago.',
    names: [latin('Basim Nouri Kashat'), arabic('باسم نوري كشاط'), latin('Basem Al-Kashat', 'Detainee locator')],
    aNumber: 'A900-005-007', birthDate: '1971-12-03', citizenship: 'IRQ', language: 'ar', gender: 'male',
    source: 'Detainee locator; order of 2012',
    facts: completeFile({
      stints: [heldUntil('CALHOMI', '2017-06-11', '2018-03-07', 'order-of-supervision'), held('NRLKCMI', on.ago(52))],
      removalOrders: [order({ decidedOn: '2012-04-11', appeal: waived('2012-04-11') })],
      memberships: [PRIMARY, { class: 'hamama-final-order', from: '2017-06-24', to: null }],
    }),
  },
  {
    key: 'removed-in-april-2019',
    story: 'Removed on 5 April 2019, in the week in which it is disputed whether the stay of removals still stood.',
    names: [latin('Wisam Adel Hirmez'), arabic('وسام عادل هرمز')],
    aNumber: 'A900-005-008', birthDate: '1984-02-28', citizenship: 'IRQ', language: 'ar', gender: 'male',
    source: 'Warrant of removal, executed',
    facts: completeFile({
      stints: [heldUntil('JENADLA', '2019-01-08', '2019-04-05', 'removed')],
      removalOrders: [order({ decidedOn: '2006-05-30', appeal: noAppeal })],
      memberships: [PRIMARY, { class: 'hamama-removal-2017', from: '2017-06-24', to: null }],
    }),
  },
];
