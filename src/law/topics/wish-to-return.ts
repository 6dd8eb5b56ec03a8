import { JUNE, lines, type TopicRule } from './topic.js';

export const wishToReturn: TopicRule = {
  topic: 'wish-to-return',
  means: 'The person is asked, pressed or made to say or write that he or she wishes, agrees or is willing to go back; voluntary return and departure are that.',
  matters: JUNE('ham-c6'),
  phrases: lines(`
    @wish ?he|she|him|her|them|you ?to ?be|get go|come|return|travel|fly|going|gone|sent|taken|move|moved ?to ?back ?to ?his|her|my|your|their ?own home|back|@country|there
    @wish to return ?to ?@country
    @wish to leave ?for|voluntarily|the|this|america ?country|united|us|@country
    @wish ?to ?be|a|his|her|my deported|removed|repatriated|returned|deportation|removal|repatriation
    @wish .. to go back|home
    willing|happy|ready|glad|agree|agrees|agreed|agreeing|agreement|consent|consents|consented|consenting|accept|accepts|accepted|volunteer|volunteers|volunteered|choose|chooses|chosen|prefer|okay|ok|fine|asks|asking|ask to|with|that|his|her|he ?he|she|is|his|her|be|being|will ?be|being go|going|goes|return|returning|returns|leave|leaving|deport*|removal|removed|repatriat*|departure|fly|flying|depart
    voluntar* ... return*|departure|leave|leaving|go|goes|going|removal|depart*|deport*|letter|repatriat*|statement|form|iraq|back|home|travel
    return*|go|goes|going|leave|leaves|leaving|depart*|travel|fly|repatriat* ... voluntar*|willing*|freely
    voluntarily|willingly .. to @country
    go|goes|going|leave|leaves|return*|depart* .. willingly|freely|voluntarily
    of|by|with|on|from his|her|my|your|their|own ?own free|own will|choice|accord|volition
    self deport*
    self removal
    go|goes|going|return*|leave|leaves|back home|back|there|on|to ?on ?his|her|your|my own
    on his|her|your|my|their own ... home|back|iraq
    say|says|said|saying|write|writes|writing|state|states|stating|admit|declare ?that|down ?that you|he|she|i|they want*|wish*|desire*|agree*|prefer* ?to go|return|leave|home|back|deport*
    just|to say you|he|she|i|they want|wants to go|leave|return
    take|taking|took the|a ?voluntary|free|cbp ticket|deal home|back|to
    wish to return
    desire to return
    love|miss|happy|glad to|be ?go|return|be|going back|home
    quiere|quiera|quieren|desea|deseo|quiero ?que ?se regresar|volver|irse|irme|salir|regrese
    salida|retorno|regreso|partida voluntaria|voluntario
    voluntariamente
    propia voluntad
    regresar|volver por|de su voluntad|cuenta
    tell|say|told|tells ?us|them|me|him ?that you|he|she|they|i want|wants ?to go|leave|return
  `),
  otherwise: lines(`
    ready to be deported|removed|sent
    @wish ?it|to refund*|return|returned the|his|her|a|it|that|this|my
    return|returned|returns|returning to ?his|her|the|my|a ?own cell|unit|pod|dorm|bunk|bed|population|room|housing|court|class|work ?voluntarily
    want*|wanted|wish*|like|ready to go ?back|out to|outside ?to|the ?the|his|her sleep|bed|yard|rec|gym|clinic|medical|unit|cell|pod|work|library|church|chapel|court|bathroom|school|class|visit|hospital
    want*|wanted to leave|return ?to ?the|that|this|his|her room|cell|unit|dorm|class|lawsuit|suit|pod|kitchen|yard
    voluntary work|program|class|job|workers|sick
    want* to leave the|a|that|this ?class class|lawsuit|voicemail|message|room|line
    on his|her|my own|behalf time|bunk|clothes|bed|cell|tablet|account|request
    willing to go to ?the|a doctor|dentist|clinic|hospital|court|medical|class
  `),
  negated: 'reassurance',
  act: false,
  givesWayTo: null,
};
