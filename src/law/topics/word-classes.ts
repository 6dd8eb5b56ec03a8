/** Words that stand for one another in the phrases of topics: `@officer` in a phrase is any of its line. */
const LISTS = {
  officer: `officer officers agent agents ice ero dhs immigration guard guards deputy deputies sergeant lieutenant captain warden jailer supervisor marshal
    oficial oficiales agente agentes guardia`,
  client: 'client detainee he she they i him her them me us',
  owner: 'his her their my your our the a an this that these those another any some su mi',
  possessive: 'his her their my your client s su mi',
  person: 'him her me them client us you everybody everyone people all los las le les lo la',
  country: `iraq baghdad erbil basra kurdistan mosul country homeland honduras guatemala salvador mexico cameroon uganda rwanda eswatini ghana somalia sudan congo
    eritrea ethiopia mauritania senegal nigeria liberia libya syria lebanon jordan iran turkey yemen afghanistan pakistan india china vietnam cambodia laos haiti cuba jamaica venezuela
    colombia ecuador nicaragua peru brazil russia ukraine africa irak pais`,
  wish: 'want wants wanted wanting wish wishes wished desire desires desired like prefer prefers preferred quiere quieren',
  suit: 'hamama aclu lawsuit suit goldsmith injunction demanda',
  lawyer: 'lawyer lawyers attorney attorneys counsel abogado abogada abogados',
  consul: 'consul consuls consulate consular embassy ambassador diplomat diplomats consulado embajada consulates',
  see: `interview interviews interviewed interviewing meeting meetings meet met meets visit visited visits call called calls talk talked talking speak spoke spoken see seen saw sit sat
    appointment questioned appear entrevista entrevistaron reunion cita`,
  answer: `asked asks ask came come comes told tells says said phone video tablet screen zoom checked check took questioned wanted wants visited spoke talked speaks interviewed arrived`,
  modal: 'will would could can may might going shall should gets get got be being',
  paper: 'paper papers form forms letter letters statement statements sheet sheets affidavit waiver declaration documento documentos papel papeles carta',
  refusal: 'refuse refuses refused refusing decline declines declined fail fails failed failure',
  season: 'summer winter spring fall christmas ramadan easter',
  day: 'monday tuesday wednesday thursday friday saturday sunday tomorrow tonight today week weeks month months soon morning',
  time: 'days weeks month months year years decade decades anos meses',
  number: '# one two three four five six seven eight nine ten twelve fifteen twenty thirty several many few couple',
  lockup: 'detention jail custody prison inside locked here cell held detained',
  limb: 'arm arms wrist wrists hand hands finger fingers thumb neck leg legs face hair head throat',
} satisfies Record<string, string>;

export const CLASSES: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(LISTS).map(([name, words]) => [name, words.trim().split(/\s+/)]));
