import { JUNE, lines, type TopicRule } from './topic.js';

export const documentSigning: TopicRule = {
  topic: 'document-signing',
  means: 'The person is asked, told or made to sign a paper, by name or by fingerprint, or signs one. An application for a passport or travel document is not it, nor a receipt or a form of the own lawyer.',
  matters: JUNE('ham-c8', 'ham-c9'),
  phrases: lines(`
    sign|signs|signed|signing|sgn ... @paper
    sign|signs|signed|signing ?for|his|her|the|your|my|own|off ?on|own|the deportation|removal|departure|something|it|this|that|them|these|anything|here|away|off
    sign|signs|signed|signing
    sing|singed|singing ?the|a|some|any|these ?deportation @paper
    signature|signatures|autograph
    sign .. or
    put|puts|putting|write|writes|wrote|writing ?down ?his|her|my|your|their|a ?his|her|my|your|full name|initials|fingerprint|thumbprint|fingerprints|thumb|finger|mark ?down on|to|at|onto|under|there|down|here
    put|puts|putting ?his|her|my|your|their ?index|right|left name|signature ?down
    fingerprint|fingerprints|thumbprint|thumb|finger|prints ... paper|form|document|order|deportation|page|statement
    initial|initials|initialed|initialled ?each|every|the|it|a ?the page|form|here|it|paper|line|box|pages|boxes
    pen in|into ?his|her|my|the hand|fingers|hands
    firma|firme|firmar|firmara|firmo|firmen|firmaron|firmado|firmes|firmara|firmarlo|firmarla
    huella|huellas ... papel|papeles|documento|hoja
  `),
  otherwise: lines(`
    form|paper|slip|request ... diet|shoes|job|haircut|dentist|religio*|phone|tablet|mail|medication|clothes|glasses|visit* ... sign|signs|signed
    sign|signs|signed|signing ... for ... shoes|diet|glasses|job|medication|clothes|uniform|blanket|haircut|religio*|dentist|surgery|vaccine
    sign* that ?he|she|i got|received|has|had
    how to sign
    sign|signs|signed|signing ?the|his|her|my|a declaration|affidavit
    sign|signs|signed|signing ... our|paralegal|clinic|notary|retainer
    notary .. signed|sign
    visitor|visitors ... sign|signed
    sign|signs|signed|signing ?the|a|his ?medical|library request|slip|birthday
    signature|signatures from|for ?his|her|the wife|mother|husband|bank|sister|doctor
    sign|signs|signed|signing for them|it|these|those
    sign|signs|signed|signing up|in|out ?for|at|to|sheet
    sign|signs|signed|signing for the|a|an|his|her|my|some|two|them|it|these|mail|property|commissary|meds|medication|legal
    sign language
    sign|signs|signed|signing off|out ?of|on|from ?the|this|that @suit|class
    sign|signs of
    no|exit|stop|wall|door|street|the sign|signs on|above|says|by|was|is|at
    a|the|posted|warning sign
    sign|signs|signed|signing ?off|on|for ?the|a|his|her|my|some|two ?legal|medical|usual receipt|property|log|visitor|mail|medical|hipaa|consent|commissary|grievance|list|sheet|logbook|inventory|release|handbook|card|birthday|library|check|money|withdrawal|trust|haircut|laundry|chart
    sign* ... receipt|inventory|log|logbook|handbook|grievance|hipaa|retainer|g28|privacy
    sign* ?a|the|our|his|her g
    sign* ... g 28
    sign* ... for ?our|my office|lawyer|attorney|counsel
    not|nobody|never ?need|required|obligated|have|had ?to|asked|forced|made ... sign|signed|signing anything|any|nothing
    not|never|nothing|without .. sign|signs|signed|signing|signature anything|any|no|nothing
    refuse|decline ... sign ... without|not|will|nor|no ... prosecut*|punish*|consequence*
    may|can|free|right|entitled|allowed|need ?to refuse|decline|not|say ?to ?no|need ?to sign*
    do|does|did|must|should|would not have to sign|put
    need not sign
    without signing
    before signing|he|she|you|they ?sign|signs anything|any|something
    wait ... lawyer|attorney|counsel|aclu ... sign*
    signed nothing
    nothing ?was|to ?be signed
    nothing to sign
    sign* order|orders ?from ?the judge|court|by
    judge|court|director|warden|president|governor|chief|doctor .. signed|sign|signs|signing
    signed by ?the ?a judge|court|director|warden|officer|chief
    wife|mother|sister|brother|father signed|signs|sign
    signal
    assign*|design*|resign*
    vital|wash signs
  `),
  negated: 'talk',
  act: false,
  givesWayTo: 'travel-document',
};
