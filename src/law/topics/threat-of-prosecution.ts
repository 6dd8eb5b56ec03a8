import { JUNE, lines, type TopicRule } from './topic.js';

export const threatOfProsecution: TopicRule = {
  topic: 'threat-of-prosecution',
  means: 'Somebody says that the person can be prosecuted, charged or imprisoned for not signing, not cooperating, or saying that he or she wants to stay.',
  matters: JUNE('ham-c4', 'ham-c9'),
  phrases: lines(`
    threat* ... prosecut*|indict*|felony|crime|penitentiary|prosecutor
    threat* ... criminal|federal|new charge*|case|prosecution
    threat* .. jail|prison|charges|arrest
    warn* .. prosecut*|felony|charges|prison|penalties
    @modal .. prosecuted|indicted|imprisoned
    @modal .. charged|convicted|sentenced
    @modal .. prosecute|indict|imprison
    have|having|has|had .. prosecuted|charged|indicted
    charge|charged|charges|charging .. with .. crime|felony|federal|criminal|offense|obstruct*
    prosecut* .. if|unless|for|because
    or ?be|get|face .. prosecuted|charged|indicted|prosecution|charges
    prosecution if|unless|for
    talk*|spoke|mention*|about|of|with .. prosecution|prosecuting
    mention* .. prosecutor|indictment
    talk*|spoke|mention*|about .. criminal|federal charge*
    face|faces|facing|faced .. charge*|prosecution|felony|prison|criminal|indictment|jail
    press|file|bring|pressing|filing|bringing|filed|pressed ?criminal|federal|new|more charges
    criminal charges if|unless|for
    criminal|federal|felony prosecution
    new criminal case|charge|charges
    federal|new charge|charges
    criminal record
    @modal .. jailed|imprisoned|locked|arrested ?up for|if|unless
    arrested ?and charged|prosecuted|jailed|for
    handcuffs for .. refus*|not
    criminal case against
    make|open|start|bring|opens|makes .. case against
    is|was|be|a|another ?a|an ?federal|serious|separate crime|felony
    crime|felony|offense|illegal to refuse|not|decline|stay|resist
    break|breaking|broke|breaks|against|violating the|federal law
    refus* .. is .. crime|felony|illegal|offense
    federal crime|felony|offense|offence|prison|penitentiary|time|pen
    @number ?more years|months ?of|in ?in ?a|the ?federal|real prison|penitentiary|jail|fed*
    @number years ?of ?federal time
    @number years for|if .. refus*|fail*|not|sign*|cooperat*
    years|year|months in|of ?a|the ?federal|real prison|penitentiary
    go|goes|going|send|sent|sending|put|throw|thrown|lock|end|land|back ?up|him|her|me|you|them to|in|into ?a|the ?federal|real|state|criminal prison|penitentiary
    go|goes|going|send|sending|wind|end ?up|you|me|him|them to|in jail for|if|unless|when
    prison|jail|penitentiary if|unless|for .. refus*|sign|signing|cooperat*|comply*|not
    jail|prison|federal|hard time
    do|does|doing|did|serve ?some|real|# ?years|months time for|if
    us|united|states|assistant attorney|prosecutor
    a|the|federal prosecutor
    grand jury
    will|would|could|can|going|to .. indict
    refer* .. prosecut*|attorney|prosecutor
    failure|fail*|refus* to comply|depart|cooperate .. crime|criminal|prison|charge*|felony|penalt*|jail|prosecut*
    warning .. failure to depart|comply
    hinder*|obstruct*|imped* .. removal|deportation|justice ... charge*|crime|prosecut*|prison|felony
    penalt* .. refus*|fail*|not|if
    criminally liable|responsible|charged
    imprison* ... refus*|sign|cooperat*|comply|if
    contempt ?of|charge if|for|charge|court
    prosecutable|indictable
    acusa*|acusar* .. delito|crimen|federal
    @modal|van|va|a|ser acusado|procesado|procesada|acusada
    cargos criminales|federales|penales
    delito federal
    ir|va|van|mandar* ?a|lo|le ?a ?la carcel|prision si|por|federal
    failure to depart|comply|cooperate
    willful failure|failing|refusal
    catch|get|face|facing|hit|getting|looking|slap* ?with|at ?a|another ?new federal|criminal|felony case|charge|charges|record|rap
    as a criminal|felon
    locked|jailed|arrested ... for not|refus*
    law ... locked|jailed|arrested|prison|punish*
    can|could|will|would go to jail|prison
    jail ?for ?this|that|it ?real jail
    lead|leads|leading|result|results|end|mean|means ?to|in|up ... charges|prosecution|prison|prosecuted|felony
    federal judge ... charges|charged|crime
    will|would|can|could|going|gonna ?to charge|arrest @person
    refus* ?is|means|equals ?to jail|prison|charges|prosecution
    behind bars for|if|unless
    years|time behind bars
    is|are|gets|being|see|seeing prosecuted
    hand|turn|give @person over to ... attorney|prosecutor|fbi|marshals
  `),
  otherwise: lines(`
    charge* .. phone|tablet|battery|dollar*|account|fee|call|calls|kiosk|cents|scanner
    charge|charges|charged|fee for
    charged|convicted|prosecuted|sentenced ... 19*|200*|201*
    served ... prison|time
    # months|years state prison
    state prison
    prison|jail|prisons guard|guards|staff|food|clothes|doctor|nurse|phone|library|yard|policy|rules
    person in charge
    in|take|took charge of
    free of charge
    extra charge
    us attorney .. for|represent* .. government|ice
    old|prior|past|pending|previous|his charge*|felony|prosecution|conviction
  `),
  negated: 'reassurance',
  act: false,
  givesWayTo: null,
};
