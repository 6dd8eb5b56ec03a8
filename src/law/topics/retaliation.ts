import { AUGUST, lines, type TopicRule } from './topic.js';

export const retaliation: TopicRule = {
  topic: 'retaliation',
  means: 'Segregation, discipline, a transfer, searches or a lost privilege, done or announced as pressure or punishment.',
  matters: AUGUST('ham-c10'),
  phrases: lines(`
    segregation|seg|solitary|isolation|shu
    general population
    gen pop
    in|to|into the hole|box
    hole|lockdown for|until|till|if|because|over
    put|puts|putting|sent|send|sends|throw|thrown|threw|move|moved|placed|locked|lock ... hole|lockdown|segregation|seg|solitary|isolation|confinement
    out of lockdown
    locked down ... because|after|refus*
    # days|day|weeks in ?the hole|seg|solitary|isolation|lockdown|lock|box
    write|writes|wrote|written|writing ?him|her|me|them|you up
    write|writeup|disciplinary|false up|ups|writeup|report|reports|ticket
    disciplin* ... refus*|because|after|report|hearing|charge*|action|threat*
    disciplined|punished|punish|punishes|punishing|punishment|punishments
    retaliat*|retribution
    took|take|takes|taken|taking|lost|lose|loses|losing|cut|cuts|suspended|suspend|revoked|revoke|without|close|closed|closing|shut|deny|denied|denying|restricted|blocked|block|limit|limited ?off|away ?all|his|her|my|their|the|your|of|on ... phone|telephone|calls|tablet|commissary|visits|visitation|visit|rec|recreation|privileges|privilege|yard|job|bunk|mail|mattress|blanket|blankets|radio|property|shower|showers|email
    no ?more phone|telephone|tablet|commissary|visits|recreation|rec|yard|privileges|calls ?calls|time if|until|unless|because|for|after|since
    move|moved|moves|transfer|transferred|transfers|transferring|ship|shipped|send|sent ... after|because|if|unless|until ... complain*|refus*|sign|signing|grievance|aclu|cooperat*|talk*
    threat* ... transfer|move|segregation|hole|isolation|ship|privileges|write|commissary|lockdown|visits
    transfer|move|ship|send ?him|her|me|you|them ?to ... far|farther|away|other ... if|unless|because
    move|moved|transfer|transferred|ship|shipped ... hours|miles|far ... family|lawyer|wife|kids|counsel
    search|searches|searched|searching|shake|shook|tossed|trashed|toss|ransacked ?down ... bunk|cell|cells|property|bed ... because|after|every|again|since|night|refus*
    because|after|since ... complain*|told|refus*|grievance|wrote|talk* ... search*|took|moved|segregat*|write|wrote|lost
    make|makes|making|made ?it|your|his|her|my|their|life|things ?life|lives|time|stay|very|real hard|harder|difficult|miserable|worse|hell on|for ?him|her|you|me|them|us
    make|makes|making|made ?your|his|her|my|their life|lives|time ?very|real|as hard|harder|difficult|miserable|worse|hell|impossible
    make|makes|making|made things hard|harder|difficult|worse
    life harder|hell|miserable
    teach|taught|teaching ?him|her|you|me|us a lesson
    thats|that|this is what happens|you|people
    learn* to cooperate|behave|listen
    will|would|going|make .. pay for ?this|that|it|what
    troublemaker*
    consequences for|if|to
    better|worse|harsher|special|bad unit|conditions|treatment|food|cell if|unless|after|because ?he|she|you|they signed|refus*|sign
    harass*
    strip searched|search because|after|refus*
    lieutenant|guards|they ... cold|strip|empty ?cell|dry cell
    castigo|castigaron|castigado|castigar|represalia|represalias|aislamiento
    @modal|lo|la|al .. hoyo
    segregacion
    solitario
    cell|room ?all|by by himself|herself|myself|themselves|alone
    talk|talks|talking|call*|complain*|refuse*|fil* ... will|would|be|get moved|transferred|shipped|punished
    visits|visit|calls|phone|tablet|commissary|recreation|privileges|mail|job|account was|were|got|been|is|are ?all|also cancelled|canceled|suspended|taken|revoked|stopped|cut|denied|blocked|restricted|frozen ?off|away ... after|because|since|when|for
    threw|thrown|destroyed|confiscated|seized|ripped|tore|shredded ... legal|papers|property|letters|photos|documents|belongings
    cooperate|sign|comply|talk .. or ... lockdown|hole|seg|segregation|lose|solitary
    go|going|goes|put|sent|send|placed|move|moved ?him|her|me|you|them ?back in|into|on|to lockdown
    shake|shaking|shook|shaken ?down ... cell|bunk|property
    shakedown|shakedowns
    fired|removed|kicked|demoted from|off ?his|her|my|the ?kitchen|laundry|cleaning|barber job|work|position|detail
  `),
  otherwise: lines(`
    seg*|isolation|quarantine ... medical|tb|test|covid|flu|nurse|doctor|fever|infirmary|quarantine
    medical|respiratory|covid|flu|quarantine|infection isolation|segregation
    isolation for .. pox|covid|flu|tb|tuberculosis|measles|rash|symptoms|scabies
    isolation room
    isolation|segregation unit tour|inspected|inspection
    suspended for all|everyone|everybody|the
    lost ?his|her|my|the keys|glasses|sock*
    lost ... mail .. laundry
    close|closed|closing|shut ... for|until ... flu|painting|cleaning|repair*|holiday
    all ?the units|pods|men|detainees|housing
    wrote|write|written|writing ?it|this|that|down ?down up ?his|her|the a|grievance|request|letter|name
    protective custody
    without .. visit|visits today
    took ... mail|property ?to ?the|his mailroom|office|storage|safe|clerk|post
    take ... shower
    took|takes ... phone number
    that is what happens|you .. wanted|asked
  `),
  negated: 'reassurance',
  act: true,
  givesWayTo: null,
};
