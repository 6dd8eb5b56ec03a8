import { lines, type TopicRule } from './topic.js';

export const force: TopicRule = {
  topic: 'force',
  means: 'Bodily force, restraints used to compel, or a threat of them. Handcuffs on a routine transport are not.',
  matters: [
    { clause: 'ham-c8', citation: 'ECF 316 (E.D. Mich. 2018-06-20)' },
    { clause: 'ham-c10', citation: 'enforcement order of 2018-08-22 (E.D. Mich.)' },
  ],
  phrases: lines(`
    grab|grabs|grabbed|grabbing ... @person|@limb|shirt|collar
    push|pushes|pushed|pushing|shove|shoves|shoved|shoving|slam|slams|slammed|throw|threw|thrown|toss|knock|knocked ?@person|detainee ?down|against|into|to|onto|on|up|back ?against|the|a floor|wall|ground|chair|bed|bunk|table|door|down|van|car|cell|concrete
    push|pushed|shove|shoved|slammed|tackle|tackled|pinned|pin|punch|punched|kick|kicked|slapped|slap|choke|choked|choking|strangled|strangle|beat|beats|hit|hits|struck|dragged|drag|drags|wrestled|restrained|tased|tase|kneed|elbowed|squeezed|manhandled|roughed|assaulted|attacked|hurt|injured @person
    was|were|been|got|being|get pushed|shoved|slammed|tackled|pinned|punched|kicked|slapped|choked|strangled|beaten|hit|struck|dragged|restrained|tased|manhandled|roughed|assaulted|attacked|pepper|handcuffed|shackled|tied
    tased|tackled|dragged|manhandled|pepperspray*|strangled|choked
    beat|beaten|rough|roughed|roughing ?@person up
    twist|twists|twisted|bent|bend|broke|break|breaks|fractured|yank|yanked|pull|pulls|pulled|jerked|wrenched|press|presses|pressed|pressing|squeezed|forced|forcing|forces|force|held|hold|holding|holds|rolled|pried|pry|grab*|stuck|shoved|pushed ?his|her|my|the|their|index|your|@person ?right|left|index ?finger|hand @limb|fingerprint|fingerprints|thumbprint ?open|down|behind|back|onto|on|to|across|against|over|until|apart ?his|her|my|the|a|his form|paper|pad|scanner|back|open|page|ink|document|behind|down|it
    twist|twisted|bent|broke|yanked|pried ?his|her|my|one|of|a ?of|my|his ?right|left @limb
    pull|pulled|pulls|drag|drags|dragged|yank|yanked|lifted ?@person from|out|off|by|onto|to|down ?of ?his|her|the|my bed|bunk|cell|chair|arms|arm|feet|hair|floor|car|van|room|legs
    hold|holds|held|holding|pin|pinned|pins|pinning ?@person down
    held .. hand|wrist|arm|hands
    took|take|takes|taking ... hand|hands|finger|fingers|thumb|wrist|wrists ... forc*|press*|onto|pushed|smashed|rolled
    knee|knees|boot|foot ?was|were on|in|into ?his|her|my|the neck|back|chest|head|stomach
    pepper spray|sprayed|sprays|spraying
    pepper|sprayed|mace|maced|teargas|taser|tasered|tazed|tazer|stun
    by|with|using|used|use|uses|physical|excessive|brute|bodily force
    force|forced|forcing|forces ?@person ?to|out|onto|into ?the|a onto|into|plane|van|chair|room|ground|bus|cell|door
    physically|forcibly|violently
    restraint|restraints|wrap chair|jacket|table|hood|body
    the wrap
    cuffed|handcuffed|shackled|chained|tied|strapped|zip ?him|her|me|them ?so|tight|tightly|hands|tied ... chair|bed|bench|rail|bleed*|tight|finger*|sign|until|wall|hurt|behind|fence
    hog tie|tied|tying
    tie|ties|tied ?@person up|down
    chain|chains|shackles on|around ?his|her|my legs|feet|waist|neck
    carry|carried|carries|haul|hauled|lift|lifted|drag|walk ?@person ?off|on|onto|out|to|up ?on|onto|to ?the|a plane|van|bus|tied|flight|aircraft
    make|makes|made|making @person walk|sign .. or .. carry|drag
    bruise*|black ?and eye|blue
    bleeding|blood|unconscious|choke*
    put|laid|lay|lays|laying|put ?their|his|her hands on
    response|tactical|cert|sort team
    riot gear
    body weight
    made|make|makes me|him|her|them bleed
    swollen wrist|wrists|hand|hands|arm|finger|fingers
    a|la fuerza
    golpe*|pegaron|empujaron|empujo|esposaron|jalaron
    push|pushed|shove|shoved|slam|slammed|smash|smashed|bang|banged ?his|her|my|their face|head|neck|chest ?down
    @limb ?was|were pried|forced|bent|twisted ?open|back
    chokehold|headlock
    kneel*|knelt|sat|stood|stepped on ?his|her|my|top ?of @limb|back|neck|chest|him|her|me|head
    squeez*|yank*|jerk*|grab*|twist*|bent|scratch* ... @limb|collar|shirt|hair|clothes
    yank*|jerk* @person
    hands around|on|over ?his|her|my|their throat|neck|mouth|face|shoulders
  `),
  otherwise: lines(`
    air|task|work|police|labor|strike force
    in|into|enter|entered|out force
    force of law|habit|july
    blood pressure|test|draw|drawn|sugar|work|sample|tests|type|thinner
    hit the|a button|lights|snooze
    pulled ?a|two|his tooth|teeth|muscle
    hold|held his|her|my|their door|mail|hand up
    held|hold .. hand*|fingers ?out|to ?the for|nurse|doctor
    cuffed|handcuffed|cuffs|shackled for|to ?the van|transport|court|hospital|ride|like|trip
    hand|hands over|out|him|her
    took ... fingerprints|hand|hands for
    took his|her|my|the fingerprints
    fingerprints|fingerprint for|at|taken
    on hand
    heart attack*
    panic attack*
    first hand
    in|by hand
    hurt ?his|her|my ?back|knee playing|soccer|basketball|himself|gym
    carry ?his|her|on ?on luggage|tray|bag|bags|mattress|bedding
    hands|hand washing|sanitizer|soap
  `),
  negated: 'reassurance',
  act: true,
  givesWayTo: null,
};
