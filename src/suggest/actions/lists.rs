//! The lists of words. Irregular forms are those of any dictionary of English.

use std::collections::BTreeMap;

use super::Meaning;
use super::words::{
    ABBREVIATION, ADVERB, AGENCY, AND, Act, BE, CALENDAR, CASE, CLAUSE, COMPOUND, CONDITION, COURT, CUE, DECLINE,
    DETERMINER, DO, GUILTY, HAVE, IN_NAMES, LEGAL, LITIGANT, MODAL, NOT, Noun, OTHER_VERB, POSSIBLE, PREPOSITION,
    PRONOUN, QUANTITY, REALISED, RELATIVE, Roles, TITLE, TO,
};

/// The verbs: base, third person, past, participle, -ing form.
const VERBS: &[(Act, &str)] = &[
    (Act::File, "file files filed filed filing"),
    (Act::File, "refile refiles refiled refiled refiling"),
    (Act::File, "lodge lodges lodged lodged lodging"),
    (Act::Bring, "bring brings brought brought bringing"),
    (Act::Bring, "launch launches launched launched launching"),
    (Act::Bring, "submit submits submitted submitted submitting"),
    (Act::Bring, "mount mounts mounted mounted mounting"),
    (Act::Bring, "initiate initiates initiated initiated initiating"),
    (Act::Bring, "commence commences commenced commenced commencing"),
    (Act::Bring, "institute institutes instituted instituted instituting"),
    (Act::Bring, "begin begins began begun beginning"),
    (Act::Bring, "serve serves served served serving"),
    (Act::Sue, "sue sues sued sued suing"),
    (Act::Sue, "countersue countersues countersued countersued countersuing"),
    (Act::Move, "move moves moved moved moving"),
    (Act::Ask, "ask asks asked asked asking"),
    (Act::Ask, "urge urges urged urged urging"),
    (Act::Ask, "petition petitions petitioned petitioned petitioning"),
    (Act::Ask, "beg begs begged begged begging"),
    (Act::Seek, "seek seeks sought sought seeking"),
    (Act::Seek, "request requests requested requested requesting"),
    (Act::Seek, "apply applies applied applied applying"),
    (Act::Appeal, "appeal appeals appealed appealed appealing"),
    (Act::Protest, "protest protests protested protested protesting"),
    (Act::Answer, "answer answers answered answered answering"),
    (Act::Answer, "reply replies replied replied replying"),
    (Act::Answer, "respond responds responded responded responding"),
    (Act::Oppose, "oppose opposes opposed opposed opposing"),
    (Act::Argue, "argue argues argued argued arguing"),
    (Act::Withdraw, "withdraw withdraws withdrew withdrawn withdrawing"),
    (Act::Withdraw, "drop drops dropped dropped dropping"),
    (Act::Withdraw, "abandon abandons abandoned abandoned abandoning"),
    (Act::Settle, "settle settles settled settled settling"),
    (Act::Join, "join joins joined joined joining"),
    (Act::Join, "intervene intervenes intervened intervened intervening"),
    (Act::Take, "take takes took taken taking"),
    (Act::Go, "go goes went gone going"),
    (Act::Challenge, "challenge challenges challenged challenged challenging"),
    (Act::Challenge, "contest contests contested contested contesting"),
    (Act::Approach, "approach approaches approached approached approaching"),
    (Act::Amend, "amend amends amended amended amending"),
    (Act::Charge, "charge charges charged charged charging"),
    (Act::Indict, "indict indicts indicted indicted indicting"),
    (Act::Plead, "plead pleads pleaded pleaded pleading"),
    (Act::Plead, "plead pleads pled pled pleading"),
    (Act::Notify, "notify notifies notified notified notifying"),
    (Act::Grant, "grant grants granted granted granting"),
    (Act::Grant, "sustain sustains sustained sustained sustaining"),
    (Act::Allow, "allow allows allowed allowed allowing"),
    (Act::Allow, "approve approves approved approved approving"),
    (Act::Deny, "deny denies denied denied denying"),
    (Act::Deny, "reject rejects rejected rejected rejecting"),
    (Act::Deny, "refuse refuses refused refused refusing"),
    (Act::Deny, "decline declines declined declined declining"),
    (Act::Turn, "turn turns turned turned turning"),
    (Act::Issue, "issue issues issued issued issuing"),
    (Act::Issue, "enter enters entered entered entering"),
    (Act::Issue, "deliver delivers delivered delivered delivering"),
    (Act::Issue, "sign signs signed signed signing"),
    (Act::Issue, "release releases released released releasing"),
    (Act::Issue, "publish publishes published published publishing"),
    (Act::Issue, "impose imposes imposed imposed imposing"),
    (Act::Issue, "pronounce pronounces pronounced pronounced pronouncing"),
    (Act::Issue, "return returns returned returned returning"),
    (Act::Hand, "hand hands handed handed handing"),
    (Act::Order, "order orders ordered ordered ordering"),
    (Act::Order, "direct directs directed directed directing"),
    (Act::Order, "instruct instructs instructed instructed instructing"),
    (Act::Order, "compel compels compelled compelled compelling"),
    (Act::Order, "require requires required required requiring"),
    (Act::Enjoin, "enjoin enjoins enjoined enjoined enjoining"),
    (Act::Block, "block blocks blocked blocked blocking"),
    (Act::Block, "halt halts halted halted halting"),
    (Act::Block, "bar bars barred barred barring"),
    (Act::Block, "freeze freezes froze frozen freezing"),
    (Act::Block, "stop stops stopped stopped stopping"),
    (Act::Block, "prohibit prohibits prohibited prohibited prohibiting"),
    (Act::Block, "forbid forbids forbade forbidden forbidding"),
    (Act::Block, "restrain restrains restrained restrained restraining"),
    (Act::Stay, "stay stays stayed stayed staying"),
    (Act::Stay, "pause pauses paused paused pausing"),
    (Act::Stay, "suspend suspends suspended suspended suspending"),
    (Act::Put, "put puts put put putting"),
    (Act::Rule, "rule rules ruled ruled ruling"),
    (Act::Rule, "decide decides decided decided deciding"),
    (Act::Rule, "conclude concludes concluded concluded concluding"),
    (Act::Hold, "hold holds held held holding"),
    (Act::Find, "find finds found found finding"),
    (Act::Side, "side sides sided sided siding"),
    (Act::Dismiss, "dismiss dismisses dismissed dismissed dismissing"),
    (Act::Throw, "throw throws threw thrown throwing"),
    (Act::Throw, "toss tosses tossed tossed tossing"),
    (Act::Strike, "strike strikes struck struck striking"),
    (Act::Remand, "remand remands remanded remanded remanding"),
    (Act::Send, "send sends sent sent sending"),
    (Act::Affirm, "affirm affirms affirmed affirmed affirming"),
    (Act::Affirm, "uphold upholds upheld upheld upholding"),
    (Act::Reverse, "reverse reverses reversed reversed reversing"),
    (Act::Reverse, "overturn overturns overturned overturned overturning"),
    (Act::Reverse, "overrule overrules overruled overruled overruling"),
    (Act::Vacate, "vacate vacates vacated vacated vacating"),
    (Act::Vacate, "quash quashes quashed quashed quashing"),
    (Act::Vacate, "annul annuls annulled annulled annulling"),
    (Act::Vacate, "void voids voided voided voiding"),
    (Act::Vacate, "nullify nullifies nullified nullified nullifying"),
    (Act::Vacate, "invalidate invalidates invalidated invalidated invalidating"),
    (Act::Set, "set sets set set setting"),
    (Act::Schedule, "schedule schedules scheduled scheduled scheduling"),
    (Act::Schedule, "list lists listed listed listing"),
    (Act::Schedule, "adjourn adjourns adjourned adjourned adjourning"),
    (Act::Schedule, "postpone postpones postponed postponed postponing"),
    (Act::Hear, "hear hears heard heard hearing"),
    (Act::Hear, "rehear rehears reheard reheard rehearing"),
    (Act::Convict, "convict convicts convicted convicted convicting"),
    (Act::Sentence, "sentence sentences sentenced sentenced sentencing"),
    (Act::Sentence, "jail jails jailed jailed jailing"),
    (Act::Acquit, "acquit acquits acquitted acquitted acquitting"),
    (Act::Award, "award awards awarded awarded awarding"),
    (Act::Consolidate, "consolidate consolidates consolidated consolidated consolidating"),
    (Act::Certify, "certify certifies certified certified certifying"),
    (Act::Transfer, "transfer transfers transferred transferred transferring"),
    (Act::Unseal, "unseal unseals unsealed unsealed unsealing"),
    (Act::Lift, "lift lifts lifted lifted lifting"),
    (Act::Lift, "dissolve dissolves dissolved dissolved dissolving"),
    (Act::Extend, "extend extends extended extended extending"),
    (Act::Subpoena, "subpoena subpoenas subpoenaed subpoenaed subpoenaing"),
    (Act::Reach, "reach reaches reached reached reaching"),
    (Act::Win, "win wins won won winning"),
    (Act::Win, "obtain obtains obtained obtained obtaining"),
    (Act::Win, "secure secures secured secured securing"),
    (Act::Lose, "lose loses lost lost losing"),
];

/// The nouns, singular and plural.
const NOUNS: &[(Noun, &str)] = &[
    (Noun::Lawsuit, "lawsuit lawsuits countersuit countersuits"),
    (Noun::Suit, "suit suits"),
    (Noun::Complaint, "complaint complaints"),
    (Noun::Counterclaim, "counterclaim counterclaims crossclaim crossclaims"),
    (Noun::Petition, "petition petitions pil"),
    (Noun::Action, "action actions"),
    (Noun::Proceedings, "proceedings proceeding"),
    (Noun::Case, "case cases"),
    (Noun::Challenge, "challenge challenges"),
    (Noun::Claim, "claim claims"),
    (Noun::Charge, "charge charges"),
    (Noun::Indictment, "indictment indictments chargesheet chargesheets"),
    (Noun::Protest, "protest protests"),
    (Noun::Motion, "motion motions"),
    (Noun::Application, "application applications"),
    (Noun::Request, "request requests bid bids"),
    (Noun::Plea, "plea pleas"),
    (Noun::Answer, "answer answers"),
    (Noun::Response, "response responses"),
    (Noun::Reply, "reply replies rejoinder"),
    (Noun::Brief, "brief briefs memorandum"),
    (Noun::Objection, "objection objections"),
    (Noun::Opposition, "opposition"),
    (Noun::Filing, "filing filings papers submission submissions"),
    (Noun::Affidavit, "affidavit affidavits"),
    (Noun::Order, "order orders"),
    (Noun::Injunction, "injunction injunctions"),
    (Noun::Stay, "stay stays"),
    (Noun::Subpoena, "subpoena subpoenas"),
    (Noun::Warrant, "warrant warrants summons"),
    (Noun::Writ, "writ writs"),
    (Noun::Decree, "decree decrees"),
    (Noun::Ruling, "ruling rulings"),
    (Noun::Opinion, "opinion opinions dissent"),
    (Noun::Decision, "decision decisions"),
    (Noun::Judgment, "judgment judgments judgement judgements"),
    (Noun::Verdict, "verdict verdicts"),
    (Noun::Conviction, "conviction convictions acquittal acquittals"),
    (Noun::Sentence, "sentence sentences"),
    (Noun::Fine, "fine fines award awards"),
    (Noun::Appeal, "appeal appeals"),
    (Noun::Remand, "remand remands"),
    (Noun::Settlement, "settlement settlements"),
    (Noun::Dismissal, "dismissal dismissals"),
    (Noun::Hearing, "hearing hearings"),
    (Noun::Trial, "trial trials retrial rehearing"),
    (Noun::Argument, "argument arguments"),
    (Noun::Notice, "notice notices"),
    (Noun::Certiorari, "certiorari"),
    (Noun::Bail, "bail"),
    (Noun::Leave, "leave permission"),
    (Noun::Review, "review"),
    (Noun::Extension, "extension"),
];

/// The other words.
const ROLES: &[(Roles, &str)] = &[
    (
        CUE | COURT,
        "court courts judge judges tribunal tribunals jury juries jurors magistrate magistrates justices \
         circuit courthouse arbitrator arbitrators",
    ),
    (COURT, "panel bench justice"),
    (
        CUE,
        "lawsuit lawsuits lawyer lawyers attorney attorneys plaintiff plaintiffs defendant defendants litigation \
         litigant litigants docket injunction injunctions gao prosecutor prosecutors counsel petitioner petitioners \
         respondent respondents appellant appellants appellee appellate claimant claimants barrister barristers \
         solicitor solicitors legal sued suing indictment indicted subpoena subpoenas courtroom verdict filing filings \
         complaint judicial protester intervenor certiorari amicus affidavit litigated prosecution \
         subpoenaed enjoined",
    ),
    (CASE, "case cases"),
    (
        AGENCY,
        "gao office commission board authority ombudsman watchdog regulator agency council committee examiner panel \
         directorate",
    ),
    (AGENCY | CUE, "arbiter adjudicator"),
    (
        LITIGANT,
        "company companies plaintiff plaintiffs defendant defendants lawyer lawyers attorney attorneys government \
         firm group groups prosecutor prosecutors department agency union family man woman ministry states",
    ),
    (
        PREPOSITION,
        "of in for at from by with over to against on between under before after into onto through during within \
         about across toward towards upon without amid via behind among near despite concerning regarding \
         alleging accusing claiming citing challenging seeking following",
    ),
    (DETERMINER, "the a an this that these those its his her their our my your each every another such any no"),
    (QUANTITY, "both all some several many two three four five six dozens"),
    (BE, "is are was were be been being isn't aren't wasn't weren't got am"),
    (HAVE, "has have had having hasn't haven't hadn't"),
    (DO, "do does did don't doesn't didn't"),
    (
        MODAL,
        "may might could would should can will shall must cannot can't won't couldn't wouldn't shouldn't \
         mightn't mustn't i'll we'll they'll he'll she'll it'll",
    ),
    (
        NOT,
        "not never isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't cannot can't won't couldn't \
         wouldn't shouldn't nor neither without no",
    ),
    (TO, "to"),
    (AND, "and but or then nor yet plus"),
    (
        CLAUSE,
        "after before when while because since although though as once until till whereas where so that than \
         unless if whether",
    ),
    (CONDITION, "if whether unless should until once till lest"),
    (RELATIVE, "which who that whom whose"),
    (PRONOUN, "it he she they we i you him them us me who which that he's she's they've it's we've"),
    (
        ADVERB,
        "also then later again now soon already still just finally eventually only ever formally first once \
         previously earlier recently today yesterday partly partially promptly quickly briefly unanimously \
         temporarily largely initially subsequently meanwhile separately officially successfully jointly twice \
         here there immediately reportedly narrowly effectively indefinitely voluntarily",
    ),
    (POSSIBLE, "possible potential likely threatened planned any no future expected prospective hypothetical eventual"),
    (DECLINE, "declined declines decline declining refused refuses refuse refusing"),
    (REALISED, "agreed agrees went proceeded forced began continued obliged free happy"),
    (
        TITLE,
        "judge justice chief mr mrs ms dr lord lady sir district circuit magistrate hon honourable honorable senior \
         president presiding associate u.s.",
    ),
    (
        CALENDAR,
        "january february march april may june july august september october november december jan feb mar apr jun \
         jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu \
         thurs fri sat sun today yesterday tomorrow week month year last earlier",
    ),
    (
        ABBREVIATION,
        "inc corp co ltd llc plc v vs no nos mr mrs ms dr jr sr st gov sen rep hon gen prof jan feb mar apr jun jul \
         aug sept sep oct nov dec cir dist dept supp fed bros assoc messrs",
    ),
    (
        LEGAL,
        "legal court civil criminal class judicial enforcement arbitration infringement antitrust \
         disciplinary bankruptcy insolvency contempt derivative tort libel defamation copyright patent \
         extradition winding-up oral closing opening writ bid enforcement appellate",
    ),
    (
        OTHER_VERB,
        "said says say saying told tells wrote writes added adds called calls named names gave gives keeps kept \
         keep became becomes begins began led leaves left comes came runs ran shows showed means meant got gets \
         expects expected plans planned wants wanted hopes hoped lets let accused accuses alleges alleged claimed \
         contends contended maintains maintained insisted insists noted notes believes believed declared ended ends \
         cited failed fails agreed",
    ),
    (IN_NAMES, "of for the and &"),
    (
        COMPOUND,
        "picture pictures department departments aid aids sickness tie ties book books form forms control food \
         desk page number handling procedure box march marches song singer movement sensor detector board house \
         panel size processing fees fee paper jacket study studies run mode history law statement backlog quantity \
         letter maker makers",
    ),
    (GUILTY, "liable guilty contempt"),
];

/// Every word with all that it means.
pub(in crate::suggest) fn words() -> impl Iterator<Item = (&'static str, Meaning)> {
    let mut all: BTreeMap<&'static str, Meaning> = BTreeMap::new();
    for (act, forms) in VERBS {
        for (place, form) in forms.split_whitespace().enumerate() {
            let meaning = all.entry(form).or_default();
            let before = meaning.verb.filter(|(known, _)| known == act).map_or(0, |(_, forms)| forms);
            meaning.verb = Some((*act, before | 1 << place));
        }
    }
    for (noun, forms) in NOUNS {
        for form in forms.split_whitespace() {
            all.entry(form).or_default().noun = Some(*noun);
        }
    }
    for (roles, list) in ROLES {
        for word in list.split_whitespace() {
            all.entry(word).or_default().roles |= roles;
        }
    }
    all.into_iter()
}
