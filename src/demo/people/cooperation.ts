import { completeFile, held, heldUntil, latin, order, waived, type DemoDays, type DemoPerson } from '../telling.js';

/** People said not to have cooperated with their removal, people who asked to be released, people in hold rooms. */
export const cooperationPeople = (on: DemoDays): DemoPerson[] => [
  {
    key: 'lapse-disputed',
    story: 'ICE says that he refused the passport form for ten weeks; he says that nobody gave it to him. '
      + 'Counted with the lapse he is past six months, without it he is not: both readings are shown.',
    names: [latin('Tou Pao Xiong'), latin('XIONG, TOUPAO', 'Notice of failure to comply')],
    aNumber: 'A900-002-001', birthDate: '1978-11-02', citizenship: 'LAO', language: 'hmn', gender: 'male',
    source: 'Notice of failure to comply, and the client’s declaration',
    facts: completeFile({
      stints: [held('SHERBMN', on.ago(240))],
      removalOrders: [order({ decidedOn: on.ago(220), appeal: waived(on.ago(220)) })],
      cooperation: [{ from: on.ago(150), to: on.ago(80), ongoing: false, act: 'refused-travel-document-form', noticeServedOn: on.ago(148), disputed: true }],
    }),
    expect: { 'zadvydas-v-davis/six-months': 'contested' },
  },
  {
    key: 'lapse-admitted',
    story: 'He missed two consular interviews and says so; the notice was served. The removal period is longer by those days.',
    names: [latin('Devon Anthony Reid')],
    aNumber: 'A900-002-002', birthDate: '1980-02-17', citizenship: 'JAM', language: 'en', gender: 'male',
    source: 'Notice of failure to comply',
    facts: completeFile({
      stints: [held('BTV', on.ago(150))],
      removalOrders: [order({ decidedOn: on.ago(110), appeal: waived(on.ago(110)) })],
      cooperation: [{ from: on.ago(90), to: on.ago(60), ongoing: false, act: 'refused-consular-interview', noticeServedOn: on.ago(88), disputed: false }],
    }),
    expect: { 'zadvydas-v-davis/six-months': 'not-met' },
  },
  {
    key: 'lapse-going-on',
    story: 'A refusal that has not ended: while it lasts the days less the lapse stand still.',
    names: [latin('Sergei Kuznetsov'), { text: 'Сергей Кузнецов', script: 'Cyrl', source: 'Internal passport' }],
    aNumber: 'A900-002-003', birthDate: '1985-06-28', citizenship: 'RUS', language: 'ru', gender: 'male',
    source: 'Notice of failure to comply',
    facts: completeFile({
      stints: [held('CCASDCA', on.ago(210))],
      removalOrders: [order({ decidedOn: on.ago(160), appeal: waived(on.ago(160)) })],
      cooperation: [{ from: on.ago(40), to: null, ongoing: true, act: 'refused-travel-document-form', noticeServedOn: on.ago(38), disputed: false }],
    }),
  },
  {
    key: 'request-acknowledged-late',
    story: 'Asked headquarters to find that removal is not foreseeable; the acknowledgement came after a month, not ten business days.',
    names: [latin('Phạm Thị Lan'), latin('PHAM, LAN THI', 'Acknowledgement from headquarters')],
    aNumber: 'A900-002-004', birthDate: '1972-01-08', citizenship: 'VNM', language: 'vi', gender: 'female',
    source: 'Request under 8 CFR 241.13 and its acknowledgement',
    facts: completeFile({
      stints: [held('STCDFTX', on.ago(330))],
      removalOrders: [order({ decidedOn: on.ago(290), appeal: waived(on.ago(290)) })],
      events: [{ kind: 'slrrf-request', on: on.ago(60) }, { kind: 'slrrf-acknowledged', on: on.ago(29) }],
    }),
    expect: { 'zadvydas-v-davis/six-months': 'met' },
  },
  {
    key: 'request-unanswered',
    story: 'The same request, sent five days ago and not yet acknowledged.',
    names: [latin('Aung Kyaw Moe'), { text: 'အောင်ကျော်မိုး', script: 'Mymr', source: 'Household registration' }],
    aNumber: 'A900-002-005', birthYear: 1989, citizenship: 'MMR', language: 'my', gender: 'male',
    source: 'Request under 8 CFR 241.13',
    facts: completeFile({
      stints: [held('DODGEWI', on.ago(280))],
      removalOrders: [order({ decidedOn: on.ago(250), appeal: waived(on.ago(250)) })],
      events: [{ kind: 'slrrf-request', on: on.ago(5) }],
    }),
    expect: { 'zadvydas-v-davis/six-months': 'met' },
  },
  {
    key: 'hold-room-thirteen-hours',
    story: 'Thirteen hours and ten minutes in the hold room in Detroit. The limit is twelve.',
    names: [latin('Brayan Estuardo Coc Choc')],
    aNumber: 'A900-002-006', birthDate: '2003-03-03', citizenship: 'GTM', language: 'kek', gender: 'male',
    source: 'Hold room log',
    facts: completeFile({
      stints: [heldUntil('DETHOLD', on.ago(2), on.ago(2), 'transfer'), held('MONROMI', on.ago(2))],
      events: [
        { kind: 'arrest', on: on.ago(2) },
        { kind: 'hold-room-entered', at: `${on.ago(2)}T09:00:00-05:00` }, { kind: 'hold-room-left', at: `${on.ago(2)}T22:10:00-05:00` },
      ],
    }),
    expect: { 'ice-hold-rooms/twelve-hours': 'met' },
  },
  {
    key: 'hold-room-eleven-hours',
    story: 'Eleven hours in the same room on the same day.',
    names: [latin('Ingrid Yamileth Zelaya Banegas')],
    aNumber: 'A900-002-007', birthDate: '1999-09-17', citizenship: 'HND', language: 'es', gender: 'female',
    source: 'Hold room log',
    facts: completeFile({
      stints: [heldUntil('DETHOLD', on.ago(2), on.ago(2), 'transfer'), held('STCLAMI', on.ago(2))],
      events: [
        { kind: 'arrest', on: on.ago(2) },
        { kind: 'hold-room-entered', at: `${on.ago(2)}T08:30:00-05:00` }, { kind: 'hold-room-left', at: `${on.ago(2)}T19:30:00-05:00` },
      ],
    }),
    expect: { 'ice-hold-rooms/twelve-hours': 'not-met' },
  },
  {
    key: 'hold-room-across-the-ruling',
    story: 'Thirty-nine hours in a hold room, across the day on which a court set the 72-hour waiver aside: contested, for a lawyer to decide.',
    names: [latin('Gevorg Petrosyan'), { text: 'Գևորգ Պետրոսյան', script: 'Armn', source: 'Passport' }],
    aNumber: 'A900-002-008', birthDate: '1994-05-28', citizenship: 'ARM', language: 'hy', gender: 'male',
    source: 'Hold room log',
    facts: completeFile({
      stints: [heldUntil('SFRHOLD', '2026-06-22', '2026-06-23', 'transfer'), held('ADLNTCA', '2026-06-24')],
      events: [
        { kind: 'hold-room-entered', at: '2026-06-22T08:00:00-07:00' }, { kind: 'hold-room-left', at: '2026-06-23T23:00:00-07:00' },
      ],
    }),
    expect: { 'ice-hold-rooms/twelve-hours': 'contested' },
  },
];
