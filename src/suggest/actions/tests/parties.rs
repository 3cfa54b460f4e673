//! What parties did: suits, filings, motions, settlements.

use super::Row;

pub(super) const PARTIES: &[Row] = &[
    (
        "Amazon sued the Pentagon on {Friday}.",
        &["sued the Pentagon | complaint: Complaint against the Pentagon | by Amazon | against Pentagon | date Friday"],
    ),
    (
        "Amazon was sued by the Federal Trade Commission in {September}.",
        &[
            "was sued | complaint: Complaint against Amazon | by Federal Trade Commission | against Amazon | date September",
        ],
    ),
    (
        "On {Friday}, Harbour Lines filed a lawsuit against the Port Authority in the U.S. District Court for the District of Oregon.",
        &[
            "filed a lawsuit against the Port Authority | complaint: Complaint against the Port Authority | by Harbour Lines | against Port Authority | court U.S. District Court for the District of Oregon | date Friday",
        ],
    ),
    (
        "Harbour Lines filed a bid protest with the GAO on {August 6}.",
        &["filed a bid protest | protest: Bid protest | by Harbour Lines | court GAO | date August 6"],
    ),
    (
        "Oracle filed suit on {December 6, 2018}, about three weeks after the Government Accountability Office denied its protest.",
        &[
            "filed suit | complaint: Complaint | by Oracle | date December 6, 2018",
            "denied its protest | opinion: Decision denying protest | denied | by Government Accountability Office",
        ],
    ),
    (
        "Microsoft moved to dismiss the complaint on {March 3}.",
        &["moved to dismiss the complaint | motion: Motion to dismiss the complaint | by Microsoft | date March 3"],
    ),
    (
        "Defendants moved for summary judgment, and the court granted it.",
        &["moved for summary judgment | motion: Motion for summary judgment"],
    ),
    (
        "Government lawyers asked the Court of Federal Claims for a voluntary remand.",
        &[
            "asked the Court of Federal Claims for a voluntary remand | motion: Motion for a voluntary remand | court Court of Federal Claims",
        ],
    ),
    (
        "Amazon filed a motion for a preliminary injunction.",
        &["filed a motion for a preliminary injunction | motion: Motion for a preliminary injunction | by Amazon"],
    ),
    (
        "The company asked the court to throw out the case.",
        &["asked the court to throw out the case | motion: Motion to throw out the case"],
    ),
    (
        "Intel settled the lawsuit with the regulator for $1 million.",
        &["settled the lawsuit | settlement: Settlement | settled | by Intel"],
    ),
    (
        "The two companies reached a settlement in the patent lawsuit on {May 1}.",
        &["reached a settlement | settlement: Settlement | settled | date May 1"],
    ),
    (
        "Google answered the complaint on {April 4}.",
        &["answered the complaint | answer: Answer to the complaint | by Google | date April 4"],
    ),
    (
        "The Justice Department replied in a brief that the claim is baseless.",
        &["replied in a brief | brief: Brief | by Justice Department"],
    ),
    (
        "Amazon's lawsuit against Microsoft is before Judge Brown.",
        &[
            "Amazon's lawsuit against Microsoft | complaint: Complaint against Microsoft | by Amazon | against Microsoft",
        ],
    ),
    (
        "The complaint was filed under seal in the U.S. Court of Federal Claims on {Friday}.",
        &[
            "The complaint was filed under seal | complaint: Complaint | court U.S. Court of Federal Claims | date Friday",
        ],
    ),
    (
        "Amazon Web Services took the United States to court on {Friday} over the award.",
        &[
            "took the United States to court | complaint: Complaint against the United States | by Amazon Web Services | against United States | date Friday",
        ],
    ),
    (
        "Amazon Web Services went to court in {November} to have the choice undone.",
        &["went to court | complaint: Complaint | by Amazon Web Services | date November"],
    ),
    (
        "Oracle America protested on {August 6}, less than two weeks after the Pentagon issued its request for proposals; the GAO denied it.",
        &["protested | protest: Protest | by Oracle America | date August 6"],
    ),
    (
        "The lawsuit began in {May}. Oracle withdrew its protest on {July 3}.",
        &["withdrew its protest | notice: Withdrawal of the protest | withdrawn | by Oracle | date July 3"],
    ),
    (
        "Microsoft, which joined the case in {November} on the government's side, supports the award.",
        &["joined the case | motion: Motion to intervene | by Microsoft | date November"],
    ),
    (
        "Harbour Lines asked the judge for an extension. It sued in {May}.",
        &[
            "asked the judge for an extension | motion: Motion for an extension | by Harbour Lines",
            "sued | complaint: Complaint | date May",
        ],
    ),
    (
        "The petitioner moved the Delhi High Court challenging the tender.",
        &["moved the Delhi High Court | complaint: Petition | court Delhi High Court"],
    ),
    (
        "Harbour Power approached the Bombay High Court against the Coastal Authority.",
        &[
            "approached the Bombay High Court | complaint: Petition | by Harbour Power | against Coastal Authority | court Bombay High Court",
        ],
    ),
    (
        "Prosecutors charged the trader with fraud in {May}.",
        &["charged the trader with fraud | complaint: Charges of fraud | date May"],
    ),
    (
        "A grand jury indicted Mark Vane on {Thursday}.",
        &["indicted Mark Vane | complaint: Indictment | against Mark Vane | date Thursday"],
    ),
    (
        "Vane pleaded guilty to two counts of wire fraud on {June 3}.",
        &["pleaded guilty to two counts of wire fraud | other: Guilty plea | by Vane | date June 3"],
    ),
    (
        "Vane was indicted in {May} by a federal grand jury.",
        &["was indicted | complaint: Indictment | against Vane | date May"],
    ),
    (
        "Ten states joined the lawsuit against Harbour Lines in {April}.",
        &["joined the lawsuit against Harbour Lines | motion: Motion to intervene | date April"],
    ),
    (
        "Microsoft intervened in the case in {November}.",
        &["intervened in the case | motion: Motion to intervene | by Microsoft | date November"],
    ),
    (
        "Harbour Lines dropped its lawsuit against the port on {Friday}.",
        &[
            "dropped its lawsuit against the port | notice: Withdrawal of the lawsuit against the port | withdrawn | by Harbour Lines | date Friday",
        ],
    ),
    ("The union agreed to settle the case for $3 million.", &["settle the case | settlement: Settlement | settled"]),
    ("The parties settled out of court.", &["settled | settlement: Settlement | settled"]),
    (
        "Harbour Lines filed an amended complaint on {May 7}.",
        &["filed an amended complaint | complaint: Amended complaint | by Harbour Lines | date May 7"],
    ),
    (
        "Harbour Lines amended its complaint in {July}.",
        &["amended its complaint | complaint: Amended complaint | by Harbour Lines | date July"],
    ),
    (
        "Harbour Lines filed an emergency motion to stay the ruling.",
        &[
            "filed an emergency motion to stay the ruling | motion: Emergency motion to stay the ruling | by Harbour Lines",
        ],
    ),
    (
        "The lawsuit, filed in {March} in federal court in Boston, accuses the bank of fraud.",
        &["The lawsuit, filed | complaint: Complaint | date March"],
    ),
    (
        "A lawsuit filed by Harbour Lines against the city was thrown out on {Monday}.",
        &[
            "A lawsuit filed | complaint: Complaint | by Harbour Lines",
            "was thrown out | dismissal: Dismissal of the lawsuit | dismissed | date Monday",
        ],
    ),
    (
        "In a motion filed on {Thursday, March 12}, government lawyers asked the Court of Federal Claims for a voluntary remand.",
        &[
            "asked the Court of Federal Claims for a voluntary remand | motion: Motion for a voluntary remand | court Court of Federal Claims | date Thursday, March 12",
        ],
    ),
    (
        "Harbour Lines is suing the city in federal court for $3 million.",
        &["suing the city | complaint: Complaint | by Harbour Lines"],
    ),
    (
        "Harbour Lines has sued Delta Works and the Port of Oslo.",
        &[
            "sued Delta Works and the Port of Oslo | complaint: Complaint against Delta Works and the Port of Oslo | by Harbour Lines | against Delta Works, Port of Oslo",
        ],
    ),
    (
        "Harbour Lines Sues Port Authority Over Fees",
        &[
            "Sues Port Authority | complaint: Complaint against Port Authority | by Harbour Lines | against Port Authority",
        ],
    ),
    (
        "The government opposed the motion in a filing on {Monday}.",
        &["opposed the motion | brief: Opposition to the motion | date Monday"],
    ),
    (
        "Harbour Lines responded to the lawsuit on {Monday}.",
        &["responded to the lawsuit | answer: Answer to the lawsuit | by Harbour Lines"],
    ),
    (
        "Harbour Lines filed its answer to the complaint on {Monday}.",
        &["filed its answer to the complaint | answer: Answer to the complaint | by Harbour Lines | date Monday"],
    ),
    (
        "Delta Works filed a counterclaim against Harbour Lines.",
        &[
            "filed a counterclaim against Harbour Lines | complaint: Counterclaim against Harbour Lines | by Delta Works | against Harbour Lines",
        ],
    ),
    (
        "Harbour Lines filed a brief in support of its motion.",
        &["filed a brief in support of its motion | brief: Brief in support of its motion | by Harbour Lines"],
    ),
    (
        "Harbour Lines filed for bankruptcy protection in {May}.",
        &["filed for bankruptcy protection | other: Bankruptcy petition | by Harbour Lines | date May"],
    ),
    (
        "Harbour Lines filed for an injunction in the High Court.",
        &["filed for an injunction | motion: Motion for an injunction | by Harbour Lines | court High Court"],
    ),
    (
        "Harbour Lines sought a temporary restraining order.",
        &["sought a temporary restraining order | motion: Motion for a temporary restraining order | by Harbour Lines"],
    ),
    (
        "The company applied for leave to appeal to the Supreme Court.",
        &["applied for leave to appeal | motion: Motion for leave to appeal | court Supreme Court"],
    ),
    (
        "The suit that Amazon Web Services had brought against the United States in {2019} was dismissed.",
        &[
            "brought against the United States | complaint: Complaint against the United States | by Amazon Web Services | against United States | date 2019",
            "was dismissed | dismissal: Dismissal of the suit | dismissed | date 2019",
        ],
    ),
    (
        "Frau Müller sued Société Générale in {2018}.",
        &[
            "sued Société Générale | complaint: Complaint against Société Générale | by Frau Müller | against Société Générale | date 2018",
        ],
    ),
    (
        "Zürich-based Møller Holding was sued by Ørsted in {May}.",
        &["was sued | complaint: Complaint against Møller Holding | by Ørsted | against Møller Holding | date May"],
    ),
    (
        "The Madras High Court issued notice to the state.",
        &["issued notice | notice: Notice | by Madras High Court | court Madras High Court"],
    ),
    (
        "A PIL was filed in the Kerala High Court against the dam.",
        &["A PIL was filed | complaint: PIL | court Kerala High Court"],
    ),
    (
        "The CBI filed a chargesheet against Ravi Menon in {March}.",
        &[
            "filed a chargesheet against Ravi Menon | complaint: Chargesheet against Ravi Menon | by CBI | against Ravi Menon | date March",
        ],
    ),
    (
        "The Financial Conduct Authority dropped its case against Harbour Bank on {Tuesday}.",
        &[
            "dropped its case against Harbour Bank | notice: Withdrawal of the case against Harbour Bank | withdrawn | by Financial Conduct Authority | date Tuesday",
        ],
    ),
    ("The union is taking the city to court.", &["taking the city to court | complaint: Complaint"]),
    (
        "The union launched legal action against the city in {June}.",
        &["launched legal action against the city | complaint: Complaint | date June"],
    ),
    (
        "The union began legal proceedings against the city.",
        &["began legal proceedings against the city | complaint: Complaint"],
    ),
    ("Residents challenged the permit in court.", &["challenged the permit in court | complaint: Complaint"]),
    (
        "The petition, which was filed in {June}, was dismissed as moot.",
        &[
            "The petition, which was filed | complaint: Petition | date June",
            "was dismissed as moot | dismissal: Dismissal of the petition | moot",
        ],
    ),
    ("The lawsuit has been settled.", &["The lawsuit has been settled | settlement: Settlement | settled"]),
    ("The case was settled out of court.", &["The case was settled | settlement: Settlement | settled"]),
    (
        "Harbour Lines agreed to pay $4 million to settle a lawsuit brought by Delta Works.",
        &[
            "to settle a lawsuit | settlement: Settlement | settled | by Harbour Lines",
            "brought by Delta Works | complaint: Complaint | by Delta Works",
        ],
    ),
    (
        "Harbour Lines and Delta Works reached a settlement of the lawsuit on {Friday}.",
        &["reached a settlement | settlement: Settlement | settled | by Harbour Lines, Delta Works | date Friday"],
    ),
    ("Reed pleaded not guilty.", &["pleaded not guilty | other: Plea of not guilty | by Reed"]),
    (
        "Reed was charged with fraud by prosecutors in {May}.",
        &["was charged with fraud | complaint: Charges of fraud | against Reed | date May"],
    ),
    (
        "The grand jury returned an indictment against Reed.",
        &["an indictment against Reed | complaint: Indictment against Reed | against Reed"],
    ),
    ("The plaintiffs filed a reply brief on {May 3}.", &["filed a reply brief | brief: Reply brief | date May 3"]),
    (
        "The state filed an opposition to the motion.",
        &["filed an opposition to the motion | brief: Opposition to the motion"],
    ),
    ("The NGO filed an amicus brief in the case.", &["filed an amicus brief | brief: Amicus brief | by NGO"]),
    (
        "The defendants answered the lawsuit on {May 3}.",
        &["answered the lawsuit | answer: Answer to the lawsuit | date May 3"],
    ),
    (
        "Harbour Lines withdrew its motion to dismiss.",
        &[
            "withdrew its motion to dismiss | notice: Withdrawal of the motion to dismiss | withdrawn | by Harbour Lines",
        ],
    ),
    (
        "Harbour Lines moved to compel arbitration, a court filing shows.",
        &["moved to compel arbitration | motion: Motion to compel arbitration | by Harbour Lines"],
    ),
    (
        "Harbour Lines moved for a stay of the order.",
        &["moved for a stay of the order | motion: Motion for a stay of the order | by Harbour Lines"],
    ),
    (
        "Harbour Lines petitioned the court for a rehearing.",
        &["petitioned the court for a rehearing | motion: Motion for a rehearing | by Harbour Lines"],
    ),
    (
        "Harbour Lines requested an injunction on {May 3}.",
        &["requested an injunction | motion: Motion for an injunction | by Harbour Lines | date May 3"],
    ),
    (
        "Delta Works' complaint against Harbour Lines, filed in {May}, seeks damages.",
        &[
            "Delta Works' complaint against Harbour Lines | complaint: Complaint against Harbour Lines | by Delta Works | against Harbour Lines",
        ],
    ),
    (
        "Delta Works, Harbour Lines and the Port of Oslo sued the ministry on {Monday}.",
        &["sued the ministry | complaint: Complaint | by Delta Works, Harbour Lines, Port of Oslo | date Monday"],
    ),
    ("The ministry was sued on {Monday}.", &["was sued | complaint: Complaint | date Monday"]),
    (
        "Harbour Lines is being sued by Delta Works.",
        &["is being sued | complaint: Complaint against Harbour Lines | by Delta Works | against Harbour Lines"],
    ),
];
