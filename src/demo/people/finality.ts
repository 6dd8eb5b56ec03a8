import {
  appealDecided, appealPending, arabic, certified, completeFile, departure, held, heldUntil, latin, noAppeal, order, waived,
  type DemoDays, type DemoPerson,
} from '../telling.js';

const SIX_MONTHS = 'zadvydas-v-davis/six-months';

/** Every way in which an order becomes final under 8 C.F.R. § 1241.1, and the ways in which it stops being so. */
export const finalityPeople = (on: DemoDays): DemoPerson[] => [
  {
    key: 'in-absentia',
    story: 'Ordered removed in absentia: final at once, though he was arrested only weeks later.',
    names: [latin('Ousmane Diallo Barry')],
    aNumber: 'A900-003-001', birthDate: '1995-02-12', citizenship: 'GIN', language: 'ff', gender: 'male',
    source: 'Order in absentia',
    facts: completeFile({
      stints: [held('MSVPCPA', on.ago(62))],
      removalOrders: [order({ decidedOn: on.ago(95), inAbsentia: true })],
    }),
    expect: { [SIX_MONTHS]: 'not-met' },
  },
  {
    key: 'departure-overstayed',
    story: 'Was given until a day to leave by himself and stayed: the order behind it became final the day after.',
    names: [latin('Héctor Manuel Ixcoy Tum')],
    aNumber: 'A900-003-002', birthDate: '1986-06-06', citizenship: 'GTM', language: 'quc', gender: 'male',
    source: 'Order granting voluntary departure, with the alternate order',
    facts: completeFile({
      stints: [held('BUTLEOH', on.ago(212))],
      removalOrders: [order({
        kind: 'voluntary-departure-alternate', decidedOn: on.ago(390), appeal: waived(on.ago(390)),
        voluntaryDeparture: departure({ departBy: on.ago(270), departed: false, bondDueOn: on.ago(383), bondPosted: true, bondPostedOn: on.ago(385) }),
      })],
    }),
    expect: { [SIX_MONTHS]: 'met' },
  },
  {
    key: 'departure-bond-unposted',
    story: 'Voluntary departure was granted, the bond never posted: final on the day after it was due.',
    names: [latin('Rosa Elvira Quispe Mamani')],
    aNumber: 'A900-003-003', birthDate: '1983-08-30', citizenship: 'PER', language: 'qu', gender: 'female',
    source: 'Order granting voluntary departure; no bond in the file',
    facts: completeFile({
      stints: [held('CCANOOH', on.ago(140))],
      removalOrders: [order({
        kind: 'voluntary-departure-alternate', decidedOn: on.ago(120), appeal: waived(on.ago(120)),
        voluntaryDeparture: departure({ departBy: on.ago(60), departed: false, bondDueOn: on.ago(113), bondPosted: false }),
      })],
    }),
    expect: { [SIX_MONTHS]: 'not-met' },
  },
  {
    key: 'departure-still-open',
    story: 'Voluntary departure with a month to go: not final.',
    names: [latin('Oksana Hrytsenko'), { text: 'Оксана Гриценко', script: 'Cyrl', source: 'Passport' }],
    aNumber: 'A900-003-004', birthDate: '1990-11-15', citizenship: 'UKR', language: 'uk', gender: 'female',
    source: 'Order granting voluntary departure',
    facts: completeFile({
      stints: [held('MCHENIL', on.ago(75))],
      removalOrders: [order({
        kind: 'voluntary-departure-alternate', decidedOn: on.ago(31), appeal: waived(on.ago(31)),
        voluntaryDeparture: departure({ departBy: on.ahead(29), departed: false, bondDueOn: on.ago(24), bondPosted: true, bondPostedOn: on.ago(27) }),
      })],
    }),
    expect: { [SIX_MONTHS]: 'not-met' },
  },
  {
    key: 'appeal-pending',
    story: 'Held for more than a year while the Board has the appeal: long, and not post-order detention.',
    names: [latin('Yared Tekle'), { text: 'ያሬድ ተክለ', script: 'Ethi', source: 'Baptismal certificate' }],
    aNumber: 'A900-003-005', birthDate: '1992-01-19', citizenship: 'ETH', language: 'am', gender: 'male',
    source: 'Filing receipt of the Board',
    facts: completeFile({
      stints: [held('CALHOMI', on.ago(420))],
      removalOrders: [order({ decidedOn: on.ago(200), appeal: appealPending(on.ago(175)) })],
    }),
    expect: { [SIX_MONTHS]: 'not-met' },
  },
  {
    key: 'appeal-dismissed',
    story: 'The Board dismissed the appeal; the count runs from its decision, not from the judge’s.',
    names: [latin('Marcus Delroy Campbell')],
    aNumber: 'A900-003-006', birthDate: '1974-07-07', citizenship: 'JAM', language: 'en', gender: 'male',
    source: 'Decision of the Board',
    facts: completeFile({
      stints: [held('CALHOMI', on.ago(500))],
      removalOrders: [order({ decidedOn: on.ago(380), appeal: appealDecided(on.ago(355), 'dismissed', on.ago(168)) })],
      events: [{ kind: 'custody-review-decision', on: on.ago(84) }],
    }),
    expect: { [SIX_MONTHS]: 'approaching' },
  },
  {
    key: 'appeal-withdrawn',
    story: 'Gave up the appeal after five months of waiting for it: final on that day.',
    names: [latin('Ahmed Bashir Elmi')],
    aNumber: 'A900-003-007', birthYear: 1994, citizenship: 'SOM', language: 'so', gender: 'male',
    source: 'Withdrawal of the appeal, stamped by the Board',
    facts: completeFile({
      stints: [held('NRLKCMI', on.ago(300))],
      removalOrders: [order({ decidedOn: on.ago(230), appeal: appealDecided(on.ago(210), 'withdrawn', on.ago(66)) })],
    }),
    expect: { [SIX_MONTHS]: 'not-met', '8-cfr-241.4/review-90-day': 'approaching' },
  },
  {
    key: 'appeal-period-running',
    story: 'Ordered removed twenty days ago; no appeal yet. The order becomes final on the day the time runs out.',
    names: [latin('Jhonatan Alexis Briceño Lugo')],
    aNumber: 'A900-003-008', birthDate: '2001-04-25', citizenship: 'VEN', language: 'es', gender: 'male',
    source: 'Order of the immigration judge',
    facts: completeFile({
      stints: [held('STCDFTX', on.ago(88))],
      removalOrders: [order({ decidedOn: on.ago(20), appeal: noAppeal })],
    }),
    expect: { [SIX_MONTHS]: 'not-met' },
  },
  {
    key: 'appeal-not-known',
    story: 'An order of eight months ago. Whether anyone appealed is not known: one call to the Board’s telephone line would tell.',
    names: [latin('Wilner Jean-Baptiste'), latin('JEANBAPTISTE, WILNER', 'Jail roster')],
    aNumber: 'A900-003-009', birthDate: '1981-05-18', citizenship: 'HTI', language: 'ht', gender: 'male',
    source: 'Order of the immigration judge',
    facts: completeFile({
      stints: [held('LAWINCI', on.ago(310))],
      removalOrders: [order({ decidedOn: on.ago(250), appeal: null })],
    }),
    expect: { [SIX_MONTHS]: 'unknown' },
  },
  {
    key: 'certified-to-the-board',
    story: 'The judge certified the case to the Board, which ordered removal.',
    names: [latin('Chen Weiqiang'), { text: '陈伟强', script: 'Hans', source: 'Household register' }],
    aNumber: 'A900-003-010', birthDate: '1970-10-10', citizenship: 'CHN', language: 'zh', gender: 'male',
    source: 'Decision of the Board on certification',
    facts: completeFile({
      stints: [held('ESSEXNJ', on.ago(410))],
      removalOrders: [order({ decidedOn: on.ago(330), appeal: certified(on.ago(322), on.ago(205)) })],
    }),
    expect: { [SIX_MONTHS]: 'met' },
  },
  {
    key: 'reinstated',
    story: 'An order of 2009 reinstated after he came back: final since 2009, the removal period begins with the reinstatement.',
    names: [latin('José Luis Cárdenas Ochoa')],
    aNumber: 'A900-003-011', birthDate: '1976-03-19', citizenship: 'MEX', language: 'es', gender: 'male',
    source: 'Notice of reinstatement, and the order of 2009',
    facts: completeFile({
      stints: [held('KCCDCTX', on.ago(141))],
      removalOrders: [order({
        kind: 'reinstated', decidedOn: '2009-05-14', decidedBy: 'dhs', originalFinalOn: '2009-05-14', reinstatedOn: on.ago(140),
      })],
      events: [{ kind: 'hearing', on: on.ago(30), note: 'Withholding only' }],
    }),
  },
  {
    key: 'administrative-order',
    story: 'Ordered removed by an officer under 8 U.S.C. § 1228(b), with no judge and no appeal to the Board.',
    names: [latin('Radomir Petrović'), { text: 'Радомир Петровић', script: 'Cyrl' }],
    aNumber: 'A900-003-012', birthDate: '1968-02-02', citizenship: 'SRB', language: 'sr', gender: 'male',
    source: 'Final administrative removal order',
    facts: completeFile({
      stints: [held('CCANOOH', on.ago(118))],
      removalOrders: [order({ kind: 'administrative', decidedOn: on.ago(100), decidedBy: 'dhs', inAbsentia: false })],
    }),
  },
  {
    key: 'withholding-granted',
    story: 'Won withholding of removal to her country and is still held while another country is looked for: the order stays final.',
    names: [latin('Saron Ghebremedhin'), { text: 'ሳሮን ገብረመድህን', script: 'Ethi', source: 'Application for asylum' }],
    aNumber: 'A900-003-013', birthDate: '1998-12-01', citizenship: 'ERI', language: 'ti', gender: 'female',
    source: 'Decision granting withholding, no appeal by either side',
    facts: completeFile({
      stints: [held('EAZ', on.ago(560))],
      removalOrders: [order({
        decidedOn: on.ago(260), appeal: waived(on.ago(260)), events: [{ kind: 'withholding-granted', on: on.ago(260) }], designatedCountries: ['ERI'],
      })],
    }),
    expect: { [SIX_MONTHS]: 'met' },
  },
  {
    key: 'reopened',
    story: 'Past six months, and then the case was reopened: the order is no longer final, the days spent under it remain on record.',
    names: [latin('Dunya Khalil Matti'), arabic('دنيا خليل متي', 'School certificate')],
    aNumber: 'A900-003-014', birthDate: '1989-04-04', citizenship: 'IRQ', language: 'ar', gender: 'female',
    source: 'Order granting the motion to reopen',
    facts: completeFile({
      stints: [held('STCLAMI', on.ago(300))],
      removalOrders: [order({
        decidedOn: on.ago(270), appeal: waived(on.ago(270)),
        events: [{ kind: 'motion-to-reopen-filed', on: on.ago(120) }, { kind: 'reopened', on: on.ago(45) }],
      })],
    }),
  },
  {
    key: 'ordered-again',
    story: 'Reopened and ordered removed a second time: the second order governs.',
    names: [latin('Vannak Keo'), { text: 'កែវ វណ្ណៈ', script: 'Khmr' }],
    aNumber: 'A900-003-015', birthDate: '1980-09-23', citizenship: 'KHM', language: 'km', gender: 'male',
    source: 'Both orders of the immigration judge',
    facts: completeFile({
      stints: [held('SHERBMN', on.ago(260))],
      removalOrders: [
        order({ decidedOn: '2006-02-10', appeal: waived('2006-02-10'), events: [{ kind: 'reopened', on: on.ago(230) }] }),
        order({ decidedOn: on.ago(80), appeal: waived(on.ago(80)) }),
      ],
    }),
    expect: { '8-cfr-241.4/review-90-day': 'approaching' },
  },
  {
    key: 'stay-in-the-ninth-circuit',
    story: 'A petition for review with a stay of removal, held in California: the removal period has not begun.',
    names: [latin('Marvin Geovany Lemus Portillo')],
    aNumber: 'A900-003-016', birthDate: '1987-07-27', citizenship: 'SLV', language: 'es', gender: 'male',
    source: 'Docket of the court of appeals',
    facts: completeFile({
      stints: [held('ADLNTCA', on.ago(450))],
      removalOrders: [order({
        decidedOn: on.ago(440), appeal: appealDecided(on.ago(420), 'dismissed', on.ago(280)),
        events: [
          { kind: 'petition-for-review-filed', on: on.ago(265), court: '9th Cir.' },
          { kind: 'judicial-stay-entered', on: on.ago(264), court: '9th Cir.' },
        ],
      })],
    }),
  },
  {
    key: 'stay-in-the-sixth-circuit',
    story: 'The same facts in Michigan, where no decision settles it: the readings are shown side by side.',
    names: [latin('Fadi Naseem Yalda'), arabic('فادي نسيم يلدا', 'Iraqi passport, expired')],
    aNumber: 'A900-003-017', birthDate: '1978-12-12', citizenship: 'IRQ', language: 'ar', gender: 'male',
    source: 'Docket of the court of appeals',
    facts: completeFile({
      stints: [held('CALHOMI', on.ago(450))],
      removalOrders: [order({
        decidedOn: on.ago(440), appeal: appealDecided(on.ago(420), 'dismissed', on.ago(280)),
        events: [
          { kind: 'petition-for-review-filed', on: on.ago(265), court: '6th Cir.' },
          { kind: 'judicial-stay-entered', on: on.ago(264), court: '6th Cir.' },
        ],
      })],
    }),
  },
  {
    key: 'court-decided',
    story: 'The court of appeals denied the petition fifty days ago: the removal period begins with its order.',
    names: [latin('Ibrahima Ndiaye Sarr')],
    aNumber: 'A900-003-018', birthDate: '1991-03-31', citizenship: 'SEN', language: 'wo', gender: 'male',
    source: 'Mandate of the court of appeals',
    facts: completeFile({
      stints: [held('MSVPCPA', on.ago(450))],
      removalOrders: [order({
        decidedOn: on.ago(440), appeal: appealDecided(on.ago(420), 'dismissed', on.ago(280)),
        events: [
          { kind: 'petition-for-review-filed', on: on.ago(265), court: '3d Cir.' },
          { kind: 'judicial-stay-entered', on: on.ago(264), court: '3d Cir.' },
          { kind: 'petition-for-review-decided', on: on.ago(50), court: '3d Cir.' },
          { kind: 'judicial-stay-lifted', on: on.ago(50), court: '3d Cir.' },
        ],
      })],
    }),
  },
  {
    key: 'remanded-by-the-court',
    story: 'The court of appeals sent the case back: nothing final stands.',
    names: [latin('Nadia Karim Sulaiman'), arabic('نادية كريم سليمان')],
    aNumber: 'A900-003-019', birthDate: '1993-06-09', citizenship: 'SYR', language: 'ar', gender: 'female',
    source: 'Opinion of the court of appeals',
    facts: completeFile({
      stints: [heldUntil('DETHOLD', on.ago(366), on.ago(365), 'transfer'), held('STCLAMI', on.ago(365))],
      removalOrders: [order({
        decidedOn: on.ago(340), appeal: appealDecided(on.ago(320), 'dismissed', on.ago(210)),
        events: [{ kind: 'petition-for-review-filed', on: on.ago(190), court: '6th Cir.' }, { kind: 'remanded', on: on.ago(12), court: '6th Cir.' }],
      })],
    }),
  },
];
