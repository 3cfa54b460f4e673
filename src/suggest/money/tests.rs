use proptest::prelude::*;

use super::*;
use crate::model::{Currency, typed};
use crate::suggest::{Context, scan};

mod around;
mod negatives;
mod shown;

/// The sums of a text.
fn sums(text: &str) -> Vec<(Suggestion, Sum)> {
    let found = scan(text, Context::default()).into_iter();
    let only_sums = found.filter_map(|one| match one.made.clone() {
        Made::Amount(sum) => Some((one, sum)),
        _ => None,
    });
    only_sums.collect()
}

/// The sums of a text as the tables write them: the words in brackets, then value, `..` and upper value, currency or `-`, and
/// what else there is of precision, period and nature.
fn shown(text: &str) -> String {
    let one = |(suggestion, sum): (Suggestion, Sum)| {
        let words = &text[suggestion.words];
        let upper = sum.value_max.map(|upper| format!("..{upper}")).unwrap_or_default();
        let code = sum.currency.map_or("-", Currency::code);
        let sharp = Some(sum.precision.key()).filter(|key| *key != "exact").map(str::to_owned);
        let period = sum.period.map(|period| period.as_str().to_owned());
        let more = [sharp, period, sum.nature.map(str::to_owned)].into_iter().flatten();
        more.fold(format!("[{words}] {}{upper} {code}", sum.value), |out, part| out + " " + &part)
    };
    sums(text).into_iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Checks a table of texts and what is found in them.
fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, want)| shown(text) != *want)
        .map(|(text, want)| format!("{text:?}\n  found {}\n  want  {want}", shown(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn signs_before_numbers() {
    check(&[
        ("It cost $10.", "[$10] 10 USD"),
        ("It cost $ 10 in all.", "[$ 10] 10 USD"),
        ("It cost $10.50.", "[$10.50] 10.50 USD"),
        ("It cost $.75 then", "[$.75] 0.75 USD"),
        ("a $1,234,567.89 bill", "[$1,234,567.89] 1234567.89 USD"),
        ("a $10 billion deal", "[$10 billion] 10000000000 USD"),
        ("a $10-billion deal", "[$10-billion] 10000000000 USD"),
        ("a $10bn deal", "[$10bn] 10000000000 USD"),
        ("a $10B deal", "[$10B] 10000000000 USD"),
        ("a $5m deal", "[$5m] 5000000 USD"),
        ("a $5M deal", "[$5M] 5000000 USD"),
        ("about it $5 M went", "[$5 M] 5000000 USD"),
        ("a $5MM round", "[$5MM] 5000000 USD"),
        ("a $10K prize", "[$10K] 10000 USD"),
        ("a $1.5tn plan", "[$1.5tn] 1500000000000 USD"),
        ("$1½ million went", "[$1½ million] 1500000 USD"),
        ("$2 and a half million went", "[$2 and a half million] 2500000 USD"),
        ("It paid US$ 9.6m for it", "[US$ 9.6m] 9600000 USD paid"),
        ("It raised U.S.$5m", "[U.S.$5m] 5000000 USD"),
        ("The US $150 million loan", "[US $150 million] 150000000 USD"),
        ("It cost us $150 million", "[$150 million] 150000000 USD"),
        ("C$5 each", "[C$5] 5 CAD"),
        ("CA$5 each", "[CA$5] 5 CAD"),
        ("a C $ 5 coin", "[C $ 5] 5 CAD"),
        ("A$190.00 then", "[A$190.00] 190.00 AUD"),
        ("A $5 million deal", "[$5 million] 5000000 USD"),
        ("HK$7.8 million", "[HK$7.8 million] 7800000 HKD"),
        ("hk $ 7.8 million", "[hk $ 7.8 million] 7800000 HKD"),
        ("NZ$ 12", "[NZ$ 12] 12 NZD"),
        ("S$5", "[S$5] 5 SGD"),
        ("NT$300", "[NT$300] 300 TWD"),
    ]);
}

#[test]
fn signs_of_more_countries_before_numbers() {
    check(&[
        ("R$ 44,00", "[R$ 44,00] 44.00 BRL"),
        ("R$1.500", "[R$1.500] 1500 BRL"),
        ("MXN$ 15", "[MXN$ 15] 15 MXN"),
        ("cad$15", "[cad$15] 15 CAD"),
        ("€1.2m", "[€1.2m] 1200000 EUR"),
        ("€ 2.109,00", "[€ 2.109,00] 2109.00 EUR"),
        ("€10.000", "[€10.000] 10000 EUR"),
        ("€1.234 billion", "[€1.234 billion] 1234000000 EUR"),
        ("$3.459 a gallon", "[$3.459] 3.459 USD"),
        ("£9.60", "[£9.60] 9.60 GBP"),
        ("£5 10s", "[£5] 5 GBP"),
        ("E£45", "[E£45] 45 EGP"),
        ("¥10bn", "[¥10bn] 10000000000 JPY"),
        ("CN¥10", "[CN¥10] 10 CNY"),
        ("₹5 crore", "[₹5 crore] 50000000 INR"),
        ("₹1,44,00,000", "[₹1,44,00,000] 14400000 INR"),
        ("₦5,000", "[₦5,000] 5000 NGN"),
        ("₽500 ₩600 ₪700", "[₽500] 500 RUB; [₩600] 600 KRW; [₪700] 700 ILS"),
        ("₺1 ₴2 ₫3", "[₺1] 1 TRY; [₴2] 2 UAH; [₫3] 3 VND"),
        ("₱1 ฿2 ₭3", "[₱1] 1 PHP; [฿2] 2 THB; [₭3] 3 LAK"),
        ("GH₵100", "[GH₵100] 100 GHS"),
        ("Rs. 5 crore", "[Rs. 5 crore] 50000000 INR"),
        ("Rs.5,000/- in cash", "[Rs.5,000/-] 5000 INR"),
        ("Rs 5", "[Rs 5] 5 INR"),
        ("RM50 and RM 60", "[RM50] 50 MYR; [RM 60] 60 MYR"),
        ("Rp 31.500", "[Rp 31.500] 31500 IDR"),
        ("DM 20 million", "[DM 20 million] 20000000 DEM"),
        ("R450 million and R2,500", "[R450 million] 450000000 ZAR; [R2,500] 2500 ZAR"),
        ("SKr5m and DKr 6m", "[SKr5m] 5000000 SEK; [DKr 6m] 6000000 DKK"),
        ("N5 billion and P500,000", "[N5 billion] 5000000000 NGN; [P500,000] 500000 PHP"),
        ("Tk 500 crore", "[Tk 500 crore] 5000000000 BDT"),
        ("Tk. 500 a month", "[Tk. 500 a month] 500 BDT P1M"),
        ("Fr. 1'250.50", "[Fr. 1'250.50] 1250.50 CHF"),
        ("Sh20 million", "[Sh20 million] 20000000 KES"),
        ("Dh5,000", "[Dh5,000] 5000 AED"),
        ("LE 40 million", "[LE 40 million] 40000000 EGP"),
        ("L.E. 4,000", "[L.E. 4,000] 4000 EGP"),
        ("COL$ 5.000", "[COL$ 5.000] 5000 COP"),
        ("IR£5 million", "[IR£5 million] 5000000 IEP"),
        ("Rs.1,742,04,53,503.56", "[Rs.1,742,04,53,503.56] 17420453503.56 INR"),
        ("NIS 5 million", "[NIS 5 million] 5000000 ILS"),
        ("KSh500", "[KSh500] 500 KES"),
    ]);
}

#[test]
fn marks_around_sums() {
    check(&[
        ("-$5 million", "[-$5 million] -5000000 USD"),
        ("a balance of −$5", "[−$5] -5 USD"),
        ("$-5", "[$-5] -5 USD"),
        ("the sum–$5–was", "[$5] 5 USD"),
        ("($5)", "[$5] 5 USD"),
        ("“$5m”", "[$5m] 5000000 USD"),
        ("$5/$6", "[$5] 5 USD; [$6] 6 USD"),
        ("$20.00 $37.97", "[$20.00] 20.00 USD; [$37.97] 37.97 USD"),
        ("Amazon's $9.6bn’s worth", "[$9.6bn] 9600000000 USD"),
        ("$10 billion (€9 billion)", "[$10 billion] 10000000000 USD; [€9 billion] 9000000000 EUR"),
        ("USD $10bn", "[USD $10bn] 10000000000 USD"),
        ("$42 million CAD", "[$42 million CAD] 42000000 CAD"),
        ("$42m dollars", "[$42m dollars] 42000000 USD"),
        ("$42 million Canadian dollars", "[$42 million Canadian dollars] 42000000 CAD"),
        ("$5 €6", "[$5] 5 USD; [€6] 6 EUR"),
        ("50,- Kč", "[50,- Kč] 50 CZK"),
        ("Fee: €50,-", "[€50,-] 50 EUR fee"),
    ]);
}

#[test]
fn signs_after_numbers() {
    check(&[
        ("10$ or so", "[10$ or so] 10 USD about"),
        ("10k$", "[10k$] 10000 USD"),
        ("1.234,56 €", "[1.234,56 €] 1234.56 EUR"),
        ("16,5 €", "[16,5 €] 16.5 EUR"),
        ("10.000 €", "[10.000 €] 10000 EUR"),
        ("73,460 €", "[73,460 €] 73460 EUR"),
        ("1,2 Mio. € netto", "[1,2 Mio. €] 1200000 EUR"),
        ("2,5 Mrd. EUR", "[2,5 Mrd. EUR] 2500000000 EUR"),
        ("1.234 Mio. €", "[1.234 Mio. €] 1234000000 EUR"),
        ("5 M€", "[5 M€] 5000000 EUR"),
        ("5 €, 10 €, 20 €.", "[5 €] 5 EUR; [10 €] 10 EUR; [20 €] 20 EUR"),
        ("2 390 €", "[2 390 €] 2390 EUR"),
        ("35€99", "[35€99] 35.99 EUR"),
        ("12,000원", "[12,000원] 12000 KRW"),
        ("5万円", "[5万円] 50000 JPY"),
        ("5円", "[5円] 5 JPY"),
        ("10 元", "[10 元] 10 CNY"),
        ("590 Kč", "[590 Kč] 590 CZK"),
        ("2 499,00 zł", "[2 499,00 zł] 2499.00 PLN"),
        ("17 940,00 руб.", "[17 940,00 руб.] 17940.00 RUB"),
        ("172 kr per day", "[172 kr per day] 172 SEK P1D"),
        ("500 US$ each", "[500 US$] 500 USD"),
        ("50¢ each", "[50¢] 0.5 USD"),
        ("3 990 Ft", "[3 990 Ft] 3990 HUF"),
        ("it was 199.90 Fr.", "[199.90 Fr] 199.90 CHF"),
        ("it was 133,86 LEI", "[133,86 LEI] 133.86 RON"),
        ("5 rupees and 20 rupees", "[5 rupees] 5 INR; [20 rupees] 20 INR"),
    ]);
}

#[test]
fn codes() {
    check(&[
        ("USD 200", "[USD 200] 200 USD"),
        ("usd 200", "[usd 200] 200 USD"),
        ("200 USD.", "[200 USD] 200 USD"),
        ("3 USD50 cards", "[USD50] 50 USD"),
        ("EUR29.66", "[EUR29.66] 29.66 EUR"),
        ("EUR 6,99", "[EUR 6,99] 6.99 EUR"),
        ("10 bn USD", "[10 bn USD] 10000000000 USD"),
        ("10 rmb 20 usd", "[10 rmb] 10 CNY; [20 usd] 20 USD"),
        ("rmb 10 usd 20", "[rmb 10] 10 CNY; [usd 20] 20 USD"),
        ("CHF 1'049.95", "[CHF 1'049.95] 1049.95 CHF"),
        ("CHF 1'049,95", "[CHF 1'049,95] 1049.95 CHF"),
        ("120 000 000 PTE", "[120 000 000 PTE] 120000000 PTE"),
        ("PTE 120 000 000", "[PTE 120 000 000] 120000000 PTE"),
        ("DEM 170 000", "[DEM 170 000] 170000 DEM"),
        ("100 million ITL", "[100 million ITL] 100000000 ITL"),
        ("5 FIM", "[5 FIM] 5 FIM"),
        ("30 MUSD", "[30 MUSD] 30000000 USD"),
        ("120 MEUR", "[120 MEUR] 120000000 EUR"),
        ("5 kEUR", "[5 kEUR] 5000 EUR"),
        ("PHP 10 million", "[PHP 10 million] 10000000 PHP"),
        ("500 PHP", "[500 PHP] 500 PHP"),
        ("5,000 TRY", "[5,000 TRY] 5000 TRY"),
        ("SEK10", "[SEK10] 10 SEK"),
        ("INR 92,54,89,822.", "[INR 92,54,89,822] 925489822 INR"),
        ("a fine of AED 500", "[AED 500] 500 AED fine"),
        ("SGD$4.90", "[SGD$4.90] 4.90 SGD"),
        ("17 USD 25.", "[17 USD 25] 17.25 USD"),
    ]);
}

#[test]
fn names() {
    check(&[
        ("10 million dollars", "[10 million dollars] 10000000 USD"),
        ("a ten-million-dollar deal", "[ten-million-dollar] 10000000 USD"),
        ("a 10-dollar note", "[10-dollar] 10 USD"),
        ("two hundred thousand euros", "[two hundred thousand euros] 200000 EUR"),
        ("a million pounds", "[a million pounds] 1000000 GBP"),
        ("half a million dollars", "[half a million dollars] 500000 USD"),
        ("half million usd", "[half million usd] 500000 USD"),
        ("a quarter of a million dollars", "[a quarter of a million dollars] 250000 USD"),
        ("a quarter million US dollars", "[a quarter million US dollars] 250000 USD"),
        ("three quarters billion US dollars", "[three quarters billion US dollars] 750000000 USD"),
        ("three-quarters of a billion dollars", "[three-quarters of a billion dollars] 750000000 USD"),
        ("two and a half million euros", "[two and a half million euros] 2500000 EUR"),
        ("a million and a half dollars", "[a million and a half dollars] 1500000 USD"),
        ("one point three million dollars", "[one point three million dollars] 1300000 USD"),
        ("twenty-five dollars", "[twenty-five dollars] 25 USD"),
        ("twelve hundred dollars", "[twelve hundred dollars] 1200 USD"),
        ("a hundred dollars", "[a hundred dollars] 100 USD"),
        ("a hundred and fifty dollars", "[a hundred and fifty dollars] 150 USD"),
        ("one hundred and five thousand dollars", "[one hundred and five thousand dollars] 105000 USD"),
        ("five million two hundred thousand dollars", "[five million two hundred thousand dollars] 5200000 USD"),
        ("three million, two hundred thousand dollars", "[three million, two hundred thousand dollars] 3200000 USD"),
        ("one thousand seven hundred crore rupees", "[one thousand seven hundred crore rupees] 17000000000 INR"),
        ("Seven-hundred dollars", "[Seven-hundred dollars] 700 USD"),
        ("420 million Finnish markka", "[420 million Finnish markka] 420000000 FIM"),
        ("250 million Dutch guilders", "[250 million Dutch guilders] 250000000 NLG"),
        ("6.65 billion pesetas", "[6.65 billion pesetas] 6650000000 ESP"),
        ("20 million Deutsche marks", "[20 million Deutsche marks] 20000000 DEM"),
        ("20 million marks", "[20 million marks] 20000000 DEM"),
        ("80 billion Italian lire", "[80 billion Italian lire] 80000000000 ITL"),
        ("5 million French francs", "[5 million French francs] 5000000 FRF"),
        ("5 million Swiss francs", "[5 million Swiss francs] 5000000 CHF"),
        ("5 million francs", "[5 million francs] 5000000 -"),
        ("40,000 Mexican pesos", "[40,000 Mexican pesos] 40000 MXN"),
        ("40,000 pesos", "[40,000 pesos] 40000 -"),
        ("300 Canadian dollars", "[300 Canadian dollars] 300 CAD"),
        ("300 U.S. dollars", "[300 U.S. dollars] 300 USD"),
        ("300 Hong Kong dollars", "[300 Hong Kong dollars] 300 HKD"),
        ("300 New Zealand dollars", "[300 New Zealand dollars] 300 NZD"),
        ("300 Trinidad and Tobago dollars", "[300 Trinidad and Tobago dollars] 300 TTD"),
        ("300 Danish kroner", "[300 Danish kroner] 300 DKK"),
        ("300 kroner", "[300 kroner] 300 -"),
        ("300 kronor", "[300 kronor] 300 SEK"),
        ("450,000 yen", "[450,000 yen] 450000 JPY"),
        ("five million Japanese yen", "[five million Japanese yen] 5000000 JPY"),
        ("100 billion yuan", "[100 billion yuan] 100000000000 CNY"),
        ("12,000 won", "[12,000 won] 12000 KRW"),
        ("3 million South Korean won", "[3 million South Korean won] 3000000 KRW"),
        ("2 lakh rupees", "[2 lakh rupees] 200000 INR"),
        ("Rupees Five Hundred and Paise Fifty Six only", "[Rupees Five Hundred and Paise Fifty Six] 500.56 INR"),
        ("500 million tomans", "[500 million tomans] 5000000000 IRR"),
        ("5 crore 20 lakh rupees", "[5 crore 20 lakh rupees] 52000000 INR"),
        ("Rupees Five Lakhs only", "[Rupees Five Lakhs] 500000 INR"),
        ("Rupees twenty\nlakhs", "[Rupees twenty\nlakhs] 2000000 INR"),
        ("ringgit 42", "[ringgit 42] 42 MYR"),
        ("dollar 22.5 million", "[dollar 22.5 million] 22500000 USD"),
        ("12,34,567.89 rupees", "[12,34,567.89 rupees] 1234567.89 INR"),
        ("5 million Pakistani rupees", "[5 million Pakistani rupees] 5000000 PKR"),
        ("50 million rand", "[50 million rand] 50000000 ZAR"),
        ("60 złotych", "[60 złotych] 60 PLN"),
        ("10 grand", "[10 grand] 10000 -"),
        ("It cost a grand.", "[a grand] 1000 -"),
        ("42 bucks", "[42 bucks] 42 USD"),
        ("twenty quid", "[twenty quid] 20 GBP"),
        ("5 million pounds sterling", "[5 million pounds sterling] 5000000 GBP"),
        ("361 million pounds", "[361 million pounds] 361000000 GBP"),
        ("Ten pounds was the price", "[Ten pounds] 10 GBP"),
        ("a ten-pound note", "[ten-pound] 10 GBP"),
        ("20 Egyptian pounds", "[20 Egyptian pounds] 20 EGP"),
        ("a dollar", "[a dollar] 1 USD"),
        ("not one dollar more", "[one dollar] 1 USD"),
        ("a dime", "[a dime] 0.1 USD"),
        ("A penny saved", "[A penny] 0.01 GBP"),
        ("a euro", "[a euro] 1 EUR"),
    ]);
}

#[test]
fn parts_of_currencies() {
    check(&[
        ("50 cents", "[50 cents] 0.5 USD"),
        ("14.27 cents", "[14.27 cents] 0.1427 USD"),
        ("ten dimes", "[ten dimes] 1 USD"),
        ("two hundred thousand nickels", "[two hundred thousand nickels] 10000 USD"),
        ("470 pence", "[470 pence] 4.7 GBP"),
        ("50 Canadian cents", "[50 Canadian cents] 0.5 USD"),
        ("20 paise", "[20 paise] 0.2 INR"),
        ("30 centimes", "[30 centimes] 0.3 -"),
        ("3 dollars 50 cents", "[3 dollars 50 cents] 3.5 USD"),
        ("thirteen dollars and forty-five cents", "[thirteen dollars and forty-five cents] 13.45 USD"),
        ("a dollar and 42 cents", "[a dollar and 42 cents] 1.42 USD"),
        ("10 $ 30 cents", "[10 $ 30 cents] 10.3 USD"),
        ("3 CHF 4 cents", "[3 CHF 4 cents] 3.04 CHF"),
        ("15 dollars 50.", "[15 dollars 50] 15.5 USD"),
        ("15 dollars 50 times", "[15 dollars] 15 USD"),
        ("5 pounds and 50 pence", "[5 pounds and 50 pence] 5.5 GBP"),
        ("three thousand dollars two hundred times", "[three thousand dollars] 3000 USD"),
    ]);
}

#[test]
fn other_currencies_of_a_sign_are_offered() {
    let others = |text: &str| {
        let found = sums(text);
        found[0].1.currencies.iter().map(|currency| currency.code()).collect::<Vec<_>>().join(" ")
    };
    for (text, want) in [
        ("$5", "CAD AUD NZD HKD SGD MXN"),
        ("US$5", ""),
        ("C$5", ""),
        ("£5", "EGP LBP IEP"),
        ("¥5", "CNY"),
        ("€5", ""),
        ("5 kr", "NOK DKK ISK"),
        ("Rs 5", "PKR LKR NPR MUR"),
        ("5 dollars", "CAD AUD NZD HKD SGD TWD"),
        ("5 Canadian dollars", ""),
        ("5 francs", "CHF FRF BEF XOF XAF LUF"),
    ] {
        assert_eq!(others(text), want, "{text}");
    }
}

#[test]
fn long_numbers_are_exact_or_nothing() {
    let forty = "1234567890".repeat(4);
    assert_eq!(shown(&format!("${forty}")), format!("[${forty}] {forty} USD"));
    assert_eq!(shown(&format!("${}", "9".repeat(60))), format!("[${0}] {0} USD", "9".repeat(60)));
    assert_eq!(shown(&format!("${}", "9".repeat(61))), "");
    assert_eq!(shown("$20 decillion"), format!("[$20 decillion] 2{} USD", "0".repeat(34)));
    assert_eq!(shown("$5 decillion decillion"), "");
}

/// Words that both the parser of typed sums and the scan take whole have one meaning.
#[test]
fn agrees_with_what_is_typed() {
    for words in [
        "up to $10 billion over 10 years",
        "between $1 million and $2 million",
        "from $1m to $2m",
        "$1 to 2 million",
        "$1-2bn",
        "one to two million euros",
        "$5 million a year",
        "£20 per week",
        "about $5m",
        "no more than 10m euros",
        "$3m or more",
        "1,5 Mio. EUR",
        "Rs 2.5 lakh",
        "1 lakh crore rupees",
        "CHF 10'000.50",
        "42 million Canadian dollars",
        "half a million dollars",
        "50 cents",
        "3 dollars 50 cents",
        "$1½ million",
        "-$5m",
        "10.000.000,50 €",
        "an estimated $5bn",
        "$5m annually",
        "DM 20 million",
    ] {
        let found = sums(words);
        let [(suggestion, sum)] = &found[..] else { panic!("{words}: {}", shown(words)) };
        let typed = typed::money(words).unwrap();
        assert_eq!(suggestion.words, 0..words.len(), "{words}");
        assert!(sum.value.same_value(&typed.value), "{words}: {} {}", sum.value, typed.value);
        assert_eq!(sum.value_max, typed.value_max, "{words}");
        assert_eq!(sum.currency, typed.currency, "{words}");
        assert_eq!(sum.precision, typed.precision.unwrap_or(Precision::Exact), "{words}");
        assert_eq!(sum.period, typed.period, "{words}");
    }
}

/// Texts made of what sums are made of.
const NEAR: &str = "([0-9]{1,4}|[$€£,./'~+%½–—_-]|US|k|bn|m|million|lakh|and|to|between|from|up to|over|years|a|dollars|cents|half|\
                    of|one|hundred|five|USD|ALL|Rs|ten-year|per|annually|Canadian|New Zealand|fine|\n|\n\n| ){0,24}";

proptest! {
    #[test]
    fn any_text_is_taken(text in any::<String>(), near in NEAR) {
        for text in [&text, &near] {
            let mut last = 0;
            for (suggestion, sum) in sums(text) {
                let words = suggestion.words;
                prop_assert!(text.get(words.clone()).is_some_and(|words| !words.is_empty()));
                prop_assert!(words.start >= last);
                last = words.end;
                prop_assert!(sum.value_max.is_none_or(|upper| sum.value.cmp_value(&upper).is_lt()));
            }
        }
    }

    #[test]
    fn no_sum_begins_or_ends_inside_a_word(near in NEAR) {
        for (suggestion, _) in sums(&near) {
            let before = near[..suggestion.words.start].chars().next_back();
            let after = near[suggestion.words.end..].chars().next();
            prop_assert!(!before.is_some_and(char::is_alphanumeric), "{} in {near:?}", &near[suggestion.words]);
            prop_assert!(!after.is_some_and(char::is_alphanumeric), "{} in {near:?}", &near[suggestion.words]);
        }
    }
}
