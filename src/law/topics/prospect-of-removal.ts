import { JUNE, lines, type TopicRule } from './topic.js';

export const prospectOfRemoval: TopicRule = {
  topic: 'prospect-of-removal',
  means: 'Somebody speaks of whether, when or where to the person will be removed, or whether the class action changes that.',
  matters: JUNE('ham-c5'),
  phrases: lines(`
    @modal|to|is|are|am .. deported|removed
    deported soon|tomorrow|anyway|next|on|to|if|no|by|back|this|either|before|whether|@day
    deport|deports|deporting @person
    @modal|to .. deport
    will|would|can|could|is|gonna .. remove @person
    about|of|mention*|discuss*|on|re|his|her|your|my|their|stop*|prevent*|delay*|block*|fight*|for|against|re ?his|her|your|my|their|the deportation|removal|deporting|removing
    deportation|removal is|was|will|date|flight|scheduled|soon|imminent|certain|near|proceed*|going
    removal|deportation|deported|removed|deporting ?back to ?a|the @country|third
    prospect*|likelihood|chance* .. removal|deport*|removed
    send|sent|sending|ship|shipped|shipping|fly|flown|flying|put|return|returned|taken|taking|take ?him|her|me|you|them|us ?all|right back to|home|@country
    send|sent|sending|ship|shipped|flown|fly|flying|return|returning|returned ?him|her|me|you|them|us to ?a|the|another @country|third|country
    will|would|is|are|be|get|gets|getting|going sent back
    you|he|she|they|i|we are|is|am|will|be|were|would ?be going|go|leaving|gone ?right|straight ?back ?to home|@country
    you|he|she|they|i|we are|is|am|will ?be going|go back
    going|headed|go|goes|leaves|leaving|fly|flies|flying|travel|travels ?back to @country
    on|onto|into|to ?a|the|that|next|another|first ?next|charter|ice plane|flight|airplane|charter
    plane|flight|ticket|tickets|seat|charter|travel ... @day|leaves|leaving|scheduled|booked|bought|ready|waiting|next|to|for @country|on|next|booked|already|scheduled|ready|him|you|soon
    plane|flight|ticket .. booked|scheduled|ready|waiting|leaves|leaving
    flight|plane to @country
    fly|flies|flying|flown out
    name .. on ?the|a list|manifest|it|flight
    @country ... take|takes|taking|took|accept*|agreed|agrees ?to ?back
    @country|consulate|embassy .. accept*|taking|takes|take|agreed|ready|willing
    country|they .. accept you|him|her|me
    wont|not take|accept you|him|her|me|them .. back|send
    third country|countries
    charter|deportation|removal|ice|repatriation flight|flights|plane|planes
    flying out
    another|other|different country
    safe third
    you|he|she|they|i|we|client ?will|would|is|are ?be leave|leaves|leaving|departs|departing|travel|travels|fly|flies|flying ?on|this|within|in|by|next|for|the ?the @day|#|country|next|@country
    leave|leaves|leaving|travel|travels|gone on|next|this|by|before the|week|month|@day|#|christmas
    out of the|this|country country|states
    kick*|throw*|thrown|get* ... out of .. country|states|america|here
    leave|leaving|exit the|this|united country|states|us|america
    last|final days|day|weeks here|in
    cant|not|nothing|no|nobody|will ?can|will|going ?to|ever stop*|save|keep|protect* ... deport*|removal|removed|plane|flight
    nothing|nobody .. stop*|stopping us|ice|them|it
    put @person ... plane|flight|bus|airplane
    carry|carried|walk*|drag* .. plane|flight|airplane
    you|he|she|they|i are|is|am getting|being|gonna|going|to ?be|get removed|deported|gone
    end up|back in @country
    se|lo|la|le|los|les|me|van|va|sera|seran .. deportar|deportan|deportado|deportada|deportados|deporten|deportaran|deportarlo|deportarla
    de|la|sobre deportacion
    mandar*|devolver*|regresar* .. a|para su|@country pais|@country
    vuelo .. @day|sale|para|a
    jail|prison|detention|here|stay or ?on|to|a|the @country|plane|home|flight
    @country|plane|home or ?stay|in jail|detention|prison
    removals|deportations ?flights to|of|for|will|would|are|resume*|start*|begin*|continue*
    time in|here .. over|up|done|finished
    time|days ... america|country|states ... over|up|done|numbered
    days .. numbered
    you|he|they|we|i are|is|will|be ?all|be gone
    pack|packed|packing ... bag|bags|stuff|things|@country|belongings
    expect|prepare|ready|get ?ready for|to|a ... flight|plane|deported|deportation|removal|removed|leave
    being|be|getting|get shipped|sent|flown out|off|away
    intend*|plan|plans|planning|wants|want|trying|going|about to remove|deport
    iraqi|foreign|honduran|home government|authorities|officials ... take|taking|accept*|agreed
    get|gets|getting|have|having @person deported|removed
    bought|booked|purchased|paid|got|have ... ticket|tickets
    send|sending|sends|ship|shipping|fly|flying|take|taking @person ?right|all|straight back|home
    leave|leaves|leaving for @country
    be|in ?in @country by|soon|next|before|in|within
    rid of ... iraqis|you|them|him|immigrants|everybody|everyone
    you|he|she|they|we are|is|will ?be going somewhere
    iraqi|ice|next|another flight|flights|plane|planes
    ready to be deported|removed|sent
    travel arrangements
    right to stay|remain in|here
  `),
  otherwise: lines(`
    sign|signs|signed|signing|paper|papers|form ... about|of|for deportation|removal
    deportation|removal|deport|removing officer|officers|agent|agents|guard|guy|branch|unit|staff
    deportation|removal|deport|departure ?order paper|papers|form|forms|document|documents|paperwork
    sign|signed|signing|firm* ?for|the|his|her|la|su ?own|order ?of deportation|removal|deportacion
    removal of|removed the|his|her|my|two|a ?two|wisdom tooth|teeth|stitches|cast|cuffs|fan|bandage|tv|mold|cyst|staples|tattoo|iv
    snow|trash|tattoo|tooth|stain removal
    removed from .. list|unit|class|dorm|pod|cell|housing|kitchen|room|job|program
    flight risk
    flight of
    want*|wish*|wishes|desire*|willing|agree*|like|happy|prefer*|ask* to|he|she|that ?to|he|will ?be|get go|return|leave|going|goes|fly|travel|deported|removed|returned
    want*|wish*|desire*|willing ... to ?a|the @country
    desire to return ... to @country
    return|returns|returning ?to|voluntarily to ?his|the|a cell|unit|pod|tray|dorm|court|population|class|kitchen
    take|takes|took back to ?his|the|her|my cell|unit|pod|dorm|room
    go|going|sent|taken|brought|back back to ?his|the|her|my|our cell|unit|pod|dorm|room|bunk|jail|sleep|bed|court|work
    leave|leaves|leaving the ?whole cell|room|unit|class|yard|pod|door|lawsuit|suit|case|tray|building
    ask* ... go home
    if|when he|she|they|you want* to leave
    voluntary departure|return|removal
    self deport*
    removal order
    order of removal
    stay of removal|deportation
    reminded .. of home
    home depot
    travel document*|paper*|permit
    he|she|they|i|officer|deputy|guard|nurse|client left|leaves after|when|at|with
    take* home .. letter|book
  `),
  negated: 'talk',
  act: false,
  givesWayTo: null,
};
