import {
  appealDecided, arabic, completeFile, held, heldUntil, latin, order, waived, type DemoDays, type DemoPerson,
} from '../telling.js';

const SIX_MONTHS = 'zadvydas-v-davis/six-months';

/** Custody as rows tell it: moves, gaps, sentences between, releases and arrests, and who is no longer held. */
export const custodyPeople = (on: DemoDays): DemoPerson[] => [
  {
    key: 'moved-to-another-circuit',
    story: 'Moved from Pennsylvania to Louisiana with a stay of removal in force. The Third Circuit says that the removal period has not begun; in the Fifth nothing says so.',
    names: [latin('Emmanuel Kofi Mensah')],
    aNumber: 'A900-004-001', birthDate: '1984-08-08', citizenship: 'GHA', language: 'ak', gender: 'male',
    source: 'Detainee locator, and the docket of the court of appeals',
    facts: completeFile({
      stints: [heldUntil('MSVPCPA', on.ago(330), on.ago(12), 'transfer'), held('JENADLA', on.ago(11))],
      removalOrders: [order({
        decidedOn: on.ago(520), appeal: appealDecided(on.ago(495), 'dismissed', on.ago(300)),
        events: [
          { kind: 'petition-for-review-filed', on: on.ago(280), court: '3d Cir.' },
          { kind: 'judicial-stay-entered', on: on.ago(279), court: '3d Cir.' },
        ],
      })],
      events: [{ kind: 'transfer-notice', on: on.ago(10), note: 'Counsel learned of it the day after' }],
    }),
  },
  {
    key: 'sentence-between',
    story: 'ICE held him 143 days, then he served a sentence, then ICE took him back. Courts have added such days (Hamama, ECF 555) and have not.',
    names: [latin('Ronny Gabriel Sarkis'), arabic('روني جبرائيل سركيس', 'Baptismal certificate')],
    aNumber: 'A900-004-002', birthDate: '1982-10-20', citizenship: 'IRQ', language: 'ar', gender: 'male',
    source: 'ICE detention history; county court record',
    facts: completeFile({
      stints: [heldUntil('CALHOMI', on.ago(690), on.ago(547), 'criminal-custody'), held('CALHOMI', on.ago(60))],
      otherCustody: [{ kind: 'criminal', from: on.ago(547), to: on.ago(60) }],
      removalOrders: [order({ decidedOn: '2015-06-09', appeal: waived('2015-06-09') })],
    }),
  },
  {
    key: 'supervised-and-arrested-again',
    story: 'Ten years under an order of supervision with every appointment kept, then arrested at one: no notice of reasons and no interview on file.',
    names: [latin('Nguyễn Văn Thành'), latin('NGUYEN, THANH VAN', 'Order of supervision')],
    aNumber: 'A900-004-003', birthDate: '1966-01-25', citizenship: 'VNM', language: 'vi', gender: 'male',
    source: 'Order of supervision of 2016; detainee locator',
    facts: completeFile({
      stints: [heldUntil('DENICDF', '2015-09-01', '2016-02-19', 'order-of-supervision'), held('DENICDF', on.ago(41))],
      removalOrders: [order({ decidedOn: '2015-08-20', appeal: waived('2015-08-20') })],
      events: [{ kind: 'released', on: '2016-02-19', note: 'Order of supervision' }],
    }),
  },
  {
    key: 'arrested-again-and-interviewed',
    story: 'Arrested again with written reasons on the day and an interview two days later.',
    names: [latin('Bounmy Sayavong'), { text: 'ບຸນມີ ໄຊຍະວົງ', script: 'Laoo', source: 'Refugee registration' }],
    aNumber: 'A900-004-004', birthDate: '1971-04-14', citizenship: 'LAO', language: 'lo', gender: 'male',
    source: 'Notice of revocation of release',
    facts: completeFile({
      stints: [heldUntil('DODGEWI', '2012-03-05', '2012-08-30', 'order-of-supervision'), held('DODGEWI', on.ago(33))],
      removalOrders: [order({ decidedOn: '2012-02-27', appeal: waived('2012-02-27') })],
      events: [
        { kind: 'released', on: '2012-08-30' }, { kind: 'redetention-notice', on: on.ago(33) }, { kind: 'redetention-interview', on: on.ago(31) },
      ],
    }),
  },
  {
    key: 'three-days-on-the-road',
    story: 'Three days between two jails: the person was being moved, it is one stay.',
    names: [latin('Luis Fernando Choque Apaza')],
    aNumber: 'A900-004-005', birthDate: '1985-05-05', citizenship: 'BOL', language: 'ay', gender: 'male',
    source: 'ICE detention history',
    facts: completeFile({
      stints: [heldUntil('CALHOMI', on.ago(200), on.ago(83), 'transfer'), held('CCANOOH', on.ago(80))],
      removalOrders: [order({ decidedOn: on.ago(190), appeal: waived(on.ago(190)) })],
    }),
    expect: { [SIX_MONTHS]: 'met' },
  },
  {
    key: 'four-days-in-the-dark',
    story: 'Four days between two jails that nobody accounts for: two stays, until somebody finds out.',
    names: [latin('Nelson David Amaya Cruz')],
    aNumber: 'A900-004-006', birthDate: '1997-02-14', citizenship: 'HND', language: 'es', gender: 'male',
    source: 'ICE detention history',
    facts: completeFile({
      stints: [heldUntil('CALHOMI', on.ago(200), on.ago(84), 'transfer'), held('CCANOOH', on.ago(80))],
      removalOrders: [order({ decidedOn: on.ago(190), appeal: waived(on.ago(190)) })],
    }),
  },
  {
    key: 'overlapping-rows',
    story: 'Two rows of the government’s own record overlap by three days. Each day is counted once.',
    names: [latin('Blessing Oluwaseun Adeyemi')],
    aNumber: 'A900-004-007', birthDate: '1992-09-29', citizenship: 'NGA', language: 'yo', gender: 'female',
    source: 'ICE detention history',
    facts: completeFile({
      stints: [heldUntil('BUTLEOH', on.ago(175), on.ago(97), 'transfer'), held('STCLAMI', on.ago(100))],
      removalOrders: [order({ decidedOn: on.ago(165), appeal: waived(on.ago(165)) })],
    }),
    expect: { [SIX_MONTHS]: 'approaching' },
  },
  {
    key: 'county-jail-for-ice',
    story: 'In a county jail the whole time, under contract with ICE: immigration custody like any other.',
    names: [latin('Ernesto Rolando Batista Leyva')],
    aNumber: 'A900-004-008', birthDate: '1963-11-11', citizenship: 'CUB', language: 'es', gender: 'male',
    source: 'Jail roster',
    facts: completeFile({
      stints: [held('MONROMI', on.ago(222), 'county-for-ice')],
      removalOrders: [order({ decidedOn: on.ago(222), appeal: waived(on.ago(222)) })],
    }),
    expect: { [SIX_MONTHS]: 'met' },
  },
  {
    key: 'turned-eighteen',
    story: 'Seven months in a shelter for children, then ICE on her eighteenth birthday: the shelter is not immigration detention.',
    names: [latin('Marta Juana Pedro Francisco')],
    aNumber: 'A900-004-009', birthDate: on.monthsAgo(216), citizenship: 'GTM', language: 'kjb', gender: 'female',
    source: 'Release of information from the shelter',
    facts: completeFile({
      stints: [heldUntil(null, on.ago(214), on.today, 'transfer', 'orr'), held('STCLAMI', on.today)],
      removalOrders: [],
    }),
  },
  {
    key: 'bonded-out',
    story: 'Released on bond last week: known not to be in custody, so the counts of the present stay are zero.',
    names: [latin('Ana Lucía Mendoza Zambrano')],
    aNumber: 'A900-004-010', birthDate: '1988-03-08', citizenship: 'ECU', language: 'es', gender: 'female',
    source: 'Bond receipt',
    facts: completeFile({
      stints: [heldUntil('BTV', on.ago(130), on.ago(7), 'bond')],
      removalOrders: [],
      events: [{ kind: 'bond-hearing-requested', on: on.ago(40) }, { kind: 'bond-hearing-held', on: on.ago(16) }, { kind: 'bond-granted', on: on.ago(16) }],
    }),
    expect: { [SIX_MONTHS]: 'not-met' },
  },
  {
    key: 'gone-from-the-roster',
    story: 'Left one jail on a transfer nine days ago and has appeared in no other. Somebody must find him today.',
    names: [latin('Mahad Yusuf Jimale')],
    aNumber: 'A900-004-011', birthYear: 1986, citizenship: 'SOM', language: 'so', gender: 'male',
    source: 'Jail roster, read every morning',
    facts: {
      stints: [heldUntil('SHERBMN', on.ago(240), on.ago(9), 'transfer')],
      otherCustody: [], cooperation: [], memberships: [], events: [],
      removalOrders: [order({ decidedOn: on.ago(236), appeal: waived(on.ago(236)) })],
    },
  },
  {
    key: 'border-patrol-first',
    story: 'Two days with the Border Patrol, then ICE: one stay from the first day.',
    names: [latin('Yunior Rafael Díaz Acosta')],
    aNumber: 'A900-004-012', birthDate: '1999-01-01', citizenship: 'DOM', language: 'es', gender: 'male',
    source: 'Form I-213',
    facts: completeFile({
      stints: [heldUntil(null, on.ago(57), on.ago(55), 'transfer', 'cbp'), held('STCDFTX', on.ago(55))],
      removalOrders: [order({ kind: 'expedited', decidedOn: on.ago(50), decidedBy: 'dhs' })],
    }),
  },
];
