import { AUGUST, lines, type TopicRule } from './topic.js';

export const leaveTheClass: TopicRule = {
  topic: 'leave-the-class',
  means: 'The person is asked, pressed or offered something to leave the class action.',
  matters: AUGUST('ham-c10'),
  phrases: lines(`
    leave|leaves|left|leaving|quit|quits|quitting|exit|exits|drop|drops|dropping|dropped|abandon*|withdraw*|withdrew|renounce|give|giving|gave|end|ends|cancel* ?his|her|your|out|up|yourself|himself|name ?out|up|from|of|off ?of ... @suit
    leave|leaves|left|leaving|quit|quits|quitting|exit|exits|drop|drops|dropping|dropped|abandon*|withdraw*|withdrew|give|giving|gave ?out|up ?from|of|on ?the|this|that|his|her|your ?whole|hamama|aclu|iraqi class|class-action
    drop|drops|dropping|dropped|quit|quits|quitting|abandon*|end|give|giving ?up|out ?of ?on the|this|that|hamama|federal|aclu|court ?court|class|federal|detroit|hamama|aclu|iraqi|big case|action
    give up|on ... case .. detroit|iraqis|class|aclu
    get|gets|getting|got|take|takes|taken|taking|remove|removed|removing|sign|signs|signing|signed|pull|pulls|pulling|opt|opts|opting|step|steps|walk|stay ?his|her|your|my|their|him|yourself|himself|themselves|names ?name|names|self out|off|from|away ... @suit|class
    out of|from ?the|this|that @suit|class
    opt|opts|opted|opting out
    take|takes|taking|taken|remove|removes|removed|removing|strike|get|getting|scratch|cross ?his|her|your|their|my name|names ?taken|removed ?off|out|from
    name|names taken|removed|off|scratched|struck ?off|out|from
    want|wants|wanted|still|stay|stays|staying|stayed|remain|remains|stick ... part|in|with ?of|the|that|this ?the|that|this @suit|class
    with you|him|her|me ?out of ?the @suit|class
    sue|suing the government|us|ice ... stop|drop|quit|better|released
    stop|quit|quits suing
    salir|salirse|salga|retirarse|retirar|dejar|abandonar ?de|del|la ... demanda
    remove|removes|removed|removing|take|takes|taking|excuse|exclude* ?himself|herself|him|her|yourself|themselves|you|me|myself ?out from|of|off ?of ?the|this|that ?whole|class|court case|class|lawsuit|suit|action
    no|not longer|want|wants ... in|part ?of ?the|this|that class|lawsuit|suit|case|action
    aclu|lawyers ... tell|say .. quit|quits|done
  `),
  otherwise: lines(`
    teacher|instructor|ged|school|bible|yoga|english|esl|art|parenting|computer ... class
    class that|on|about|for|in|at starts|monday|tuesday|english|library
    name ... from .. list|box|mail|envelope
    name|names ... of ... father|mother|brother|street|facility|grandfather|village
    left ?the|his|her ?ged|english|bible|art class early
    spelling of
    names|name|spelling of his|her|my|the
    name ... out|from ... of birth|country
    because of|@suit
  `),
  negated: 'reassurance',
  act: false,
  givesWayTo: null,
};
