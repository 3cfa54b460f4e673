//! What did not happen: negated, planned, possible, asked for.

use super::Row;

pub(super) const UNREAL: &[Row] = &[
    ("Oracle may appeal the ruling.", &["may appeal the ruling | appeal: Appeal | by Oracle | unreal"]),
    (
        "The Federal Circuit is expected to rule {later this year} on the appeal.",
        &[
            "is expected to rule | opinion: Ruling | by Federal Circuit | court Federal Circuit | date later this year | unreal",
        ],
    ),
    (
        "If the court grants the motion, work will stop.",
        &["grants the motion | order: Order granting motion | granted | unreal"],
    ),
    (
        "The union threatened to sue Harbour Lines.",
        &[
            "threatened to sue Harbour Lines | complaint: Complaint against Harbour Lines | against Harbour Lines | unreal",
        ],
    ),
    ("Amazon did not file a complaint.", &["did not file a complaint | complaint: Complaint | unreal"]),
    ("The company declined to appeal the judgment.", &["declined to appeal the judgment | appeal: Appeal | unreal"]),
    (
        "The company failed to answer the complaint.",
        &["failed to answer the complaint | answer: Answer to the complaint | unreal"],
    ),
    ("The lawyers never filed a motion.", &["never filed a motion | motion: Motion | unreal"]),
    ("The judge isn’t expected to rule until {May}.", &["isn’t expected to rule | opinion: Ruling | unreal"]),
    ("The company has no plans to appeal the judgment.", &["plans to appeal the judgment | appeal: Appeal | unreal"]),
    (
        "When the court rules, the parties will file briefs.",
        &["rules | opinion: Ruling | unreal", "will file briefs | brief: Briefs | unreal"],
    ),
    ("The company said it would appeal the ruling.", &["would appeal the ruling | appeal: Appeal | unreal"]),
    ("She decided not to sue the hospital.", &["decided not to sue the hospital | complaint: Complaint | unreal"]),
    (
        "Lawyers for the city notified the court that they would appeal.",
        &["notified the court | notice: Notice to the court", "would appeal | appeal: Appeal | unreal"],
    ),
    ("The judge said she would rule on the motion by {June}.", &["would rule | opinion: Ruling | unreal"]),
    (
        "The company plans to appeal the ruling to the Supreme Court.",
        &["plans to appeal the ruling | appeal: Appeal to the Supreme Court | court Supreme Court | unreal"],
    ),
    ("No lawsuit was filed.", &["No lawsuit was filed | complaint: Complaint | unreal"]),
    ("The court has not ruled.", &["has not ruled | opinion: Ruling | unreal"]),
    ("The judge has yet to rule on the motion.", &["has yet to rule | opinion: Ruling | unreal"]),
    (
        "The judge could grant the injunction as early as {Friday}.",
        &["could grant the injunction | order: Order granting injunction | granted | unreal"],
    ),
    ("The trial court never entered judgment.", &["never entered judgment | judgment: Judgment | unreal"]),
    (
        "The court will hear arguments on {March 9}.",
        &["will hear arguments | hearing: Arguments | date March 9 | unreal"],
    ),
    ("Ministers will appeal against the ruling.", &["will appeal against the ruling | appeal: Appeal | unreal"]),
    (
        "The Supreme Court will hear the case in {October}.",
        &[
            "will hear the case | hearing: Hearing of the case | by Supreme Court | court Supreme Court | date October | unreal",
        ],
    ),
    (
        "Harbour Lines wants the judge to dismiss the lawsuit.",
        &["to dismiss the lawsuit | dismissal: Dismissal of the lawsuit | dismissed | unreal"],
    ),
    ("The firm denied that it had filed a lawsuit.", &["filed a lawsuit | complaint: Complaint | unreal"]),
    ("The firm might settle the lawsuit.", &["might settle the lawsuit | settlement: Settlement | settled | unreal"]),
    (
        "The judge is likely to grant the motion.",
        &["is likely to grant the motion | order: Order granting motion | granted | unreal"],
    ),
    (
        "The judge will not dismiss the case.",
        &["will not dismiss the case | dismissal: Dismissal of the case | dismissed | unreal"],
    ),
    (
        "The court should grant the motion, the lawyers argued.",
        &["should grant the motion | order: Order granting motion | granted | unreal"],
    ),
    (
        "Unless the judge grants a stay, the rule takes effect in {May}.",
        &["grants a stay | order: Order granting stay | granted | unreal"],
    ),
    (
        "Before the court rules, both sides must file briefs.",
        &["rules | opinion: Ruling | unreal", "must file briefs | brief: Briefs | unreal"],
    ),
    (
        "A potential lawsuit against Harbour Lines worries investors.",
        &[
            "A potential lawsuit against Harbour Lines | complaint: Complaint against Harbour Lines | against Harbour Lines | unreal",
        ],
    ),
    (
        "The threat of a lawsuit by Delta Works worries investors.",
        &["a lawsuit by Delta Works | complaint: Complaint | by Delta Works | unreal"],
    ),
    ("Harbour Lines to Appeal Ruling", &["to Appeal Ruling | appeal: Appeal | by Harbour Lines | unreal"]),
];
