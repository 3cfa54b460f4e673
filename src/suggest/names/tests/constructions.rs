//! One table for each way in which a text names a party.

use super::check;

#[test]
fn companies_by_their_legal_form() {
    check(&[
        ("The contract went to Brightwater Systems Inc. last year.", "company: Brightwater Systems Inc."),
        ("Halden Marine AS has filed for bankruptcy.", "company: Halden Marine AS"),
        ("A unit of Kestrel Holdings plc was searched.", "company: Kestrel Holdings plc"),
        ("It was built by Ostermann & Weiss GmbH in two years.", "company: Ostermann & Weiss GmbH"),
        ("It was built by Ostermann GmbH & Co. KG in two years.", "company: Ostermann GmbH & Co. KG"),
        ("They hired Pellworth Grange LLP to defend them.", "company: Pellworth Grange LLP"),
        ("A loan from Banco Sereno S.A. was repaid.", "company: Banco Sereno S.A."),
        ("The mill belongs to Sundara Textiles Pvt. Ltd. of Surat.", "company: Sundara Textiles Pvt. Ltd."),
        ("The ship of Kaito Lines Co., Ltd. ran aground.", "company: Kaito Lines Co., Ltd."),
        ("We asked Larkspur.com, Inc. for its books.", "company: Larkspur.com, Inc."),
        ("Northgate Corporation won.", "company: Northgate Corporation"),
        ("It sued Tremaine, Inc. in May.", "company: Tremaine, Inc."),
        ("A spokesman for Varga Oyj, the Finnish group, declined.", "company: Varga Oyj"),
        (
            "A deal with Meridian Foods Limited and Oakfield Dairy Ltd fell through.",
            "company: Meridian Foods Limited | company: Oakfield Dairy Ltd",
        ),
        ("Smith & Sons was founded in 1890 by two brothers.", "company: Smith & Sons"),
    ]);
}

#[test]
fn companies_by_what_they_do() {
    check(&[
        ("It bought Palisade Technologies for cash.", "company: Palisade Technologies"),
        ("The loan came from Harrow Bank in spring.", "company: Harrow Bank"),
        ("Shares in Tidewater Energy fell.", "company: Tidewater Energy"),
        ("A judge fined Sable Airlines on Monday.", "company: Sable Airlines"),
        ("The Ashford Herald reported it first.", "company: Ashford Herald"),
        ("Investors in Granite Peak Capital lost money.", "company: Granite Peak Capital"),
        ("A suit against 3M was settled in May.", "company: 3M"),
        ("The maker, Ilex Pharmaceuticals, appealed.", "company: Ilex Pharmaceuticals"),
    ]);
}

#[test]
fn companies_that_are_well_known() {
    check(&[
        ("A lawsuit against Google was settled.", "company: Google"),
        ("Shares of Goldman Sachs and Johnson & Johnson rose.", "company: Goldman Sachs | company: Johnson & Johnson"),
        ("It was told to the Wall Street Journal.", "company: Wall Street Journal"),
        ("AT&T and Procter & Gamble settled.", "company: AT&T | company: Procter & Gamble"),
        ("The merger with Time Warner was blocked.", "company: Time Warner"),
        ("He drives a Ford to work.", ""),
        ("She ate an apple in the amazon rain.", ""),
    ]);
}

#[test]
fn public_bodies() {
    check(&[
        ("The Department of Defense cancelled it.", "government: Department of Defense"),
        (
            "The U.S. Department of Health and Human Services sued.",
            "government: U.S. Department of Health and Human Services",
        ),
        ("A report by the Ministry of Foreign Affairs was leaked.", "government: Ministry of Foreign Affairs"),
        (
            "The Bureau of Alcohol, Tobacco, Firearms and Explosives agreed.",
            "government: Bureau of Alcohol, Tobacco, Firearms and Explosives",
        ),
        ("The Securities and Exchange Commission declined.", "government: Securities and Exchange Commission"),
        (
            "The Office of the Comptroller of the Currency objected.",
            "government: Office of the Comptroller of the Currency",
        ),
        ("It went to the Senate Committee on Armed Services.", "government: Senate Committee on Armed Services"),
        (
            "The U.S. Attorney's Office for the Southern District of New York charged him.",
            "government: U.S. Attorney's Office for the Southern District of New York",
        ),
        ("The U.S. Government Accountability Office upheld it.", "government: U.S. Government Accountability Office"),
        (
            "It is a matter for the Justice Department and the White House.",
            "government: Justice Department | government: White House",
        ),
        ("The Pentagon and Congress disagreed.", "government: Pentagon | government: Congress"),
        ("The City of Bergen owns the land.", "government: City of Bergen"),
        ("Lawyers for the State of Ohio objected.", "government: State of Ohio"),
        ("The FBI searched the offices of the SEC.", "government: FBI | government: SEC"),
        ("The Norwegian Competition Authority opened a case.", "government: Norwegian Competition Authority"),
        (
            "The Maharashtra Pollution Control Board closed the plant.",
            "government: Maharashtra Pollution Control Board",
        ),
        ("The European Commission fined it.", "government: European Commission"),
        ("The Thames Valley Police seized the car.", "government: Thames Valley Police"),
    ]);
}

#[test]
fn bodies_that_are_called_after_a_place() {
    check(&[
        ("The Port of Eastwick appealed.", "government: Port of Eastwick"),
        ("the Port of Eastwick appealed", "government: Port of Eastwick"),
        ("It sued the Port of Los Angeles in May.", "government: Port of Los Angeles"),
        ("A bid for the Harbour of Skarvik was late.", "government: Harbour of Skarvik"),
        ("A bid for the Harbor of Tessel was late.", "government: Harbor of Tessel"),
        ("The Port Authority of Eastwick objected.", "government: Port Authority of Eastwick"),
        ("The City of Eastwick objected.", "government: City of Eastwick"),
        ("The City and County of Eastwick objected.", "government: City and County of Eastwick"),
        ("The County of Marlow objected.", "government: County of Marlow"),
        ("The Borough of Tessel objected.", "government: Borough of Tessel"),
        ("The Town of Marlow objected.", "government: Town of Marlow"),
        ("The Village of Marlow Heights objected.", "government: Village of Marlow Heights"),
        ("The Township of Marlow objected.", "government: Township of Marlow"),
        ("The Parish of Marlow objected.", "government: Parish of Marlow"),
        ("The State of Marlovia objected.", "government: State of Marlovia"),
        ("The Province of Tessel objected.", "government: Province of Tessel"),
        ("The Commonwealth of Massachusetts objected.", "government: Commonwealth of Massachusetts"),
        ("The Republic of Ghana objected.", "government: Republic of Ghana"),
        ("The Kingdom of Norway objected.", "government: Kingdom of Norway"),
        ("The Municipality of Skarvik objected.", "government: Municipality of Skarvik"),
        ("The University of Eastwick objected.", "other: University of Eastwick"),
        ("The Bank of Eastwick objected.", "company: Bank of Eastwick"),
        ("The Church of Eastwick objected.", "other: Church of Eastwick"),
        ("The Museum of Modern Art objected.", "other: Museum of Modern Art"),
        ("The College of Marlow objected.", "other: College of Marlow"),
        ("The Diocese of Marlow objected.", "other: Diocese of Marlow"),
        (
            "The Port of Eastwick (POE) lost. The POE left.",
            "government: Port of Eastwick = POE (acronym) | government: Port of Eastwick",
        ),
        ("Port of Eastwick v. Tessel Lines Inc.", "government: Port of Eastwick | company: Tessel Lines Inc."),
        ("The port of Eastwick was closed by ice.", ""),
        ("It reached a port of call in the city of Eastwick.", ""),
        ("In a State of Emergency nothing moves.", ""),
        ("The Bridge of Sighs and the Lake of Tessel froze.", ""),
        ("The Isle of Tessel froze.", ""),
    ]);
}

#[test]
fn bodies_of_other_kinds() {
    check(&[
        ("A study by the University of Oslo was cited.", "other: University of Oslo"),
        ("The Harwell Institute of Technology holds the patent.", "other: Harwell Institute of Technology"),
        ("The American Civil Liberties Union intervened.", "other: American Civil Liberties Union"),
        ("The Lindqvist Foundation paid for it.", "other: Lindqvist Foundation"),
        ("The International Brotherhood of Boatmen struck.", "other: International Brotherhood of Boatmen"),
        ("Nurses at St. Brendan Hospital testified.", "other: St. Brendan Hospital"),
        ("He spoke for the World Health Organization and NATO.", "other: World Health Organization | other: NATO"),
        ("The Labour Party and Hamas were mentioned.", "other: Labour Party | other: Hamas"),
    ]);
}

#[test]
fn courts() {
    check(&[
        (
            "The U.S. District Court for the District of Columbia ruled.",
            "court: U.S. District Court for the District of Columbia",
        ),
        ("The Supreme Court will hear it.", "court: Supreme Court"),
        ("It is before the Court of Federal Claims.", "court: Court of Federal Claims"),
        (
            "The U.S. Court of Appeals for the Ninth Circuit reversed.",
            "court: U.S. Court of Appeals for the Ninth Circuit",
        ),
        ("The 9th Circuit Court of Appeals reversed.", "court: 9th Circuit Court of Appeals"),
        ("The 11th Circuit affirmed.", "court: 11th Circuit"),
        ("The Federal Circuit affirmed.", "court: Federal Circuit"),
        ("The Delhi High Court stayed the order.", "court: Delhi High Court"),
        ("The Oslo District Court will hear the case.", "court: Oslo District Court"),
        ("The High Court of Justice refused.", "court: High Court of Justice"),
        ("The European Court of Human Rights found a breach.", "court: European Court of Human Rights"),
        ("A judge of the Delaware Court of Chancery disagreed.", "court: Delaware Court of Chancery"),
        ("The Employment Appeal Tribunal allowed it.", "court: Employment Appeal Tribunal"),
        (
            "The Superior Court of California, County of Orange, ruled.",
            "court: Superior Court of California, County of Orange",
        ),
        ("Family Court, Kings County", "court: Family Court, Kings County"),
        ("SUPERIOR COURT OF THE STATE OF WASHINGTON", "court: SUPERIOR COURT OF THE STATE OF WASHINGTON"),
        ("In The High Court Of Karnataka At Bengaluru", "court: High Court Of Karnataka At Bengaluru"),
        ("The National Company Law Tribunal admitted it.", "court: National Company Law Tribunal"),
        ("The Bundesgerichtshof and the Oslo tingrett agreed.", "court: Bundesgerichtshof | court: Oslo tingrett"),
        ("The case was filed in the Northern District of California.", "court: Northern District of California"),
        ("The Court then rose.", ""),
        ("A court in Lyon will decide, and the trial court did.", ""),
        ("The tennis court is closed.", ""),
    ]);
}

#[test]
fn judges() {
    check(&[
        ("Judge Marta Ellingsen-Roe refused.", "person!: Marta Ellingsen-Roe"),
        ("Justice Okafor dissented.", "person!: Okafor"),
        ("Chief Justice Alan Pemberton wrote for the majority.", "person!: Alan Pemberton"),
        ("U.S. District Judge Renata Holloway presided.", "person!: Renata Holloway"),
        ("U.S. Magistrate Judge T. R. Voss heard it.", "person!: T. R. Voss"),
        ("The order of Hon. Lucille Barnaby stands.", "person!: Lucille Barnaby"),
        ("The Hon'ble Mr. Justice K. V. Raghunathan", "person!: K. V. Raghunathan"),
        ("Anjali Deshpande, J.", "person!: Anjali Deshpande"),
        ("Mr. Justice N.V. Subbarao heard it.", "person!: N.V. Subbarao"),
        ("Before Justice C.V. Kulkarni and others.", "person!: C.V. Kulkarni"),
        ("Ushma Waghmare Desai, J", "person!: Ushma Waghmare Desai"),
        ("In the Court of Ms. Leela Fernando it was heard.", "person: Leela Fernando"),
        ("So held Tremlett LJ in the appeal.", "person!: Tremlett"),
        ("Judges disagreed, and so did the Justice Department.", "government: Justice Department"),
        ("The Judge was late.", ""),
    ]);
}

#[test]
fn persons_with_titles() {
    check(&[
        ("Mr. Abernathy denied it.", "person: Abernathy"),
        ("Ms. Ines Caldeira and Dr. Wu testified.", "person: Ines Caldeira | person: Wu"),
        ("Sen. Ruth Talbot asked why.", "person: Ruth Talbot"),
        ("Mr. Parish and Ms. Ward denied it.", "person: Parish | person: Ward"),
        ("President Lindgren signed it.", "person: Lindgren"),
        ("Secretary of Defense Carl Brandt recused himself.", "person: Carl Brandt"),
        ("Texas Attorney General Dale Hutchins sued.", "person: Dale Hutchins"),
        ("CEO Priya Raman resigned.", "person: Priya Raman"),
        ("Its lawyer, attorney Gunnar Moe, declined.", "person: Gunnar Moe"),
        ("Chief Executive Officer Hal Dunmore left.", "person: Hal Dunmore"),
        ("Police Commissioner Omar Haddad spoke.", "person: Omar Haddad"),
        ("The Prime Minister and the Attorney General met.", ""),
        ("The President will speak.", ""),
        ("Shri Rameshwar Dayal appeared.", "person: Rameshwar Dayal"),
    ]);
}

#[test]
fn persons_without_titles() {
    check(&[
        ("It was signed by Elena Markovic.", "person: Elena Markovic"),
        ("J. Edgar Whitcombe wrote it.", "person: J. Edgar Whitcombe"),
        ("Thomas van der Meer and Ludwig von Arnim met.", "person: Thomas van der Meer | person: Ludwig von Arnim"),
        ("Ahmed al-Rashid was arrested.", "person: Ahmed al-Rashid"),
        ("Sean O'Malley said no.", "person: Sean O'Malley"),
        ("Martin Delacroix Jr. and Henry Tudor III signed.", "person: Martin Delacroix Jr. | person: Henry Tudor III"),
        ("A lawyer for Maria de la Cruz objected.", "person: Maria de la Cruz"),
        ("George W. Tanner left.", "person: George W. Tanner"),
        ("S.K.Banerjee appeared.", "person: S.K.Banerjee"),
        ("Mary-Ann Kowalczyk wept.", "person: Mary-Ann Kowalczyk"),
        ("Kirsten said that Pedro knew.", "person: Kirsten | person: Pedro"),
        ("In it, Svetlana Petrovna Orlova is named.", "person: Svetlana Petrovna Orlova"),
        ("John Key spoke first.", "person: John Key"),
    ]);
}

#[test]
fn names_that_only_the_sentence_tells() {
    check(&[
        ("Zorander said that it would appeal.", ": Zorander"),
        ("A complaint against Quillmark was filed.", ": Quillmark"),
        ("It was filed by Quillmark in May.", ": Quillmark"),
        ("A spokesman for Quillmark declined.", ": Quillmark"),
        ("According to Quillmark, it is late.", ": Quillmark"),
        ("Then Quillmark, which makes pumps, closed.", ": Quillmark"),
        ("Then Thessaly Brixton, who makes pumps, left.", "person: Thessaly Brixton"),
        ("Then Thessaly Brixton, a lawyer for the group, left.", "person: Thessaly Brixton"),
        ("Then Thessaly Brixton, 42, left.", "person: Thessaly Brixton"),
        ("The attorney Brixton left.", "person: Brixton"),
        ("The plaintiff Brixton left.", "person: Brixton"),
        ("They met Quillmark on the way.", ""),
        ("They live in Upper Thessaly.", ""),
    ]);
}

#[test]
fn sides_of_a_case() {
    check(&[
        ("In Harlow v. Pruitt the rule was set.", ": Harlow | : Pruitt"),
        ("In Parish v. Ward the rule was set.", ": Parish | : Ward"),
        ("Harlow vs. Pruitt", ": Harlow | : Pruitt"),
        (
            "See Bexley Ltd. v. Commissioner of Customs, decided in May.",
            "company: Bexley Ltd. | government: Commissioner of Customs",
        ),
        ("United States v. Tomkins", "government: United States | : Tomkins"),
        ("State of Kerala Vs. Rajan Pillai", "government: State of Kerala | person: Rajan Pillai"),
        ("Brown v. Board of Education", ": Brown | government: Board of Education"),
        ("Tilak Wines ..... Petitioner", "company: Tilak Wines"),
        ("Unmesh Gawande                … Appellant", ": Unmesh Gawande"),
    ]);
}

#[test]
fn other_names_behind_a_name() {
    check(&[
        ("Meridian Data Services (MDS) won.", "company: Meridian Data Services = MDS (acronym)"),
        ("Northgate Corporation (NASDAQ: NGTE) won.", "company: Northgate Corporation NASDAQ NGTE"),
        ("Northgate Corp. (NYSE: NGT.A; LSE: NGTL) won.", "company: Northgate Corp. NYSE NGT.A LSE NGTL"),
        ("the Department of Homeland Security (DHS)", "government: Department of Homeland Security = DHS (acronym)"),
        ("the Department of Defense (DoD)", "government: Department of Defense = DoD (acronym)"),
        ("Zephyr Widgets Inc. (“Zephyr”) won.", "company: Zephyr Widgets Inc. = Zephyr (short)"),
        ("Zephyr Widgets Inc. (the \"Company\") won.", "company: Zephyr Widgets Inc. = Company (short)"),
        ("Zephyr Widgets Inc. (formerly Breeze Toys) won.", "company: Zephyr Widgets Inc. = Breeze Toys (former)"),
        (
            "Zephyr Widgets Inc. (f/k/a Breeze Toys Ltd.) won.",
            "company: Zephyr Widgets Inc. = Breeze Toys Ltd. (former)",
        ),
        (
            "Zephyr Widgets Inc. (“Zephyr” or “ZWI”) won.",
            "company: Zephyr Widgets Inc. = Zephyr (short) = ZWI (acronym)",
        ),
        ("Amber River Trust, or ART, won.", "company: Amber River Trust = ART (acronym)"),
        ("Ruth Talbot (Ohio) left.", "person: Ruth Talbot"),
        ("Zephyr Widgets Inc. (pictured) won.", "company: Zephyr Widgets Inc."),
        ("Zephyr Widgets Inc. (", "company: Zephyr Widgets Inc."),
        ("Zephyr Widgets Inc. (NASDAQ:)", "company: Zephyr Widgets Inc."),
    ]);
}

#[test]
fn what_was_introduced_is_known_by_its_short_form() {
    check(&[
        ("Elena Markovic sued. Markovic lost.", "person: Elena Markovic | person: Elena Markovic"),
        ("Judge Marta Roe-Lund ruled. Roe-Lund was brief.", "person!: Marta Roe-Lund | person!: Marta Roe-Lund"),
        (
            "Elena Markovic sued. Mr. Tan and Ms. Markovic met.",
            "person: Elena Markovic | person: Tan | person: Elena Markovic",
        ),
        (
            "Palisade Technologies Inc. lost. Then Palisade Technologies left.",
            "company: Palisade Technologies Inc. | company: Palisade Technologies Inc.",
        ),
        (
            "Palisade Technologies Inc. lost. Then Palisade left.",
            "company: Palisade Technologies Inc. | company: Palisade Technologies Inc.",
        ),
        (
            "The Tidal Research Agency (TRA) lost. The TRA left.",
            "government: Tidal Research Agency = TRA (acronym) | government: Tidal Research Agency",
        ),
        (
            "Microsoft Corporation won. Microsoft left.",
            "company: Microsoft Corporation | company: Microsoft Corporation",
        ),
        ("Amazon Web Services lost. Amazon left.", "company: Amazon Web Services | company: Amazon"),
        (
            "Elena Markovic and Pavel Markovic met. Markovic said so.",
            "person: Elena Markovic | person: Pavel Markovic | : Markovic",
        ),
        (
            "Thomas van der Meer sued. Then van der Meer left.",
            "person: Thomas van der Meer | person: Thomas van der Meer",
        ),
        ("Markovic was there.", ""),
    ]);
}

#[test]
fn what_is_no_party() {
    check(&[
        ("However, the weather was fine. The end came soon.", ""),
        ("On Monday, May 4, it rained in Paris.", ""),
        ("The Clean Air Act and the First Amendment apply.", ""),
        ("World War II ended before Christmas.", ""),
        ("They live on Maple Street near Lake Orta.", ""),
        ("American and French officials met in Geneva.", ""),
        ("Prosecutors said so. Officials denied it.", ""),
        ("I think I can. A year later I could.", ""),
        ("See Section 5 and Exhibit B.", ""),
        ("Write to jane.Doe@Example.org or see www.Example.com/Help.", ""),
        ("Washington said nothing, and Ohio did.", ""),
        ("Yesterday Researchers found it.", ""),
        ("KEY FACTS AND FIGURES OF THE YEAR", ""),
        ("What We Know About The Storm", ""),
        ("Hurricane Olga came near.", ""),
        ("He watched the film Broken Arrow.", ""),
        ("the company, the court, the judge and the department", ""),
        ("Dear Sir or Madam", ""),
        ("Best Regards", ""),
        ("We Are Here To Help You", ""),
    ]);
}

#[test]
fn headings() {
    check(&[
        ("Judge Blocks Pentagon Contract In Win For Amazon", "government: Pentagon | company: Amazon"),
        ("Elena Markovic Wins Appeal Against Harrow Bank", "person: Elena Markovic | company: Harrow Bank"),
        ("Supreme Court Rules Against Google", "court: Supreme Court | company: Google"),
        ("COURT DISMISSES SUIT AGAINST NORTHGATE CORPORATION", "company: NORTHGATE CORPORATION"),
        ("What Broken Promises Mean For The Valley", ""),
    ]);
}

#[test]
fn lines_and_typography() {
    check(&[
        ("A long line that was wrapped because it was long names Elena\nMarkovic, who sued.", "person: Elena Markovic"),
        ("The end of a paragraph is no place for Elena\n\nMarkovic", "person: Elena"),
        ("Elena Markovic’s lawyer and Harrow Bank's lawyer met.", "person: Elena Markovic | company: Harrow Bank"),
        ("“Harrow Bank” (in quotes)", "company: Harrow Bank"),
        ("Élodie Durand-Cœur met Bjørn Åkesson.", ": Élodie Durand-Cœur | person: Bjørn Åkesson"),
        ("An Oslo-based company and a Microsoft-owned one.", "company: Microsoft"),
    ]);
}
