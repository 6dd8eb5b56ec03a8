import { appealPending, arabic, completeFile, held, latin, order, waived, type DemoDays, type DemoPerson } from '../telling.js';

/** Names: one name in six spellings, brothers of one name, and scripts and orders in which clerks go wrong. */
export const namePeople = (on: DemoDays): DemoPerson[] => [
  {
    key: 'six-spellings',
    story: 'Six Latin spellings of one name in five documents. Whichever of them is typed finds him.',
    names: [
      latin('Yousif Abdulahad Gharib'), latin('Youssef Abdul-Ahad Ghareeb', 'Passport of 2004'), latin('Yusuf Abdelahad Gharib', 'Notice to Appear'),
      latin('Yousef Abdalahad Qarib', 'Jail roster'), latin('Yosif Abdul Ahad Gharieb', 'Order of the immigration judge'),
      latin('Yusef Abdulahad Garib', 'Order of the immigration judge, page 2'), arabic('يوسف عبد الأحد غريب', 'Iraqi civil status card'),
    ],
    aNumber: 'A900-006-001', birthDate: '1968-07-01', citizenship: 'IRQ', language: 'ar', gender: 'male',
    source: 'Intake interview',
    facts: completeFile({
      stints: [held('CALHOMI', on.ago(199))],
      removalOrders: [order({ decidedOn: on.ago(196), appeal: waived(on.ago(196)) })],
    }),
    expect: { 'zadvydas-v-davis/six-months': 'met' },
  },
  {
    key: 'elder-brother',
    story: 'Two brothers whom every document calls Mohammed Ali Hussein: this is the elder, Mohammed Amin.',
    names: [latin('Mohammed Ali Hussein'), latin('Mohammed Amin Ali Hussein', 'Birth certificate'), arabic('محمد أمين علي حسين', 'Birth certificate')],
    aNumber: 'A900-006-002', birthDate: '1990-01-01', citizenship: 'IRQ', language: 'ckb', gender: 'male',
    source: 'Intake interview with both brothers',
    facts: completeFile({
      stints: [held('STCLAMI', on.ago(101))],
      removalOrders: [order({ decidedOn: on.ago(94), appeal: waived(on.ago(94)) })],
      events: [{ kind: 'custody-review-decision', on: on.ago(8) }],
    }),
    expect: { '8-cfr-241.4/review-90-day': 'not-met' },
  },
  {
    key: 'younger-brother',
    story: 'The younger, Mohammed Karim. Same jail, same names, another date of birth, another number and another clock.',
    names: [latin('Mohammed Ali Hussein'), latin('Mohammed Karim Ali Hussein', 'Birth certificate'), arabic('محمد كريم علي حسين', 'Birth certificate')],
    aNumber: 'A900-006-003', birthDate: '1993-01-01', citizenship: 'IRQ', language: 'ckb', gender: 'male',
    source: 'Intake interview with both brothers',
    facts: completeFile({
      stints: [held('STCLAMI', on.ago(101))],
      removalOrders: [order({ decidedOn: on.ago(94), appeal: appealPending(on.ago(80)) })],
    }),
    expect: { '8-cfr-241.4/review-90-day': 'not-met' },
  },
  {
    key: 'syriac-script',
    story: 'Her documents are in Syriac, the locator has the family name first and cut short.',
    names: [latin('Shamiram Odisho Warda'), latin('WARDA ODI, SHAMIRAM', 'Detainee locator'), { text: 'ܫܡܝܪܡ ܥܘܕܝܫܘ ܘܪܕܐ', script: 'Syrc', source: 'Church register' }],
    aNumber: 'A900-006-004', birthDate: '1995-05-05', citizenship: 'SYR', language: 'aii', gender: 'female',
    source: 'Detainee locator',
    facts: completeFile({
      stints: [held('MCHENIL', on.ago(24))],
      removalOrders: [],
    }),
    expect: { 'zadvydas-v-davis/six-months': 'not-met' },
  },
  {
    key: 'two-surnames',
    story: 'Two surnames, and the government files him under the second.',
    names: [latin('Domingo Tzoc Hernández'), latin('HERNANDEZ, DOMINGO', 'Form I-213'), latin('Domingo Hernandez-Tzoc', 'Jail roster')],
    aNumber: 'A900-006-005', birthDate: '2000-12-08', citizenship: 'GTM', language: 'mam', gender: 'male',
    source: 'Intake interview',
    facts: completeFile({
      stints: [held('NRLKCMI', on.ago(175))],
      removalOrders: [order({ decidedOn: on.ago(159), appeal: waived(on.ago(159)) })],
      events: [{ kind: 'custody-review-notice', on: on.ago(103) }, { kind: 'custody-review-decision', on: on.ago(71) }],
    }),
    expect: { 'zadvydas-v-davis/six-months': 'approaching' },
  },
  {
    key: 'no-surname',
    story: 'A patronymic, no surname: the forms invent one, differently each time.',
    names: [latin('Abdul Wahid'), latin('WAHID, FNU ABDUL', 'Form I-213'), latin('Abdulwahid LNU', 'Hospital record'), arabic('عبدالواحد', 'Tazkira')],
    aNumber: 'A900-006-006', birthYear: 1999, citizenship: 'AFG', language: 'ps', gender: 'male',
    source: 'Intake interview',
    facts: {
      stints: [held('OLACCLA', on.ago(133))],
      otherCustody: [],
      removalOrders: [order({ decidedOn: on.ago(60), appeal: null })],
    },
    expect: { 'zadvydas-v-davis/six-months': 'unknown' },
  },
];
