import {
  appealDecided, arabic, completeFile, held, heldUntil, latin, noAppeal, order, waived, type DemoDays, type DemoPerson,
} from '../telling.js';

/** People whose counts stand on both sides of a line on the day of seeding: six months, 90 days, 180 days, a year. */
export const clockPeople = (on: DemoDays): DemoPerson[] => [
  {
    key: 'day-178',
    story: 'Day 178 after a waived appeal. Day 180 is in two days; six months, which is what Zadvydas says, a little later.',
    names: [latin('Salwan Hirmiz Shaba'), latin('Salwan Hermiz', 'Calhoun County roster'), arabic('سلوان هرمز شابا')],
    aNumber: 'A900-001-001', birthDate: '1984-03-11', citizenship: 'IRQ', language: 'cld', gender: 'male',
    source: 'Order of the immigration judge, with waiver of appeal',
    facts: completeFile({
      stints: [heldUntil('DETHOLD', on.ago(231), on.ago(230), 'transfer'), held('CALHOMI', on.ago(230))],
      removalOrders: [order({ decidedOn: on.ago(178), appeal: waived(on.ago(178)) })],
      events: [{ kind: 'custody-review-notice', on: on.ago(120) }, { kind: 'custody-review-decision', on: on.ago(92), note: 'Detention continued' }],
    }),
    expect: { 'zadvydas-v-davis/six-months': 'approaching', '8-cfr-241.4/review-180-day': 'approaching' },
  },
  {
    key: 'day-180-is-not-six-months',
    story: 'Day 180 is today, six months are not yet: the two lines never fall on one day.',
    names: [latin('Nergiz Omar Sindi'), arabic('نێرگز عومەر سندی', 'Iraqi civil status card, in Sorani')],
    aNumber: 'A900-001-002', birthDate: '1991-07-02', citizenship: 'IRQ', language: 'ckb', gender: 'female',
    source: 'Order of the immigration judge, with waiver of appeal',
    facts: completeFile({
      stints: [held('CALHOMI', on.ago(200))],
      removalOrders: [order({ decidedOn: on.ago(180), appeal: waived(on.ago(180)) })],
    }),
    expect: { 'zadvydas-v-davis/six-months': 'approaching' },
  },
  {
    key: 'six-months-today',
    story: 'Six months since the order became final, reached today: a line is reached on the day itself.',
    names: [latin('Marie-Josette Saint-Vil'), latin('SAINT VIL, Marie J', 'Notice to Appear')],
    aNumber: 'A900-001-003', birthDate: '1979-12-24', citizenship: 'HTI', language: 'ht', gender: 'female',
    source: 'Order of the immigration judge, with waiver of appeal',
    facts: completeFile({
      stints: [held('KRO', on.ago(260))],
      removalOrders: [order({ decidedOn: on.monthsAgo(6), appeal: waived(on.monthsAgo(6)) })],
    }),
    expect: { 'zadvydas-v-davis/six-months': 'met' },
  },
  {
    key: 'review-coming',
    story: 'Day 70 of the removal period: the field office owes a custody review before day 90.',
    names: [latin('Trần Quốc Bảo'), latin('TRAN, BAO QUOC', 'Record of Deportable Alien')],
    aNumber: 'A900-001-004', birthDate: '1969-05-19', citizenship: 'VNM', language: 'vi', gender: 'male',
    source: 'Order of the immigration judge, with waiver of appeal',
    facts: completeFile({
      stints: [held('STWRTGA', on.ago(110))],
      removalOrders: [order({ decidedOn: on.ago(70), appeal: waived(on.ago(70)) })],
      events: [{ kind: 'custody-review-notice', on: on.ago(45), note: 'Review of records announced' }],
    }),
    expect: { '8-cfr-241.4/review-90-day': 'approaching', 'zadvydas-v-davis/six-months': 'not-met' },
  },
  {
    key: 'review-on-time',
    story: 'The 90-day review was announced a month ahead and decided on day 86.',
    names: [latin('Dariel Pérez Montero')],
    aNumber: 'A900-001-005', birthDate: '1987-01-30', citizenship: 'CUB', language: 'es', gender: 'male',
    source: 'Decision to continue detention, served on counsel',
    facts: completeFile({
      stints: [held('KRO', on.ago(170))],
      removalOrders: [order({ decidedOn: on.ago(120), appeal: waived(on.ago(120)) })],
      events: [
        { kind: 'custody-review-notice', on: on.ago(66) }, { kind: 'custody-review-interview', on: on.ago(40) },
        { kind: 'custody-review-decision', on: on.ago(34) },
      ],
    }),
    expect: { '8-cfr-241.4/review-90-day': 'not-met' },
  },
  {
    key: 'review-late',
    story: 'The 90-day review was decided on day 130.',
    names: [latin('Kwabena Osei-Tutu')],
    aNumber: 'A900-001-006', birthDate: '1982-09-09', citizenship: 'GHA', language: 'en', gender: 'male',
    source: 'Decision to continue detention, served on counsel',
    facts: completeFile({
      stints: [held('PLYMOMA', on.ago(190))],
      removalOrders: [order({ decidedOn: on.ago(150), appeal: waived(on.ago(150)) })],
      events: [{ kind: 'custody-review-notice', on: on.ago(52) }, { kind: 'custody-review-decision', on: on.ago(20) }],
    }),
    expect: { 'zadvydas-v-davis/six-months': 'not-met' },
  },
  {
    key: 'review-never',
    story: 'Day 130 and no custody review at all.',
    names: [latin('Sok Chanthy'), { text: 'សុខ ចាន់ធី', script: 'Khmr', source: 'Birth certificate' }],
    aNumber: 'A900-001-007', birthDate: '1975-04-13', citizenship: 'KHM', language: 'km', gender: 'male',
    source: 'Order of the immigration judge, with waiver of appeal',
    facts: completeFile({
      stints: [held('SHERBMN', on.ago(150))],
      removalOrders: [order({ decidedOn: on.ago(130), appeal: waived(on.ago(130)) })],
    }),
    expect: { '8-cfr-241.4/review-90-day': 'met', 'zadvydas-v-davis/six-months': 'not-met' },
  },
  {
    key: 'three-years',
    story: 'Held more than three years after a final order; reviewed at 90 and 180 days and never since.',
    names: [latin('Farhad Rostami'), arabic('فرهاد رستمی', 'Iranian birth certificate')],
    aNumber: 'A900-001-008', birthYear: 1977, citizenship: 'IRN', language: 'fa', gender: 'male',
    source: 'Dismissal of the appeal by the Board',
    facts: completeFile({
      stints: [heldUntil('PINEPLA', on.ago(1400), on.ago(900), 'transfer'), held('JENADLA', on.ago(900))],
      removalOrders: [order({ decidedOn: on.ago(1300), appeal: appealDecided(on.ago(1280), 'dismissed', on.ago(1130)) })],
      events: [
        { kind: 'custody-review-decision', on: on.ago(1045) }, { kind: 'headquarters-transfer', on: on.ago(955) },
        { kind: 'custody-review-decision', on: on.ago(952) },
      ],
    }),
    expect: { 'zadvydas-v-davis/six-months': 'met', '8-cfr-241.4/review-annual': 'met' },
  },
  {
    key: 'order-date-missing',
    story: 'There is an order and no appeal from it, but nobody has its date. Nothing that depends on it can be said.',
    names: [latin('Luul Abdirahman Warsame')],
    aNumber: 'A900-001-009', birthYear: 1990, citizenship: 'SOM', language: 'so', gender: 'female',
    source: 'Telephone call with the client',
    facts: completeFile({
      stints: [held('NRLKCMI', on.ago(340))],
      removalOrders: [order({ decidedOn: null, appeal: noAppeal })],
    }),
    expect: { 'zadvydas-v-davis/six-months': 'unknown' },
  },
  {
    key: 'orders-not-known',
    story: 'Held for over a year; nobody has seen the file, so it is not known whether there is an order at all.',
    names: [latin('Prince Tamba Kollie')],
    aNumber: 'A900-001-010', birthYear: 1988, citizenship: 'LBR', language: 'en', gender: 'male',
    source: 'Detainee locator, printed at intake',
    facts: { stints: [held('MSVPCPA', on.ago(402))] },
    expect: { 'zadvydas-v-davis/six-months': 'unknown' },
  },
  {
    key: 'finality-only-stated',
    story: 'A custody decision states the day on which the order became final and not by which route.',
    names: [latin('Wilmer Antonio Guevara Rivas')],
    aNumber: 'A900-001-011', birthDate: '1993-08-21', citizenship: 'SLV', language: 'es', gender: 'male',
    source: 'Decision to continue detention, page 1',
    facts: completeFile({
      stints: [held('DENICDF', on.ago(330))],
      removalOrders: [order({ decidedOn: null, appeal: null, statedFinalOn: on.ago(215) })],
    }),
    expect: { 'zadvydas-v-davis/six-months': 'met' },
  },
  {
    key: 'end-of-august',
    story: 'An order final on 31 August 2025: six months from it is 28 February 2026, the end of a shorter month.',
    names: [latin('Gurpreet Singh Dhaliwal'), { text: 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ ਧਾਲੀਵਾਲ', script: 'Guru', source: 'Passport application' }],
    aNumber: 'A900-001-012', birthDate: '1996-10-05', citizenship: 'IND', language: 'pa', gender: 'male',
    source: 'Order of the immigration judge, with waiver of appeal',
    facts: completeFile({
      stints: [held('EAZ', '2025-06-02')],
      removalOrders: [order({ decidedOn: '2025-08-31', appeal: waived('2025-08-31') })],
    }),
    expect: { 'zadvydas-v-davis/six-months': 'met' },
    expectOn: [
      { day: '2026-02-27', expect: { 'zadvydas-v-davis/six-months': 'approaching' } },
      { day: '2026-02-28', expect: { 'zadvydas-v-davis/six-months': 'met' } },
    ],
  },
];
