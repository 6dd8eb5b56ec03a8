import { JUNE, lines, type TopicRule } from './topic.js';

export const consularInterview: TopicRule = {
  topic: 'consular-interview',
  means: 'An interview, call or visit by a consular officer, held, announced or asked for.',
  matters: JUNE('ham-c1', 'ham-c3'),
  phrases: lines(`
    @consul ... @see|@answer
    @see ... @consul
    brought|took|taken|bring ... before|see|to|with .. @consul
    consular|consulate|embassy|consul interview|interviews|meeting|visit|call|appointment|day|official|officials|officer|officers|people|person|rep|reps|representative|representatives|staff|employee|lady|man|men|woman|delegation|team|guy
    consulate|consular|embassy call|interview|visit
    people|men|man|lady|woman|someone|somebody|two|official|officials|officer|rep|representative|guy|delegation from ?the ?iraqi|his|her|honduran|my @consul
    @consul .. filled|visit*|pushed|stamped|recorded|wrote
    vice consul
    consulate|embassy on|by ?the phone|video|screen|tablet|line
    @country officials|official|representative|representatives ... @see|@answer
    entrevista ... consulado|consul|consular
  `),
  otherwise: lines(`
    sent|mailed|submitted|forwarded .. to ?the|iraqi @consul ?said|says
    sent|mailed|submitted|forwarded ... to ?the @consul ?and ... said|says
    @consul ?officer|official|officials|interview|meeting .. not come|came|show|showed|happen|take|appear
    number|numbers|address ... @consul ... @answer
    number|numbers|address .. @consul
    @consul ?s ?phone|telephone number|numbers|address|hours|website
    @consul issued|sent|accepts|agreed|refused|refuses|denied|mailed ?the|a|him|his ?travel document|documents|passport
    brought .. from .. consulate
    got|received ... from ... consulate
    consulate|embassy address|number|website|list|phone ?number|list
    consulate|embassy ?posted phone numbers|number|list
    consular notification form|rights|poster
  `),
  negated: 'reassurance',
  act: true,
  givesWayTo: null,
};
