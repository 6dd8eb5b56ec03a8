import { JUNE, lines, type TopicRule } from './topic.js';

export const wishToReturn: TopicRule = {
  topic: 'wish-to-return',
  means: 'The person is asked, pressed or made to say or write that he or she wishes, agrees or is willing to go back; voluntary return and departure are that.',
  matters: JUNE('ham-c6'),
  phrases: lines(`
    want|wants|wanted|wanting|wish|wishes|wished|desire|desires ?he|she|that ?is ?to ?go|return|leave|be to ?be ?go|return|leave|be|deported|sent|removed ?back|home|deported|iraq|removed|to|sent @country|home|back|deported|voluntarily|removed
    want|wants|wanted|wish|wishes|wished|desire|desires|like|prefer|prefers ?he|she|it to go|return|leave|travel ?back|home|to|iraq
    want|wants|wanted|wish|wishes to|be|for return|returned|deported|removed|repatriated
    willing|happy|ready|glad|agree|agrees|agreed|agreeing|agreement|consent|consents|consented|consenting|accept|accepts|accepted|volunteer|volunteers|volunteered|choose|chooses|chosen|prefer|okay|ok|fine|asks|asking|ask to|with|that|his|her|he ?he|she|is|his|her|be|being|will ?be|being go|going|goes|return|returning|returns|leave|leaving|deport*|removal|removed|repatriat*|departure|fly|flying|depart
    voluntar* ... return*|departure|leave|leaving|go|goes|going|removal|depart*|deport*|letter|repatriat*|statement|form|iraq|back|home|travel
    return*|go|goes|going|leave|leaves|leaving|depart*|travel|fly|repatriat* ... voluntar*|willing*|free|freely|consent
    voluntarily|willingly .. to @country
    go|goes|going|leave|leaves|return*|depart* .. willingly|freely|voluntarily
    of|by|with|on|from his|her|my|your|their|own ?own free|own will|choice|accord|volition
    self deport*
    self removal
    go|goes|going|return*|leave|leaves|back home|back|there|on|to ?on ?his|her|your|my own
    on his|her|your|my|their own ... home|back|iraq
    say|says|said|saying|write|writes|writing|state|states|stating|admit|declare ?that|down ?that you|he|she|i|they want*|wish*|desire*|agree*|prefer* ?to ?go|return|leave|home|back
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
  `),
  otherwise: lines(`
    want*|wants|wanted|wish*|like ?it|to ?a ?refund*|return|returned the|his|her|a|book|tray|call|blanket|uniform
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
