//! What courts did: orders and dismissals.

use super::Row;

pub(super) const COURTS: &[Row] = &[
    (
        "A federal judge on {Thursday} granted a temporary restraining order that keeps Microsoft from starting work.",
        &[
            "granted a temporary restraining order | order: Order granting temporary restraining order | granted | date Thursday",
        ],
    ),
    (
        "[Judge Patricia Campbell-Smith] granted [Amazon]'s motion for a preliminary injunction on {February 13}.",
        &[
            "granted Amazon's motion for a preliminary injunction | order: Order granting motion for a preliminary injunction | granted | by Patricia Campbell-Smith | date February 13",
        ],
    ),
    (
        "The judge granted in part and denied in part the company's motion to dismiss.",
        &[
            "granted in part and denied in part the company's motion to dismiss | order: Order granting motion to dismiss | granted_in_part",
        ],
    ),
    (
        "The motion was denied by Judge Anna Brown on {May 2}.",
        &["The motion was denied | order: Order denying motion | denied | by Anna Brown | date May 2"],
    ),
    (
        "The judge enjoined the agency from enforcing the rule.",
        &["enjoined the agency from enforcing the rule | order: Injunction"],
    ),
    (
        "A federal judge in Texas blocked the merger on {Tuesday}.",
        &["blocked the merger | order: Order blocking merger | date Tuesday"],
    ),
    ("The court halted work on the contract.", &["halted work | order: Order halting work"]),
    (
        "The judge ordered Amazon Web Services to put up $42 million as security.",
        &[
            "ordered Amazon Web Services to put up $42 million | order: Order to put up $42 million | against Amazon Web Services",
        ],
    ),
    (
        "The court issued a temporary restraining order {last week}.",
        &["issued a temporary restraining order | order: Temporary restraining order | date last week"],
    ),
    (
        "Judge Brown dismissed the lawsuit with prejudice on {June 9}.",
        &[
            "dismissed the lawsuit with prejudice | dismissal: Dismissal of the lawsuit | dismissed | by Brown | date June 9",
        ],
    ),
    (
        "The suit was dismissed by Judge Brown without prejudice.",
        &[
            "The suit was dismissed by Judge Brown without prejudice | dismissal: Dismissal of the suit | dismissed | by Brown",
        ],
    ),
    ("The tribunal threw out the claim.", &["threw out the claim | dismissal: Dismissal of the claim | dismissed"]),
    (
        "The General Court annulled the decision on {14 September 2022}.",
        &[
            "annulled the decision | order: Order vacating decision | vacated | by General Court | court General Court | date 14 September 2022",
        ],
    ),
    (
        "The High Court set aside the arbitral award.",
        &[
            "set aside the arbitral award | order: Order vacating arbitral award | vacated | by High Court | court High Court",
        ],
    ),
    (
        "The judge stayed the lawsuit brought by Amazon Web Services.",
        &[
            "stayed the lawsuit | order: Stay of the lawsuit",
            "brought by Amazon Web Services | complaint: Complaint | by Amazon Web Services",
        ],
    ),
    (
        "The court consolidated the two lawsuits.",
        &["consolidated the two lawsuits | order: Consolidation of the lawsuits"],
    ),
    ("The committee subpoenaed Google.", &["subpoenaed Google | order: Subpoena | against Google"]),
    (
        "The judge certified a class of drivers.",
        &["certified a class of drivers | order: Order certifying class of drivers | granted"],
    ),
    (
        "The Supreme Court declined to hear the appeal.",
        &[
            "declined to hear the appeal | order: Order declining to hear the appeal | denied | by Supreme Court | court Supreme Court",
        ],
    ),
    (
        "The Supreme Court denied certiorari on {Monday}.",
        &[
            "denied certiorari | order: Order denying certiorari | denied | by Supreme Court | court Supreme Court | date Monday",
        ],
    ),
    (
        "The dismissal of {July 9} ends the case.",
        &["The dismissal of July 9 | dismissal: Dismissal | dismissed | date July 9"],
    ),
    (
        "The dismissal of the suit came on {Friday}.",
        &["The dismissal of the suit | dismissal: Dismissal of the suit | dismissed"],
    ),
    (
        "On {April 28} Judge Patricia E. Campbell-Smith denied motions to dismiss by the government and by Microsoft.",
        &[
            "denied motions to dismiss | order: Order denying motions to dismiss | denied | by Patricia E. Campbell-Smith | date April 28",
        ],
    ),
    (
        "The judge dismissed the lawsuit in {March}. The request for a rehearing was denied in {June}.",
        &[
            "dismissed the lawsuit | dismissal: Dismissal of the lawsuit | dismissed | date March",
            "The request for a rehearing was denied | order: Order denying request for a rehearing | denied | date June",
        ],
    ),
    (
        "The order by Judge Patricia Campbell-Smith of the Court of Federal Claims is under seal.",
        &[
            "The order by Judge Patricia Campbell-Smith | order: Order | by Patricia Campbell-Smith | court Court of Federal Claims",
        ],
    ),
    (
        "The port’s suit was tossed on {Friday} by a judge in Oslo.",
        &["The port’s suit was tossed | dismissal: Dismissal of the suit | dismissed | date Friday"],
    ),
    (
        "The judge struck down the law on {Friday}.",
        &["struck down the law | order: Order vacating law | vacated | date Friday"],
    ),
    ("The court voided the patent.", &["voided the patent | order: Order vacating patent | vacated"]),
    (
        "The minister’s order was quashed by the High Court in {2020}.",
        &[
            "The minister’s order was quashed | order: Order vacating order | vacated | by High Court | court High Court | date 2020",
        ],
    ),
    (
        "The Supreme Court of India dismissed the plea on {Tuesday}.",
        &[
            "dismissed the plea | order: Order dismissing plea | dismissed | by Supreme Court of India | court Supreme Court of India | date Tuesday",
        ],
    ),
    (
        "A bench of Justices Rao and Mehta allowed the appeal and set aside the High Court's order.",
        &[
            "allowed the appeal | order: Order allowing appeal | granted",
            "set aside the High Court's order | order: Order vacating order | vacated",
        ],
    ),
    (
        "The High Court stayed the order until {12 July}.",
        &["stayed the order | order: Stay of the order | by High Court | court High Court"],
    ),
    (
        "Mr Justice Hale refused permission to appeal.",
        &["refused permission to appeal | order: Order denying permission to appeal | denied | by Hale"],
    ),
    (
        "The Court of Appeal refused the application for leave to appeal.",
        &[
            "refused the application for leave to appeal | order: Order denying application for leave to appeal | denied | by Court of Appeal | court Court of Appeal",
        ],
    ),
    (
        "The High Court quashed the minister's decision.",
        &[
            "quashed the minister's decision | order: Order vacating decision | vacated | by High Court | court High Court",
        ],
    ),
    (
        "Lord Justice Reed struck out the claim on {4 March}.",
        &["struck out the claim | dismissal: Dismissal of the claim | dismissed | by Reed | date 4 March"],
    ),
    (
        "The judge lifted the injunction on {Monday}.",
        &["lifted the injunction | order: Order lifting injunction | vacated | date Monday"],
    ),
    ("The appeals court extended the stay until {May 4}.", &["extended the stay | order: Order extending stay"]),
    (
        "The injunction was lifted by the Ninth Circuit.",
        &[
            "The injunction was lifted | order: Order lifting injunction | vacated | by Ninth Circuit | court Ninth Circuit",
        ],
    ),
    (
        "The conviction was vacated in {2019}.",
        &["The conviction was vacated | order: Order vacating conviction | vacated | date 2019"],
    ),
    (
        "In a ruling on {Friday}, Judge Lena Ortiz blocked the sale.",
        &["blocked the sale | order: Order blocking sale | by Lena Ortiz | date Friday"],
    ),
    (
        "The Supreme Court agreed to hear the appeal.",
        &[
            "hear the appeal | order: Order agreeing to hear the appeal | granted | by Supreme Court | court Supreme Court",
        ],
    ),
    (
        "Harbour Lines won a preliminary injunction against the city in {May}.",
        &[
            "won a preliminary injunction against the city | order: Preliminary injunction against the city | granted | date May",
        ],
    ),
    (
        "The judge denied Harbour Lines a preliminary injunction.",
        &["denied Harbour Lines a preliminary injunction | order: Order denying preliminary injunction | denied"],
    ),
    (
        "The judge rejected Harbour Lines' bid to dismiss the suit.",
        &["rejected Harbour Lines' bid to dismiss the suit | order: Order denying bid to dismiss the suit | denied"],
    ),
    (
        "The judge, who was appointed in 2010, denied the motion.",
        &["denied the motion | order: Order denying motion | denied"],
    ),
    (
        "Judge Ortiz, of the U.S. District Court in Oregon, denied the motion on {Friday}.",
        &[
            "denied the motion | order: Order denying motion | denied | by Ortiz | court U.S. District Court | date Friday",
        ],
    ),
    (
        "The order blocks the agency from enforcing the rule.",
        &["blocks the agency from enforcing the rule | order: Order blocking agency from enforcing the rule"],
    ),
    (
        "Harbour Lines was ordered to pay $2 million to the city by a court in Oslo.",
        &["was ordered to pay $2 million | order: Order to pay $2 million | against Harbour Lines"],
    ),
    ("The judge signed the order on {April 17}.", &["signed the order | order: Order | date April 17"]),
    (
        "The case was transferred to the district court in Oregon.",
        &["The case was transferred | order: Transfer of the case"],
    ),
    (
        "The judge unsealed the complaint on {Monday}.",
        &["unsealed the complaint | order: Order unsealing complaint | date Monday"],
    ),
    (
        "The court vacated the award and remanded the case.",
        &[
            "vacated the award | order: Order vacating award | vacated",
            "remanded the case | remand: Remand of the case | remanded",
        ],
    ),
    (
        "The judge granted the motion, dismissing the suit with prejudice.",
        &[
            "granted the motion | order: Order granting motion | granted",
            "dismissing the suit with prejudice | dismissal: Dismissal of the suit | dismissed",
        ],
    ),
    (
        "After granting the motion, the judge sent the case back to the agency.",
        &[
            "granting the motion | order: Order granting motion | granted",
            "sent the case back | remand: Remand of the case | remanded",
        ],
    ),
    (
        "The parties' settlement with the city was approved by the judge.",
        &["The parties' settlement with the city was approved | order: Order approving settlement | granted"],
    ),
    (
        "The Bundeskartellamt's decision was annulled by the Düsseldorf Higher Regional Court on {26 August 2019}.",
        &[
            "The Bundeskartellamt's decision was annulled | order: Order vacating decision | vacated | by Düsseldorf Higher Regional Court | court Düsseldorf Higher Regional Court | date 26 August 2019",
        ],
    ),
    (
        "The Supreme Court quashed the chargesheet on {Friday}.",
        &[
            "quashed the chargesheet | order: Order vacating chargesheet | vacated | by Supreme Court | court Supreme Court | date Friday",
        ],
    ),
    (
        "The Delhi High Court granted bail to Ravi Menon on {10 May}.",
        &["granted bail | order: Order granting bail | granted | by Delhi High Court | court Delhi High Court"],
    ),
    ("The magistrate rejected his bail plea.", &["rejected his bail plea | order: Order denying bail plea | denied"]),
    (
        "The claim was struck out by the High Court.",
        &[
            "The claim was struck out | dismissal: Dismissal of the claim | dismissed | by High Court | court High Court",
        ],
    ),
    (
        "The Court of Appeal allowed the appeal and ordered a retrial.",
        &[
            "allowed the appeal | order: Order allowing appeal | granted | by Court of Appeal | court Court of Appeal",
            "ordered a retrial | order: Order for retrial | by Court of Appeal",
        ],
    ),
    (
        "Harbour Bank has been granted permission to appeal to the Supreme Court.",
        &[
            "has been granted permission to appeal | order: Order granting permission to appeal | granted | court Supreme Court",
        ],
    ),
    (
        "The council was ordered to pay costs by the tribunal.",
        &["was ordered to pay costs | order: Order to pay costs"],
    ),
    ("The judge put the case on hold until {June}.", &["put the case on hold | order: Stay of the case"]),
    ("The judge paused the lawsuit.", &["paused the lawsuit | order: Stay of the lawsuit"]),
    ("The judge froze the company's assets.", &["froze the company's assets | order: Order freezing company's assets"]),
    (
        "The judge barred Harbour Lines from selling the ships.",
        &[
            "barred Harbour Lines from selling the ships | order: Order barring Harbour Lines from selling the ships | against Harbour Lines",
        ],
    ),
    (
        "A judge in Oregon temporarily blocked the rule on {Friday}.",
        &["blocked the rule | order: Order blocking rule | date Friday"],
    ),
    ("The rule was blocked by a federal judge on {Friday}.", &["was blocked | order: Order | date Friday"]),
    (
        "The judge refused to dismiss the charges.",
        &["refused to dismiss the charges | order: Order declining to dismiss the charges | denied"],
    ),
    (
        "The judge declined to block the merger.",
        &["declined to block the merger | order: Order declining to block the merger | denied"],
    ),
    (
        "The judge also denied the state's request for a stay.",
        &["denied the state's request for a stay | order: Order denying request for a stay | denied"],
    ),
    (
        "The motion for a new trial was denied.",
        &["The motion for a new trial was denied | order: Order denying motion for a new trial | denied"],
    ),
    (
        "The motion by Harbour Lines for a stay was granted on {May 2}.",
        &["The motion by Harbour Lines for a stay was granted | order: Order granting motion | granted | date May 2"],
    ),
    (
        "The court approved the settlement on {March 9}.",
        &["approved the settlement | order: Order approving settlement | granted | date March 9"],
    ),
    ("The judge issued a subpoena to Harbour Lines.", &["issued a subpoena | order: Subpoena"]),
    (
        "The appeals court vacated the injunction and sent the case back to the trial court.",
        &[
            "vacated the injunction | order: Order vacating injunction | vacated",
            "sent the case back | remand: Remand of the case | remanded",
        ],
    ),
    (
        "The Federal Circuit agreed to rehear the case.",
        &[
            "rehear the case | order: Order agreeing to rehear the case | granted | by Federal Circuit | court Federal Circuit",
        ],
    ),
    (
        "The Feb. 3 order by Judge Ortiz bars the sale.",
        &["order by Judge Ortiz | order: Order | by Ortiz", "bars the sale | order: Order barring sale"],
    ),
    (
        "The court's order of {May 2} bars the sale.",
        &[
            "The court's order of May 2 | order: Order | date May 2",
            "bars the sale | order: Order barring sale | date May 2",
        ],
    ),
    (
        "Harbour Lines v. Delta Works was decided in {2017} when the court dismissed the claim.",
        &["dismissed the claim | dismissal: Dismissal of the claim | dismissed | date 2017"],
    ),
    (
        "Harbour Lines secured a temporary restraining order on {Friday}.",
        &["secured a temporary restraining order | order: Temporary restraining order | granted | date Friday"],
    ),
    (
        "JUDGE GRANTS HARBOUR LINES INJUNCTION",
        &["GRANTS HARBOUR LINES INJUNCTION | order: Order granting injunction | granted"],
    ),
    (
        "Court Dismisses Suit Against Harbour Lines",
        &["Dismisses Suit Against Harbour Lines | dismissal: Dismissal of the suit against Harbour Lines | dismissed"],
    ),
];
