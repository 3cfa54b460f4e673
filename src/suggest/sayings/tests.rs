use super::*;

/// A text with the words in brackets; the mode, and who says so, nearest first.
const CASES: &[(&str, &str)] = &[
    ("The port said [the bridge was unsafe].", "reported: The port"),
    ("The bridge was [unsafe], Harbour Lines said.", "reported: Harbour Lines"),
    ("The bridge was [unsafe], said Maria Lopez, a spokeswoman for the port.", "reported: Maria Lopez"),
    ("“The bridge was [unsafe],” said a spokesperson.", "reported: a spokesperson"),
    ("“The bridge was [unsafe],” Maria Lopez said.", "reported: Maria Lopez"),
    ("“The bridge,” Maria Lopez said, “was [unsafe].”", "reported: Maria Lopez"),
    ("According to Harbour Lines, [the bridge was unsafe].", "reported: Harbour Lines"),
    ("[The bridge was unsafe], according to a filing by Harbour Lines.", "argued: Harbour Lines"),
    ("[The bridge was unsafe], according to the complaint.", "alleged: the complaint"),
    (
        "[The bridge was unsafe], according to two people familiar with the matter.",
        "reported: two people familiar with the matter",
    ),
    ("[The bridge was unsafe], according to court documents.", "reported: court documents"),
    (
        "A spokesperson for the Navy said, citing the filing, that [the bridge was unsafe].",
        "reported: Navy < the filing",
    ),
    (
        "The Harbour Post reported that Delta Works said [the bridge was unsafe].",
        "reported: Delta Works < Harbour Post",
    ),
    ("Delta Works alleges that [the bridge was unsafe].", "alleged: Delta Works"),
    ("Delta Works claims [the bridge was unsafe].", "alleged: Delta Works"),
    ("Delta Works accused the port of [hiding the report].", "alleged: Delta Works"),
    ("The lawsuit alleges that [the bridge was unsafe].", "alleged: The lawsuit"),
    ("Delta Works argued that [the bridge was unsafe].", "argued: Delta Works"),
    ("Delta Works contends [the bridge was unsafe].", "argued: Delta Works"),
    ("Delta Works said in a court filing that [the bridge was unsafe].", "argued: Delta Works"),
    ("In its complaint, Delta Works says [the bridge was unsafe].", "alleged: Delta Works"),
    ("Delta Works told the court that [the bridge was unsafe].", "argued: Delta Works"),
    ("The judge ruled that [the bridge was unsafe].", "ruled: The judge"),
    ("Judge Lena Ortiz held that [the bridge was unsafe].", "ruled: Lena Ortiz"),
    ("The bridge was [unsafe], wrote Judge Lena Ortiz.", "ruled: Lena Ortiz"),
    ("The inspectors found that [the bridge was unsafe].", "reported: The inspectors"),
    ("The court ordered the port to [close the bridge by May 4].", "ordered: The court"),
    ("The port expects [to close the bridge by May 4].", "expected: The port"),
    ("The port plans to close the bridge [by May 4].", "expected:"),
    ("The bridge will [close on May 4].", "expected:"),
    ("The bridge is due to close [on May 4].", "expected:"),
    ("The bridge is expected to close [on May 4].", "expected:"),
    ("The bridge [closed on May 4].", "reported:"),
    ("Maria Lopez arrived late. She said [the bridge was unsafe].", "reported: Maria Lopez"),
    ("Delta Works told Reuters that [the bridge was unsafe].", "reported: Delta Works"),
    ("Maria Lopez, who runs the port, said [the bridge was unsafe].", "reported: Maria Lopez"),
    ("The bridge was allegedly [unsafe].", "alleged:"),
    ("Delta Works said it would [appeal].", "expected: Delta Works"),
    ("Delta Works said the bridge was unsafe, but [the port closed the road].", "reported:"),
    ("Delta Works said the bridge was unsafe; [the port closed the road].", "reported:"),
    ("Oracle, which said it would appeal, [lost the case].", "reported:"),
    ("The bridge, the company said, [was unsafe].", "reported: the company"),
    ("“We did what we could,” said Maria Lopez. “[The bridge was unsafe].”", "reported: Maria Lopez"),
    ("“[The bridge was unsafe]. We closed it,” Maria Lopez said.", "reported: Maria Lopez"),
    ("As the Harbour Wire first reported, [the bridge was unsafe].", "reported: Harbour Wire"),
    ("[The bridge was unsafe], as the Harbour Wire first reported.", "reported: Harbour Wire"),
    ("Prosecutors say [the bridge was unsafe].", "reported: Prosecutors"),
    ("People briefed on the plan say [the bridge was unsafe].", "reported: People briefed on the plan"),
    ("[The bridge was unsafe], people briefed on the plan say.", "reported: people briefed on the plan"),
    ("Oracle's claim that [the bridge was unsafe] failed.", "alleged: Oracle"),
    ("It is alleged that [the bridge was unsafe].", "alleged:"),
    ("The order requires the port to pay [$4 million].", "ordered: The order"),
    ("Lawyers for Delta Works argued on Monday that [the bridge was unsafe].", "argued: Delta Works"),
    ("The minister denied that [the bridge was unsafe].", "reported: The minister"),
    ("The minister denied [the report].", "reported:"),
    ("The Court of Federal Claims closed [the road].", "reported:"),
    ("The port's lawyers said in a brief filed on Friday that [the bridge was unsafe].", "argued: The port's lawyers"),
    ("The company's chief executive, Anna Berg, told reporters [the bridge was unsafe].", "reported: Anna Berg"),
    ("“[The bridge was unsafe],” the judge wrote in a 20-page opinion.", "ruled: the judge"),
    ("“[The bridge was unsafe],” Ortiz wrote.", "reported: Ortiz"),
    ("In a statement, the ministry said [the bridge was unsafe].", "reported: the ministry"),
    ("The High Court observed that [the tender was unfair].", "ruled: High Court"),
    ("The bench directed the state to [pay the farmers].", "ordered: The bench"),
    ("Counsel for the petitioner submitted that [the tender was unfair].", "argued: Counsel"),
    ("The European Commission said on Tuesday [it would appeal].", "expected: European Commission"),
    ("The General Court found that [the Commission had erred].", "ruled: General Court"),
    ("The claimant says [he was dismissed unfairly].", "reported: The claimant"),
    ("A jury found that [the firm copied the design].", "ruled: A jury"),
    ("The indictment accuses Mark Vane of [taking bribes].", "alleged: The indictment"),
    ("Sources close to the talks said [a deal was near].", "reported: Sources close to the talks"),
    ("One of the lawyers said [a deal was near].", "reported: One of the lawyers"),
    ("Two officials, who asked not to be named, said [a deal was near].", "reported: Two officials"),
    ("Harbour Lines and Delta Works said [a deal was near].", "reported: Harbour Lines < Delta Works"),
    ("Harbour Lines has long maintained that [the bridge was safe].", "argued: Harbour Lines"),
    ("Harbour Lines, citing the report, said [the bridge was safe].", "reported: Harbour Lines < the report"),
    ("[The bridge was safe], Harbour Lines' lawyers contend.", "argued: Harbour Lines"),
    ("Analysts expect [sales to fall].", "expected: Analysts"),
    ("[Sales are expected to fall] next year, analysts at Harbour Bank said.", "expected: Harbour Bank"),
    ("The port has said that [the bridge is safe] and that it will stay open.", "reported: The port"),
    ("The port has said that the bridge is safe and that [it will stay open].", "expected: The port"),
    ("The bridge is safe, the port says. [Traffic has doubled].", "reported:"),
    ("\"[The bridge is safe],\" said Lopez.", "reported: Lopez"),
    ("\"The bridge is safe,\" said Lopez. \"[It will stay open].\"", "expected: Lopez"),
    ("The bridge, “[a danger to all],” as Lopez called it, was closed.", "reported:"),
    (
        "The Harbour Wire, citing two officials, reported that [the bridge was closed].",
        "reported: Harbour Wire < two officials",
    ),
    ("The department denies that anyone [had a say in it].", "reported: The department"),
    ("A second look, it says, would let [the department mend the award].", "reported:"),
    (
        "Delta Works argues the award was flawed, while Harbour Lines says [the award was sound].",
        "reported: Harbour Lines",
    ),
    ("The suit claims [the firm hid its losses].", "alleged: The suit"),
    ("The insurance claims [were paid].", "reported:"),
    ("The states said [the rule was void].", "reported: The states"),
    ("The plans [were dropped].", "reported:"),
    ("The union claims that [the pay was cut], according to the Harbour Post.", "alleged: The union < Harbour Post"),
    ("Judge Ortiz said [the evidence was thin].", "reported: Ortiz"),
    ("Judge Ortiz ordered Vane to [pay $4 million].", "ordered: Ortiz"),
    ("Vane must [pay $4 million] by order of the court.", "ordered: the court"),
    ("Harbour Lines has said repeatedly that [the bridge was safe].", "reported: Harbour Lines"),
    ("“It is [unsafe],” Lopez told the Harbour Post.", "reported: Lopez"),
    ("“It is [unsafe],” she said, adding that it would close.", "reported:"),
    ("Lopez said the bridge was unsafe, adding that [it would close].", "expected: Lopez"),
    ("The bridge, prosecutors allege, [was unsafe].", "alleged: prosecutors"),
    ("The complaint, filed on Monday, says [the bridge was unsafe].", "alleged: The complaint"),
    ("The suit accuses the port of [hiding the report].", "alleged: The suit"),
    ("In a filing on Friday, the port said [the bridge was safe].", "argued: the port"),
    ("According to a spokesperson for Harbour Lines, [the bridge was safe].", "reported: Harbour Lines"),
    ("According to Judge Ortiz, [the bridge was unsafe].", "ruled: Ortiz"),
    ("[The bridge was unsafe], according to Judge Ortiz's ruling.", "ruled: Ortiz"),
    ("[The bridge was unsafe], the ruling said.", "ruled: the ruling"),
    ("[The port must pay], the High Court held.", "ruled: High Court"),
    ("The tribunal directed that [the port pay the costs].", "ordered: The tribunal"),
    ("[Traffic will double], the ministry predicts.", "expected: the ministry"),
    ("The ministry says [traffic will double].", "expected: The ministry"),
    ("The hearing is scheduled for [May 4].", "expected:"),
    ("The port hopes to reopen [by May 4].", "expected: The port"),
    ("[The bridge is closed], a person close to the talks said.", "reported: a person close to the talks"),
    ("Three former employees said [the bridge was closed].", "reported: Three former employees"),
    ("The report found that [the bridge was unsafe].", "reported: The report"),
    ("A report by Delta Works said [the bridge was unsafe].", "reported: Delta Works"),
    ("The agency announced on Monday that [the bridge was closed].", "reported: The agency"),
    ("Lopez, speaking to reporters on Monday, said [the bridge was closed].", "reported: Lopez"),
    ("[The bridge was closed], tweeted Lopez.", "reported: Lopez"),
    ("[The bridge was closed] in May.", "reported:"),
];

/// The mode and the chain for the words that `[…]` marks.
fn shown(marked: &str) -> String {
    let start = marked.find('[').unwrap();
    let end = marked.find(']').unwrap();
    let text = marked.replace(['[', ']'], "");
    let saying = saying(&text, &(start..end - 1));
    let chain: Vec<&str> = saying.attributed_to.iter().map(|range| &text[range.clone()]).collect();
    format!("{}: {}", saying.mode, chain.join(" < ")).trim_end().to_owned()
}

#[test]
fn who_says_so_and_how() {
    let wrong: Vec<String> = CASES
        .iter()
        .map(|(marked, expected)| (marked, expected, shown(marked)))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(marked, expected, found)| format!("{marked}\n  expected {expected}\n  found {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn modes_are_those_of_the_format() {
    for (marked, _) in CASES {
        let mode = shown(marked);
        let mode = mode.split(':').next().unwrap();
        assert!(crate::model::vocabulary::MODE.iter().any(|term| term.key == mode), "{marked}");
    }
}

#[test]
fn a_long_text_is_read_near_the_words() {
    let text = "Lopez said it was so. ".repeat(20_000);
    let start = text.len() / 2 / 22 * 22;
    let saying = saying(&text, &(start + 11..start + 20));
    assert_eq!(saying.attributed_to.first(), Some(&(start..start + 5)));
    assert_eq!(super::saying("Lopez said ".repeat(100_000).as_str(), &(500_000..500_010)).mode, "reported");
}

/// Words that meet in sentences of saying, in any order.
const BAG: &[&str] = &[
    "said",
    "the",
    "Lopez",
    ",",
    "“",
    "”",
    "\"",
    "that",
    "according",
    "to",
    "citing",
    "Judge",
    "Ortiz",
    "ruled",
    "told",
    "court",
    "was",
    "it",
    "she",
    "who",
    ".",
    "\n",
    "claims",
    "alleged",
    "by",
    "order",
    "of",
    "in",
    "filing",
    "as",
    "expected",
    "will",
    "’s",
];

proptest::proptest! {
    #[test]
    fn any_words_of_any_text_are_read(text in "\\PC{0,80}", start in 0_usize..100, length in 0_usize..100) {
        let saying = saying(&text, &(start..start + length));
        for name in saying.attributed_to {
            proptest::prop_assert!(text.get(name).is_some_and(|name| !name.is_empty()));
        }
    }

    #[test]
    fn any_order_of_words_is_read(places in proptest::collection::vec(0..BAG.len(), 0..60), start in 0_usize..200, length in 0_usize..40) {
        let text = places.into_iter().map(|place| BAG[place]).collect::<Vec<_>>().join(" ");
        let saying = saying(&text, &(start..start + length));
        for name in saying.attributed_to {
            proptest::prop_assert!(text.get(name).is_some_and(|name| !name.is_empty()));
        }
    }
}
