import { JUNE, lines, type TopicRule } from './topic.js';

export const travelDocument: TopicRule = {
  topic: 'travel-document',
  means: 'A passport or travel document: asked for, applied for, issued or spoken of. Asking for cooperation with it is allowed.',
  matters: JUNE('ham-c7'),
  phrases: lines(`
    passport|passports
    application|applications|form|forms|paper|papers|paperwork|request|photos|photo|pictures|questionnaire|fingerprint|fingerprints ?is|was|page|pages ?for|of|to ?get|a|an|the|his|her|my|your|new|obtain ?a|an|new|his|her|iraqi|one ?new|iraqi passport|passports
    application|applications|form|forms|paper|papers|paperwork|request|photos|questionnaire|fingerprint|fingerprints ?for|to ?get|a|an|the|his|her|my|obtain ?a|an|his|her ?one ?way travel document|documents|paper|papers|permit
    passport|td application|applications|form|forms|paper|papers|paperwork|request|photos|renewal|questionnaire
    travel|traveling|travelling document|documents|paper|papers|doc|docs|permit|letter|certificate|paperwork
    travel document|documents|paper application|applications|form|forms|request|paperwork|questionnaire|worksheet
    laissez passer
    laissez passer application|form
    laissezpasser
    emergency|temporary|one|consular travel|way|passport|id document|travel|certificate
    one way document|paper|travel
    pasaporte|pasaportes
    solicitud|formulario|papeles ?de|del|para ?el|su|un pasaporte
    documento|documentos|permiso de viaje
    salvoconducto
    @country|consulate|embassy|they ... issu* ?the|his|your|her papers|document|documents
  `),
  otherwise: lines(`
    passport office|agency downtown
    passport .. stolen .. year
  `),
  negated: 'reassurance',
  act: true,
  givesWayTo: null,
};
