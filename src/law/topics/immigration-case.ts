import { JUNE, lines, type TopicRule } from './topic.js';

export const immigrationCase: TopicRule = {
  topic: 'immigration-case',
  means: 'Somebody speaks of the case in immigration court: its merits, its chances, what the lawyer does in it.',
  matters: JUNE('ham-c5'),
  phrases: lines(`
    @possessive|an|the immigration|asylum|immigrant|removal|deportation|bia|cat|withholding|court case|cases|claim|proceedings
    @possessive ?legal|whole|own|entire|asylum|immigration|pending|current case|cases
    his|her|my|your|their|client|us|the asylum|immigration case|claim|application|appeal
    about|discuss*|talk* ?his|her|my|your|their|the immigration case|court|status|matter|proceedings
    motion|motions to reopen|reconsider|remand
    mtr
    reopen|reopening|reopened ?his|her|my|your|the case|motion
    appeal|appeals|appealing|appealed
    asylum
    withholding of removal
    convention against torture
    judge|judges|ij|bia|board|immigration|court|goldsmith ... deny|denies|denied|denying|grant|grants|granted|dismiss*|rule|ruled|reject*|decided|decide|decides|refuse|lose|ordered|laugh*
    judge|ij|court made|make|makes ?up ?her|his|their up|mind
    ordered ?you|him|her|me removed|deported
    no judge
    judge .. ever|never|always
    lose|lost|losing|win|winning|won|chance|chances ... court|case|appeal|judge|asylum|motion
    lose|lost|losing|win|wins|winning ... immigration|court|case|appeal|asylum|relief|stay|anyway
    no|zero|any|little|small|slim|good ?real|much chance|chances|hope
    chance|chances ?of|in|to|are ?are winning|court|succe*|stay*|slim|none|zero|case
    not|no|never ?have|has|got|stand ?a|any|much ?strong|real|good case|chance
    hopeless|frivolous|pointless
    waste|wasting|wastes ?of|his|her|your|my|their time|money
    fire|change|dump|get|drop ?rid|of ?of|his|her|my|your|their lawyer|attorney|lawyers
    @lawyer ... filing|filed|file|files|wasting|waste|useless|lying|lied|lies|money|nothing|help|helping|scam|cheat*|rich|losing|care|stalling|incompetent|worthless
    what ... @lawyer ... filing|file|filed|doing|planning|strategy|told|said
    withdraw|withdrew|withdrawing|drop|dropping|abandon|give|giving ?up ?on ?it|the|his|her|your|my|their ?asylum|immigration case|appeal|application|claim|motion|asylum|fight|fighting
    withdraw it
    fight|fighting|fought ?it|in|the|his|her|your|my|their|this|against ?the ?immigration|asylum case|court|deportation|appeal
    give|gave|giving up ?on fighting|fight
    nothing left|more to|for appeal|do|file
    stay of removal
    green card
    cancellation of removal
    relief denied|from|available|over
    case|cases is|was|are|will ?be|already|has|been ?been|a closed|over|lost|weak|done|finished|dead|denied|hopeless|loser|garbage|nothing|strong
    status|merits|outcome|strength of ?his|her|your|my|the ?immigration case
    case|motion|appeal|claim|application .. garbage|joke|weak|denied|dismissed|loser|trash|rejected|approved|granted|lost
    hearing .. lose|denied|deny|cancel*
    asilo|apelacion
    su|mi caso
    judge|judges|ij|court .. not|never .. believe*|buy|listen|help|save|care
    believe|believes|buy|buys|buying .. story|claim
    nobody|no|never|ever .. win|wins|won
    should|just|better|to give up
    no immigration|court judge|judges
    about|discuss* ... immigration|the judge ?and|in|of|on ... case|decision|ruling
    judge|judges|ij ?will|would|is|was|going ?going ?to do|decide|decides|say|says|think|thinks|thought
  `),
  otherwise: lines(`
    talk|speak|call|ask|contact|discuss|write .. @lawyer ... case|appeal|motion|asylum
    give up ?his|her|my|the|your seat|place|spot|phone|bunk|tray|meal
    criminal|drug|traffic|guitar|blue|civil|divorce|custody|family|suit|pillow|eyeglass*|glasses|state|hamama|aclu|book|class|federal|tort|detroit case|cases
    hamama|aclu|class|lawsuit ... case
    case|cases ?is ?pending ?in ?the .. county|macomb|circuit|traffic
    case manager|managers|officer|worker|workers|number|of|law
    pending case in
    in|just case
    comp|workers case|cases
    judge ... county|traffic
    grievance|disciplinary|write ?up appeal*
    appeal* .. grievance|discipline|write|disciplinary|lockdown
    court case
    fight|fighting ... inmate*|detainee*|cellmate|yard|dayroom|guard
    win|won|lost|lose ?the|a|at|his game|chess|soccer|match|basketball|cards|weight|appetite|teeth|keys|phone|visits|commissary
    lost ?his|her|my ... phone|privileges|visits|commissary|job|bunk
    waste ?of food|water|trash
    give up ?the|his phone|bunk|tray|seat
    asylum officer
    no hope
    judge ... what happened
    drop|quit|leave ... class|lawsuit|hamama
  `),
  negated: 'talk',
  act: false,
  givesWayTo: null,
};
