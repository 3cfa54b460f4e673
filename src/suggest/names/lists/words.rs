//! Words that shape a name or stand around one, in lower case.

use super::super::meaning::Meaning;

/// Words that neither begin a name nor are one, wherever they stand.
pub(super) const FUNCTION: &str = "
a about above according accordingly across after afterwards again against ago ah alas all allegedly almost along already also although altogether always am amid among an and another any anybody anyone anything anyway apart apparently are as
at away be because been before behind being below beneath beside besides between beyond both but by can cannot certainly clearly consequently could currently dear despite did do does doing done down due during each earlier either else etc even eventually
ever every everybody everyone everything except finally first firstly for formerly from further furthermore generally get give given go had has have having he hello hence her here herein hers herself hey hi him himself his how however i if
in including indeed initially inside instead into is it its itself just last lastly lately later least less lest let like likewise made many may maybe me meanwhile might mine more moreover most mostly much must my myself namely naturally nearly neither never
nevertheless next no nobody none nonetheless nor not nothing notwithstanding now obviously of off ok okay often oh on once one only onto or other others otherwise our ours ourselves out outside over perhaps please plus presumably previously probably rather really recently regarding regardless
said same says second secondly see several shall she should similarly since so some somebody someone something sometimes soon still such suddenly than thank thanks that the their theirs them themselves then there thereafter thereby therefore these they third this those though through
throughout thus to today together tomorrow tonight too toward towards under unfortunately unless unlike until up upon us usually versus very via was we well were what whatever when whenever where whereas wherever whether which while who whoever whole whom whose
why will with within without would yes yesterday yet you your yours yourself i'm i'll i've i'd it's he's she's we're we've you're they're that's there's don't doesn't didn't isn't wasn't can't won't let's what's who's here's";

/// Structural words and what they mean.
pub(super) const SHAPES: &[(Meaning, &str)] = &[
    (Meaning::THE, "the"),
    (Meaning::OF, "of"),
    (Meaning::LINK, "for on in at to"),
    (Meaning::AND, "and"),
    (Meaning::VERSUS, "v vs versus"),
    (Meaning::PARTICLE, "van von vom zu zur af av de del della delle dello di da das dos du den der des ter ten het e y el al ul bin bint ibn abu ben la le las los st"),
    (
        Meaning::DATE,
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
        mon tue tues wed thu thur thurs fri sat sun january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec christmas easter thanksgiving ramadan halloween hanukkah passover
        spring summer autumn winter today yesterday tomorrow",
    ),
    // Before the name of a person.
    (
        Meaning::TITLE,
        "mr mrs ms miss mx messrs dr doctor prof professor sir dame lord lady madam madame monsieur herr frau señor señora signor shri sri smt kumari thiru tmt sh pt pandit ustad haji hajji
        sen senator senators rep representative reps congressman congresswoman congressmen gov governor lt lieutenant maj major col colonel gen general capt captain cmdr commander sgt sergeant cpl corporal pvt adm admiral brig brigadier
        marshal officer detective inspector constable deputy sheriff president vice chairman chairwoman chairperson chair chancellor premier minister secretary undersecretary treasurer
        ambassador envoy consul commissioner director administrator mayor councilman councilwoman councillor councilor alderman speaker whip leader attorney solicitor prosecutor counsel advocate adv barrister
        lawyer spokesman spokeswoman spokesperson ceo cfo cto coo founder cofounder co-founder owner executive manager partner editor reporter journalist correspondent columnist analyst economist
        actor actress singer author writer director producer coach rev reverend father sister brother rabbi imam cleric ayatollah sheikh sheik shaikh mullah maulana bishop archbishop cardinal pope pastor saint deacon
        king queen prince princess duke duchess baron baroness count countess emperor emir sultan shah tsar czar prophet hon hon'ble honble honourable honorable right the-hon
        citizen mister comrade aunt uncle cousin grandma grandpa plaintiff defendant petitioner respondent appellant appellee claimant accused complainant witness
        dictator guerrilla militant activist candidate democrat republican private specialist nurse principal dean provost chief justice judge magistrate",
    ),
    // The short forms among them and others that keep their full stop.
    (
        Meaning::DOTTED,
        "mr mrs ms dr prof sen rep gov lt maj col gen capt cmdr sgt cpl pvt adm brig rev fr hon st jr sr esq inc corp co ltd cos bros assn dept no vs v messrs smt sh pt adv ft mt
        tmt intl natl univ jnr snr llc pty pte dist ct ave blvd",
    ),
    (Meaning::JUDGE, "judge judges justice justices hon hon'ble honble honourable honorable magistrate jj"),
    // In small letters before a name: what follows is a person.
    (
        Meaning::ROLE,
        "attorney attorneys lawyer lawyers solicitor barrister advocate counsel prosecutor spokesman spokeswoman spokesperson judge justice magistrate magistrates
        chief executive ceo cfo cto coo founder cofounder chairman chairwoman chair president director manager owner partner secretary minister
        senator representative congressman congresswoman governor mayor ambassador commissioner administrator inspector officer detective sheriff
        professor doctor scientist researcher analyst economist engineer journalist reporter correspondent columnist editor author writer
        actor actress singer director producer coach activist candidate plaintiff defendant petitioner respondent appellant claimant accused complainant witness
        husband wife son daughter brother sister father mother uncle aunt cousin friend colleague neighbour neighbor boss aide adviser advisor deputy
        leader lawmaker politician general colonel captain sergeant soldier cleric ayatollah sheikh rabbi imam pope bishop archbishop
        investor billionaire businessman businesswoman entrepreneur employee executive contractor whistleblower historian expert guitarist bassist drummer dictator strongman
        mr mrs ms dr comrade teacher principal nurse surgeon vet dentist customer client victim suspect inmate hacker blogger programmer developer",
    ),
    (Meaning::PARTY_ROLE, "plaintiff plaintiffs defendant defendants petitioner petitioners respondent respondents appellant appellants appellee appellees claimant claimants applicant applicants complainant
        complainants intervenor intervenors protester accused prosecution debtor creditor assessee revisionist opposite"),
    (Meaning::PERSON_SUFFIX, "jr sr ii iii iv esq qc kc phd md jnr snr cpa dds obe cbe mbe"),
    // Companies.
    (
        Meaning::SUFFIX,
        "inc incorporated corp corporation llc llp lp l.p. l.l.c. l.l.p. ltd limited plc gmbh ag kg kgaa sa s.a. s.a.s. sas sarl spa s.p.a. srl s.r.l. nv n.v. bv b.v. ab oy oyj asa as aps kft zrt s.r.o. a.s. d.o.o.
        co company companies pty pte pvt p.l.c. kk k.k. bhd sdn ooo oao pao zao pjsc ojsc jsc se s.e. ltda s.l. s.a.b. c.v. bros p.c. pc cos",
    ),
    (
        Meaning::COMPANY,
        "holdings holding group bank bancorp bancshares partners technologies technology systems solutions industries enterprises ventures capital
        financial securities investments investment insurance assurance airlines airways motors energy petroleum oil gas power electric utilities
        pharmaceuticals pharma pharmaceutical therapeutics biosciences biotech laboratories labs software semiconductor semiconductors microsystems networks communications
        telecom telecommunications wireless mobile media entertainment pictures studios records publishing publications press
        foods beverages brewing brewery breweries stores supermarkets restaurants hotels resorts properties realty logistics shipping lines freight
        aerospace aviation shipbuilding steel metals mining minerals resources chemicals chemical materials plastics paper packaging
        associates sons brothers consulting consultants advisors advisers services trust fund funds
        manufacturing products instruments devices robotics dynamics analytics interactive digital online
        news times post journal gazette herald tribune chronicle observer telegraph daily weekly guardian globe sentinel courier bulletin mirror
        broadcasting television radio network magazine review markets construction builders engineering contractors electronics automotive automobile auto motor tire
        tech wines ispat cargo forwarder cements textiles mills sugars exports imports traders trading agencies agro infra infrastructure infotech developers realtors
        dental dentistry clinic pizza pizzeria grill cafe café bistro deli bakery salon spa plumbing roofing roofers heating locksmith florist nissan honda toyota chiropractic orthodontics
        motorsports conglomerate cooperative co-operative mutual lending mortgage credit leasing",
    ),
    // Public bodies.
    (
        Meaning::GOVERNMENT,
        "department dept ministry agency bureau office commission committee authority administration senate parliament assembly legislature government
        council board directorate secretariat embassy consulate treasury army navy force forces police patrol guard marines corps command
        customs inspectorate ombudsman registrar registry comptroller constabulary cabinet subcommittee municipality corporation-of panchayat
        departments ministries service services taskforce registrar mission delegation commissioner collector tahsildar",
    ),
    // Bodies of other kinds.
    (
        Meaning::BODY,
        "university college institute institution school academy hospital center centre foundation association society federation confederation union unions league
        party club church mosque temple synagogue diocese archdiocese ministries museum gallery library orchestra theatre theater choir
        alliance coalition congress conference organization organisation movement front brigade brigades militia army network initiative project-of forum
        guild brotherhood lodge chamber consortium council fund trust campaign caucus laboratory observatory bar watch
        universities colleges committee administration service services task works welfare campaign samiti sangh sabha parishad clinic",
    ),
    (Meaning::COURT, "court courts tribunal tribunals ct cour gericht landgericht amtsgericht oberlandesgericht verwaltungsgericht tingrett lagmannsrett"),
    (
        Meaning::COURT_PART,
        "district circuit division divisional county bench term appeals appeal appellate judicial supreme superior high magistrates' magistrates magistrate's sessions session judicature justice
        probate orphans orphans' surrogate's surrogate surrogates' family juvenile municipal city town village borough parish police civil criminal chancery equity bankruptcy claims
        common pleas quarter special general oyer terminer record trial domestic relations commercial labor labour tax trade patent military admiralty
        dist department panel eastern western northern southern middle central first second third fourth fifth sixth seventh eighth ninth tenth
        eleventh twelfth thirteenth federal u.s. state territory commonwealth crown coroner's sheriff small international constitutional administrative land environment
        human rights provincial regional local metropolitan magistrate fast track rent control income customs excise service national company securities debt recovery d e n s w m
        queen's king's prerogative arbitration workmen's compensation traffic youth drug water conciliation mayor's mayor review veterans armed",
    ),
    // Words that end what is named after a place or a thing and is no party.
    (
        Meaning::THING,
        "act acts bill street avenue road boulevard lane drive highway freeway parkway bridge river lake lakes mountain mountains mount valley bay beach island islands sea ocean gulf strait
        canal creek falls desert forest peninsula peak hill hills park square plaza tower towers building hall airport station terminal port harbor harbour stadium
        city county town village township district province region territory coast heights springs rapids cape canyon
        war wars battle operation treaty agreement accord accords pact protocol convention constitution amendment code rules rule section article chapter
        title exhibit schedule appendix annex clause paragraph table figure volume page part phase report study survey index award prize medal cup bowl games series season
        day week month year century era age anniversary festival holiday eve plan program programme project initiative doctrine declaration resolution scheme
        road-map edition version model language english movie film book song album show game room suite floor apt apartment flight class level grade
        cat dog cats dogs terrier retriever shepherd theory effect law laws principle method process system systems-of clause disease syndrome virus cancer
        desk internet time standard mode key menu auditorium ballroom garage list explorer reader player phone phones payments provisions base briefing ave blvd stop stops sts ste
        guarantee guaranty rib curry keys garden gardens bus buses chowk website blog column papers paper",
    ),
    // What departments and ministries are for: joined by "and" and commas.
    (
        Meaning::TOPIC,
        "health human services welfare education science sciences arts labor labour housing urban development homeland security defense defence justice foreign affairs
        trade industry commerce agriculture food drug rural energy environment environmental climate transport transportation infrastructure communications information technology
        finance economic economy treasury revenue customs excise taxation budget management interior planning immigration citizenship naturalization naturalisation
        refugee border protection public safety administration statistics census culture media sport sports tourism youth family women children social
        employment pensions industrial relations research innovation fisheries forestry forests wildlife parks recreation water irrigation mines mining petroleum oil gas
        alcohol tobacco firearms explosives securities exchange futures commodity consumer competition market markets corporate insurance banking
        patent trademark intellectual property civil rights equality equal opportunity veterans military naval air space aviation aeronautics engineering training
        medicine medical hygiene sanitation disease control prevention narcotics crime law legal constitutional parliamentary local government regional communities
        standards weights measures land records registration personnel training pension power steel coal textiles shipping roads railways highways electronics broadcasting
        reconciliation truth oceans oceanic atmospheric international multilateral humanitarian cooperation prohibition technologies nuclear regulatory monitoring",
    ),
    (Meaning::POSSESSOR, "attorney general governor sheriff surrogate orphan orphans children woman women man men people farmer worker workers veteran veterans magistrate coroner mayor king queen registrar justice justices police
        teacher teachers employee employees master solicitor prosecutor lawyer student citizen speaker president"),
    (Meaning::REPORTS, "said says told tells added adds wrote writes argued argues claimed claims alleged alleges stated states testified testifies explained explains noted notes declared declares insisted insists
        acknowledged acknowledges admitted admits conceded denied denies contended contends maintained maintains ruled rules believes believed thinks thought responded replied commented asked asks warned warns announced announces
        confirmed confirms reported reports predicted recalled suggested suggests tweeted promised promises pledged vowed urged urges hopes hoped"),
    (Meaning::ACTS, "sued sues filed files accused accuses appealed settled agreed acquired acquires bought buys sold sells hired hires fired founded won wins lost loses owns owned bid bids protested
        refused declined plans sought seeks wants wanted offered offers signed signs paid pays owes owed launched launches produces operates employs violated infringed breached
        resigned retired himself herself demanded rejected supported opposed criticized criticised condemned praised faces faced awarded argued
        banned blocked granted ordered dismissed pleaded apologised apologized countersued intervened petitioned withdrew"),
    (Meaning::BEFORE, "against sued suing sues accused accuses told tells asked dear hi hello hey defeated acquired acquires suing represents representing owed hired hires fired appointed arrested charged convicted contact
        contacted emailed alleging said says added wrote argued alongside versus"),
    (Meaning::BY, "by for of from with to than and or"),
    (Meaning::GREETING, "dear hi hello hey thanks welcome regards sincerely cheers attn"),
    (Meaning::LATER_CLAUSE, "who whose whom which"),
    (Meaning::AGED, "aged age"),
    (Meaning::HYPHEN_TAIL, "based owned led style backed like made era wide run born elect controlled related only free bound funded speaking size type held sponsored ish occupied
        trained educated dominated centric friendly specific only inspired level class scale built designed born turned aged old affiliated designate"),
    (Meaning::ALIAS_CUE, "or aka a.k.a. also formerly known hereinafter hereafter collectively together doing previously called as the now fka dba née nee and abbreviated short trading under"),
    (Meaning::FORMER_CUE, "formerly fka previously née nee"),
    (Meaning::EXCHANGE, "nasdaq nyse nysearca amex lse aim tsx tsxv tse asx nzx hkex sehk hkg sse szse bse nse otc otcqb otcqx otcmkts fwb etr xetra fra euronext epa ams ebr bit swx six ose osl oslo sto cph hel kospi kosdaq krx bmv bovespa b3 jse moex mcx sgx twse tpe tyo bme wse"),
    (Meaning::OF_HEAD, "bank times news trust insurance state district city county town village borough commonwealth union office offices brotherhood university
        port harbor harbour township parish province republic kingdom municipality principality emirate canton"),
    (Meaning::CIVIC, "state city county town village borough commonwealth union government municipality corporation
        port harbor harbour township parish province republic kingdom principality emirate canton"),
    (Meaning::SURNAME_TOO, "hill hall day lane page law park lake field may bell cooper price bishop king cook rice reed major pope key law wells love young long short brown white black green gray grey
        rose west north east banks power powers press fields times glass church temple house street trust parsons marshall judge justice dean constable abbott parish ward"),
    (Meaning::PLAIN_COURT, "court courts trial lower tribunal tribunals ct cour"),
    (Meaning::THING_LEAD, "hurricane typhoon cyclone storm operation project lake mount mt fort ft port camp route flight section article chapter exhibit st saint san santa las los el boeing airbus greater downtown"),
    (Meaning::WORK, "called titled entitled film films novel novels book books album song songs movie movies series game games play plays painting theory software program programme project show musical opera poem magazine comedy drama app website"),
    (Meaning::TOP_LEVEL, "com org net io ai gov edu co"),
    (Meaning::ORDINAL, "st nd rd th d"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_lower_case() {
        for word in SHAPES.iter().flat_map(|(_, words)| words.split_whitespace()).chain(FUNCTION.split_whitespace()) {
            assert_eq!(word, word.to_lowercase());
        }
    }
}
