import { AUGUST, JUNE, lines, type TopicRule } from './topic.js';

export const classBlamed: TopicRule = {
  topic: 'class-blamed',
  means: 'The class action, its lawyers or the court is blamed for detention, or said to be of no use.',
  matters: [...AUGUST('ham-c10'), ...JUNE('ham-c5')],
  phrases: lines(`
    because|bc|due|thanks|account|result|courtesy ?of|to ?of|to ... @suit
    because|due|thanks|account ?of|to ?of|to ... class|court action|case|order
    because|due|thanks ?of|to ?the|your|his|her|their|those|aclu @lawyer
    because ?of ?the|that|your federal|detroit|same|michigan|whole judge|case|court|order
    blame|blames|blamed|blaming ... @suit|@lawyer|class|judge
    fault ... @suit|@lawyer|class|judge
    @suit|class ?action ?lawyers|case|lawyers|action|people|suit|order ... fault|blame|reason|why
    @suit|class ?action|case|lawyers|lawyer|order|people|suit ... keeps|keeping|kept|holding|holds|hold|delays|delaying|delayed|delay|hurts|hurt|hurting|slows|slowing|stalls|stalling|locked|stuck|harm|harming|blocking|blocks|prolong*
    @lawyer|judge ?in|from|for ?the|detroit ?aclu|class .. reason|why|fault|keeping|keeps|holding|blame|delaying|stalling
    judge ... keeping|holding ... locked|here|detained|jail
    reason|why ... here|jail|locked|detained|detention|home|cell|held ... @suit|@lawyer|class|judge
    @lawyer|@suit are|is the reason|why
    if .. had|not|weren|were|was .. @suit|class|for ... @suit|sued|lawsuit|class
    without|but|were|wasnt|not|if|had ?for|it ?not ?for ?the|that|this|your|those @suit|class|lawyers
    @suit ?case|lawsuit|lawyers ?had|did|has|have ?not sued
    if .. @suit|@lawyer|they ?had ?not sued
    no hamama
    thank|thanks|thanking ... @suit|@lawyer
    @lawyer .. prolong*|keeping|keep|reason|holding|delaying|delay|stalling|stall|blame|fault
    @suit|class ?action|case|suit ... help|helps|helping|stop|stops|save|saves|protect|protects|cover|covers
    @suit|class ?case|action|lawsuit .. over|dead|lost|finished|useless|joke|worthless|failed|dismissed
    aclu ?is|was|are|just using|lying|lied
    aclu|class|hamama ?class|aclu lawyers|attorneys ... care|using|use|lie|lying|money|only|lied
    class action .. why|reason|fault|keeps|keeping|blame|stop|help
    part of ... @suit|class ... stop|help|deport*|longer|stuck
    did this to yourself|yourselves|themselves
    por culpa de la|los|su demanda|abogados|aclu
    culpa ... demanda|abogados|aclu
    aclu .. using|lying|lied|lie|care
    court|class|federal|detroit case|action|suit ... reason|delay|fault|blame|holding
    @suit|class ... prevent*|shield*|change
    never|not joined|join|signed|sign ... @suit|class
    @suit|class ... ruin*|screw*|mess*|cost|costs|worse|trouble|trap*|backfir*
    mad|angry|upset at|with ?your|their|his|the @lawyer|aclu|judge
  `),
  otherwise: lines(`
    blame|blamed|blames ... kitchen|laundry|weather|computer|system|kiosk|cellmate
    class action lawyer*|counsel|attorney* ?will|can visit*|call*|meet*|met|came
  `),
  negated: 'reassurance',
  act: false,
  givesWayTo: null,
};
