import { JUNE, lines, type TopicRule } from './topic.js';

export const detentionLength: TopicRule = {
  topic: 'detention-length',
  means: 'Somebody speaks of how long the person will be held, or of release, bond and what it takes to get out.',
  matters: JUNE('ham-c5'),
  phrases: lines(`
    how long ... held|detained|detention|here|locked|jail|inside|kept|keep|custody|imprisoned|hold|in
    how many|much ?more|longer months|years|time|longer ... held|detained|detention|here|locked|jail|custody|inside|in
    how long|much .. stay|stays|remain|sit|be
    length ?of|of ?his|her|the|my ?immigration detention|custody|stay
    detention|detained|custody|held|locked|jail .. indefinite*|forever|endless
    indefinite* .. detention|detained|held|custody|jail|hold
    indefinitely
    stay|stays|sit|sits|remain|rot|rots|wait|waits|kept|keep|held|hold|locked|lock|detained|jailed|stuck|be|sitting|staying|waiting|die ... forever|indefinitely|ever|life|lives
    stay|stays|sit|sits|remain|rot|rots|wait|waits|kept|keep|held|hold|locked|lock|detained|jailed|stuck|sitting|staying|rotting ... @time
    stay|stays|sit|sits|remain|rot|rots|wait|waits|kept|keep|held|hold|locked|detained|jailed|stuck|sitting|staying|rotting|here .. longer|until|till|@season
    be|are|is here|inside .. until|till|@time|long|longer|while|@season|forever
    here|in|inside another|for|at|many|several|more ?another|the|at ?least|rest|many ?# @time
    another|# ?more|or|to ?# @time ?more|longer ?in|of|inside here|inside|detention|jail|custody|locked|there
    @time ?or ?more in|of|inside detention|jail|custody|here|there
    rest of .. life|lives|days
    never|not|nobody|no ?one ... get|getting|gets|got|let|leave|leaving|going|go|come|coming|walk|see|be .. out|released|home|free|anywhere|outside|daylight|sun|bond
    not going anywhere
    get|gets|getting|let|walk|going|come|be|is|are|want* out ?of here|jail|detention|custody|if|when|by|on|until|tomorrow|@day
    gets|get|getting|got|be|let ?him|her|me|you|them out
    out of here|jail|detention|this|custody
    out tomorrow|soon|by|months|years|weeks|early|sooner|faster|today|tonight
    @modal|been|is|are|was|about|of .. released|release
    release|releases|releasing him|her|me|you|them|us
    released on|under|if|when|soon|by|tomorrow|today|from|next|months|years|weeks|sooner|early|without|with|after|unless|until
    about|of|mention*|discuss*|promise*|offer*|for|his|her|your|my|early|possible|any ?his|her|your|my|early release
    free to go|leave
    go|goes|walk|set|be|you|him|her|me free
    when|until|till|soon|time|sooner|never|not|could|can|nobody ... go|goes|going|come|be|home|let|send ?to ?his|her|your home|kids|family
    be|been home|free|out|released already|by|now|soon|months|weeks|years|if|with|for
    @modal .. home already|by|months|soon
    getting|get|gets|no|deny|denied|denies|post|set|granted|grant|without|give|given|pay|qualify|eligible|high|about|of ?for|a|any ?no bond|bail
    as long as ?it|we|they|ice takes|want|wants|like|likes|need*|please*|feel
    no|without|any release ?for|until|unless|ever
    detention|custody .. last|lasts|extended|prolonged|continue*|renewed|end|ends|over|expire*
    spend*|celebrate* ... here|inside|jail|detention|cell|custody
    @number ?more @time ... in|inside ?this|the|a ?same|dirty place|here|jail|detention|building|facility|cell|cage|hell
    no|not|any|a|time limit|end .. detention|custody|to|on
    detention|custody has|have|with ?no limit|end
    life|lifetime|lifelong ?in|of|incarceration detention|jail|incarceration|custody|imprisonment
    long|some time|while in|inside|before|there|here|locked ?here|jail|detention|custody
    grow|growing|get|getting|die|dying|rot ?old in|here ?here
    hell freezes
    longer you|he|she|i|they|we ... longer
    longer|extended|prolonged|more|extend*|prolong* ?his|her|your|my detention|custody|stay
    order of supervision
    on supervision|parole|bond|recognizance|osup|ankle
    let|lets|letting him|her|me|you|them|us go|out|home|leave
    open|closed|open|unlock .. door*
    lock*|shut ... throw|threw|thrown|away ?the|away key
    wait .. detention|jail until|till
    six months mean*|nothing|is|does|do
    getting out
    not see .. family|kids|children|outside|daylight|sun ... @time|until|again
    never|not .. see .. outside|family|kids|children|wife|daylight
    encerrado|encerrada|detenido|detenida|preso|presa|aqui por|anos|meses|hasta|mucho|tiempo
    @modal|va|van|lo|la .. liberar|soltar|soltarlo|soltarla|liberarlo
    cuanto tiempo
    meses|anos detenido|detenida|encerrado|adentro|aqui
    how long ... gonna|think|going ... here|in
    could|maybe|might|may|would ?take|be|even ?for ?@number years|months
    promis*|offer*|talk*|about|discuss*|mention* ... bond
    never|not .. leave|leaving ?here|this|the ?place here|place|jail|building|facility
    in|inside detention|jail|custody|here ?for ... @time
    jail|prison|detention|stay or ?on|to|a|the @country|plane|home|deport*
    @country|plane|home|deport* or ?stay|in jail|detention|prison
    been|be|are|is out|home|free|released ?by|in|a|@number @time
    take|takes|taking|drag|drags ?on ?for ?another|many|several|a ?few|couple years|months
    keep|keeping|hold|holding @person forever|longer|indefinitely
    release is|was|date|will|might|possible|coming
    held|detained|stay|stuck|kept|jail|here|custody|locked ... as long as
    average stay|detention
    @time ?longer|more if|unless|until ?he|she|you|they refus*|sign*|cooperat*
    stay|stays|staying|remain locked|detained|jailed|behind ?up|in|bars
  `),
  otherwise: lines(`
    out of ?the|ad seg|segregation|solitary|isolation|hole|lockdown
    tablet|property|money|package|funds|belongings|clothes|mail|phone|check|account ... released
    took|takes|take .. minutes|hours|hour|days to deliver|arrive|mail|answer
    stay|stays off|indoors|hydrated
    wait* in|at ?the|a|his hall|line|room|lobby|booth|waiting|van|clinic|office
    agree|agrees|agreed|ask|asks|asked|want*|willing|happy|wish*|like|prefer* to ?go|be|return ?back|sent home
    fly|flies|flying|flown|leave|leaving out
    lasted|last|lasts ... minutes|hour|hours
    voluntary release
    visit .. last
    release|releases of ?medical information|records|information
    press|medical|information|records|signed|hipaa release
    release form|forms|waiver
    how long .. line|medicine|food|visit|call|visits|calls|shower|cast|treatment|pill|soft|pills|antibiotic*|slept|sleep
    stay|stays|wait|sit|kept|keep .. food|bed|line|quiet|seated|still|healthy|calm|warm|medicine|touch
    out of .. shower|hamama|lawsuit|class|suit|bed|order|stock|bounds|town|soap
    let out for|to .. yard|rec*
    let|let* him|her|me|us|them out .. yard|recreation|rec|visit|court
    held|hold down|on|onto|still|hand|arm
    waited|wait|waits|waiting .. minutes|hour|hours
    long time .. ago|phone|line
    bond paperwork|office|hearing|company
    visits|visit|unit|units|pod ... until
    until .. rash|flu|swelling|fever|clear|clears|better|well|heals
    called|call for release
    segregation|seg|hole|solitary .. until|till|days|weeks
    stay|stays in seg|segregation|solitary
    # days in ?the hole|seg*|solitary
    arrested|convicted|charged|happened|came|arrived|married ... @time ago
    was|were on supervision|parole|bond
    released|release from ?the ?medical seg*|hole|hospital|isolation|quarantine|clinic|infirmary|prison
    bond hearing|amount
    lost|lose ... weeks|days|months
    commissary|phone|tablet|visits for ?# @time
  `),
  negated: 'talk',
  act: false,
  givesWayTo: null,
};
