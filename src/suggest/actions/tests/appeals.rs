//! Appeals, rulings, judgments, remands and hearings.

use super::Row;

pub(super) const APPEALS: &[Row] = &[
    (
        "The court ruled against Oracle on {Friday}.",
        &["ruled against Oracle | opinion: Ruling against Oracle | against Oracle | date Friday"],
    ),
    (
        "The Supreme Court ruled that the tax was lawful.",
        &["ruled | opinion: Ruling | by Supreme Court | court Supreme Court"],
    ),
    (
        "The Federal Circuit remanded the case to the lower court.",
        &["remanded the case | remand: Remand of the case | remanded | by Federal Circuit | court Federal Circuit"],
    ),
    (
        "The appeals court sent the case back to the trial judge.",
        &["sent the case back | remand: Remand of the case | remanded"],
    ),
    (
        "Oracle appealed to the Federal Circuit in {August}.",
        &[
            "appealed to the Federal Circuit | appeal: Appeal to the Federal Circuit | by Oracle | court Federal Circuit | date August",
        ],
    ),
    ("Oracle appealed the ruling on {Monday}.", &["appealed the ruling | appeal: Appeal | by Oracle | date Monday"]),
    (
        "On {Wednesday, September 2}, the Federal Circuit affirmed the judgment against Oracle America.",
        &[
            "affirmed the judgment against Oracle America | opinion: Opinion affirming judgment against Oracle America | affirmed | by Federal Circuit | court Federal Circuit | date Wednesday, September 2",
        ],
    ),
    (
        "The Supreme Court upheld the ban.",
        &["upheld the ban | opinion: Opinion affirming ban | affirmed | by Supreme Court | court Supreme Court"],
    ),
    (
        "The panel reversed the district court's ruling.",
        &["reversed the district court's ruling | opinion: Opinion reversing ruling | reversed"],
    ),
    (
        "The Court of Appeal overturned the conviction.",
        &[
            "overturned the conviction | opinion: Opinion reversing conviction | reversed | by Court of Appeal | court Court of Appeal",
        ],
    ),
    (
        "Lawyers for Apple argued at a hearing on {Monday} that the order was too broad.",
        &["argued at a hearing | hearing: Hearing | date Monday"],
    ),
    ("The judge scheduled a hearing for {March 3}.", &["scheduled a hearing | hearing: Hearing | date March 3"]),
    (
        "Judge Eric Bruggink entered judgment for the United States on {Friday}.",
        &[
            "entered judgment for the United States | judgment: Judgment for the United States | by Eric Bruggink | date Friday",
        ],
    ),
    (
        "The jury found the company liable for fraud.",
        &["found the company liable for fraud | judgment: Finding of liability"],
    ),
    (
        "Smith was convicted of fraud on {June 4}.",
        &["was convicted of fraud | judgment: Conviction of fraud | against Smith | date June 4"],
    ),
    (
        "He was sentenced to five years in prison by a court in Oslo.",
        &["was sentenced to five years in prison | judgment: Sentence of five years in prison"],
    ),
    (
        "Oracle filed a notice of appeal on {May 5}.",
        &["filed a notice of appeal | appeal: Notice of appeal | by Oracle | date May 5"],
    ),
    (
        "A ruling by the Federal Circuit is due soon.",
        &["A ruling by the Federal Circuit | opinion: Ruling | by Federal Circuit | court Federal Circuit"],
    ),
    (
        "The Government Accountability Office has turned away Oracle's protest against the plan.",
        &[
            "turned away Oracle's protest against the plan | opinion: Decision denying protest against the plan | denied | by Government Accountability Office",
        ],
    ),
    (
        "The {February} ruling by Judge Ortiz stands.",
        &["The February ruling by Judge Ortiz | opinion: Ruling | by Ortiz | date February"],
    ),
    (
        "The claimant lodged an appeal with the Employment Tribunal on {2 May}.",
        &["lodged an appeal | appeal: Appeal | court Employment Tribunal | date 2 May"],
    ),
    (
        "The European Commission lost its appeal before the Court of Justice.",
        &["lost its appeal | opinion: Decision denying appeal | denied | court Court of Justice"],
    ),
    (
        "The General Court of the European Union upheld the fine on {Wednesday}.",
        &[
            "upheld the fine | opinion: Opinion affirming fine | affirmed | by General Court of the European Union | court General Court of the European Union | date Wednesday",
        ],
    ),
    ("The jury acquitted her of theft.", &["acquitted her of theft | judgment: Acquittal"]),
    (
        "The tribunal awarded the workers damages of £2 million.",
        &["awarded the workers damages of £2 million | judgment: Award of damages of £2 million"],
    ),
    (
        "The protest was sustained by the GAO on {June 2}.",
        &["The protest was sustained | opinion: Decision sustaining protest | granted | by GAO | date June 2"],
    ),
    (
        "The GAO sustained the protest.",
        &["sustained the protest | opinion: Decision sustaining protest | granted | by GAO"],
    ),
    (
        "The case was remanded to the district court.",
        &["The case was remanded | remand: Remand of the case | remanded"],
    ),
    (
        "The verdict was overturned on appeal.",
        &["The verdict was overturned | opinion: Opinion reversing verdict | reversed"],
    ),
    ("Oracle's appeal, No. 2019-2326, is pending before the court.", &["Oracle's appeal | appeal: Appeal | by Oracle"]),
    (
        "The state has asked the Supreme Court to hear the case.",
        &["asked the Supreme Court to hear the case | appeal: Petition to hear the case | court Supreme Court"],
    ),
    (
        "Her lawyers filed a petition for certiorari on {May 1}.",
        &["filed a petition for certiorari | appeal: Petition for certiorari | date May 1"],
    ),
    (
        "The court heard oral arguments on {March 9}.",
        &["heard oral arguments | hearing: Oral arguments | date March 9"],
    ),
    ("A hearing was held on {May 4} before Judge Ortiz.", &["A hearing was held | hearing: Hearing | date May 4"]),
    ("The judge set a trial for {October 2}.", &["set a trial | hearing: Trial | date October 2"]),
    (
        "The ruling overturned a lower-court decision.",
        &["overturned a lower-court decision | opinion: Opinion reversing lower-court decision | reversed"],
    ),
    ("The judge sided with the union.", &["sided with the union | opinion: Ruling for the union"]),
    (
        "Judge Ortiz found Harbour Lines in contempt.",
        &["found Harbour Lines in contempt | judgment: Finding of contempt | by Ortiz | against Harbour Lines"],
    ),
    (
        "The court handed down its decision on {Monday}.",
        &["handed down its decision | opinion: Decision | date Monday"],
    ),
    (
        "The Office denied the protest in a decision dated {Wednesday}.",
        &["denied the protest | opinion: Decision denying protest | denied | date Wednesday"],
    ),
    ("Oracle protest denied by GAO", &["Oracle protest denied | opinion: Decision denying protest | denied | by GAO"]),
    (
        "Amazon appeals ruling to Supreme Court",
        &["appeals ruling | appeal: Appeal to Supreme Court | by Amazon | court Supreme Court"],
    ),
    (
        "The Oslo District Court acquitted Kari Nordmann on {3 June}.",
        &[
            "acquitted Kari Nordmann | judgment: Acquittal | by Oslo District Court | against Kari Nordmann | court Oslo District Court | date 3 June",
        ],
    ),
    (
        "The Borgarting Court of Appeal upheld the sentence.",
        &[
            "upheld the sentence | opinion: Opinion affirming sentence | affirmed | by Borgarting Court of Appeal | court Borgarting Court of Appeal",
        ],
    ),
    (
        "The Court of Justice of the European Union ruled on {Thursday} that the levy was unlawful.",
        &[
            "ruled | opinion: Ruling | by Court of Justice of the European Union | court Court of Justice of the European Union | date Thursday",
        ],
    ),
    (
        "The High Court adjourned the hearing to {14 July}.",
        &["adjourned the hearing | hearing: Hearing | by High Court | court High Court | date 14 July"],
    ),
    (
        "The Employment Tribunal upheld her claim.",
        &[
            "upheld her claim | opinion: Decision upholding claim | granted | by Employment Tribunal | court Employment Tribunal",
        ],
    ),
    (
        "The Crown Court sentenced Paul Reed to six years in prison on {Monday}.",
        &[
            "sentenced Paul Reed to six years in prison | judgment: Sentence of six years in prison | by Crown Court | against Paul Reed | court Crown Court | date Monday",
        ],
    ),
    (
        "Reed was jailed for six years at Leeds Crown Court.",
        &["was jailed for six years | judgment: Sentence of six years | against Reed"],
    ),
    (
        "Harbour Bank lost its appeal against the ruling at the Court of Appeal.",
        &[
            "lost its appeal against the ruling | opinion: Decision denying appeal against the ruling | denied | court Court of Appeal",
        ],
    ),
    (
        "The inspector's ruling was overturned by the High Court.",
        &[
            "The inspector's ruling was overturned | opinion: Opinion reversing ruling | reversed | by High Court | court High Court",
        ],
    ),
    (
        "The judge entered a default judgment against Harbour Lines.",
        &[
            "entered a default judgment against Harbour Lines | judgment: Default judgment against Harbour Lines | against Harbour Lines",
        ],
    ),
    (
        "The jury returned a verdict against Harbour Lines.",
        &["returned a verdict against Harbour Lines | judgment: Verdict against Harbour Lines | against Harbour Lines"],
    ),
    (
        "Jurors found Reed not guilty of fraud.",
        &["found Reed not guilty of fraud | judgment: Finding of no guilt | against Reed"],
    ),
    (
        "Reed was found guilty of fraud on {May 2}.",
        &["was found guilty of fraud | judgment: Finding of guilt | against Reed | date May 2"],
    ),
    (
        "Reed was acquitted on all counts.",
        &["was acquitted on all counts | judgment: Acquittal on all counts | against Reed"],
    ),
    (
        "The Ninth Circuit reversed.",
        &["reversed | opinion: Reversal | reversed | by Ninth Circuit | court Ninth Circuit"],
    ),
    (
        "The Ninth Circuit affirmed on {June 4}.",
        &["affirmed | opinion: Affirmance | affirmed | by Ninth Circuit | court Ninth Circuit | date June 4"],
    ),
    (
        "The panel upheld the lower court's decision.",
        &["upheld the lower court's decision | opinion: Opinion affirming decision | affirmed"],
    ),
    ("The court set a hearing for {April 3}.", &["set a hearing | hearing: Hearing | date April 3"]),
    (
        "Judge Ortiz held a hearing on the motion on {Monday}.",
        &["held a hearing | hearing: Hearing | by Ortiz | date Monday"],
    ),
    (
        "Lawyers argued the case before the Ninth Circuit on {Monday}.",
        &["argued the case before the Ninth Circuit | hearing: Hearing | court Ninth Circuit | date Monday"],
    ),
    (
        "The judgment of the High Court was handed down on {4 May 2021}.",
        &["The judgment of the High Court was handed down | judgment: Judgment | date 4 May 2021"],
    ),
    ("Judge Ortiz's ruling came on {Friday}.", &["Judge Ortiz's ruling | opinion: Ruling | by Ortiz"]),
    (
        "The decision by the Supreme Court surprised many.",
        &["The decision by the Supreme Court | opinion: Decision | by Supreme Court | court Supreme Court"],
    ),
    (
        "The remand of the case by the Ninth Circuit was no surprise.",
        &[
            "The remand of the case by the Ninth Circuit | remand: Remand of the case | remanded | by Ninth Circuit | court Ninth Circuit",
        ],
    ),
    (
        "An appeal by Delta Works is pending before the Ninth Circuit.",
        &["An appeal by Delta Works | appeal: Appeal | by Delta Works"],
    ),
    (
        "The judge ruled in favor of Harbour Lines on {Monday}.",
        &["ruled in favor of Harbour Lines | opinion: Ruling for Harbour Lines | date Monday"],
    ),
    (
        "The tribunal found against Harbour Lines.",
        &["found against Harbour Lines | opinion: Ruling against Harbour Lines | against Harbour Lines"],
    ),
    ("The court held that the fee was void.", &["held | opinion: Ruling"]),
    (
        "The judge awarded Harbour Lines $4 million in damages.",
        &["awarded Harbour Lines $4 million in damages | judgment: Award of $4 million in damages"],
    ),
    (
        "Harbour Lines won its appeal at the Court of Appeal.",
        &["won its appeal | opinion: Decision granting appeal | granted | court Court of Appeal"],
    ),
    (
        "The Government Accountability Office has turned away Oracle’s protest against the way the Navy buys ships.",
        &[
            "turned away Oracle’s protest against the way | opinion: Decision denying protest against the way | denied | by Government Accountability Office",
        ],
    ),
];
