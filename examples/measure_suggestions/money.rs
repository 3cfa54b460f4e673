//! Sums of money: value and currency against labelled text, and no sum inside a word.

use std::fs;
use std::path::Path;

use casefile::model::{Currency, Decimal};
use casefile::suggest::{Context, Made, Suggestion, Sum, scan};
use serde_json::Value;

use crate::report::Measure;

/// Measures sums against the sets of the folder; a set that is not there gives no measure.
pub fn measure(folder: &Path) -> Vec<Measure> {
    let sets: [fn(&Path) -> Option<Measure>; 4] = [recognizers, price_parser, duckling, inside_words];
    sets.iter().filter_map(|set| set(folder)).collect()
}

/// A suggestion that is a sum.
type Found = (Suggestion, Sum);

fn sums(text: &str) -> Vec<Found> {
    let only_sums = |one: Suggestion| match &one.made {
        Made::Amount(sum) => Some((one.clone(), sum.clone())),
        _ => None,
    };
    scan(text, Context::default()).into_iter().filter_map(only_sums).collect()
}

fn lines(path: &Path) -> Option<Vec<Value>> {
    let text = fs::read_to_string(path).ok()?;
    Some(text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
}

/// The measure of cases, each with whether it is right and what to show if not.
fn measured(name: &'static str, target: Option<f64>, cases: &[(bool, String)], more: &str) -> Measure {
    let right = cases.iter().filter(|(right, _)| *right).count();
    let missed = cases.iter().filter(|(right, _)| !right).map(|(_, shown)| shown.clone()).collect();
    let score = 100.0 * as_f64(right) / as_f64(cases.len().max(1));
    Measure { name, score, target, counts: format!("{right} of {}{more}", cases.len()), missed }
}

fn as_f64(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

fn shown(sums: &[Found], text: &str) -> String {
    let one = |(suggestion, sum): &Found| {
        let upper = sum.value_max.as_ref().map(|upper| format!("..{upper}")).unwrap_or_default();
        let code = sum.currency.map_or("-", Currency::code);
        format!("“{}” {}{upper} {code}", &text[suggestion.words.clone()], sum.value)
    };
    sums.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// The currency a unit's name in the labels stands for, and how many of it one unit is as a power of ten. Their cents and
/// pence count in themselves, ours in dollars and pounds, so that their value is divided by a hundred to be compared.
fn unit_of(name: &str) -> Option<(Option<Currency>, i32)> {
    let code = |code: &str| code.parse::<Currency>().ok();
    Some(match name {
        "Cent" => (code("USD"), -2),
        "Pence" | "Penny" => (code("GBP"), -2),
        "Sen" => (code("MYR"), -2),
        // No country is said: right is no currency, or any that is called so.
        "Franc" | "Peso" | "Dinar" => (None, 0),
        _ => (Some(Currency::parse(name)?), 0),
    })
}

fn same_number(value: &Decimal, label: &str, power: i32) -> bool {
    let Ok(label) = label.parse::<f64>().map(|number| number * 10_f64.powi(power)) else { return false };
    let Ok(value) = value.as_str().parse::<f64>() else { return false };
    (value - label).abs() <= 1e-9 * label.abs().max(1e-9)
}

/// The currency set of the Recognizers: a labelled span is right when a sum that overlaps it has its value and its currency; a
/// text without spans is right when no sum is found in it. Spans of a currency without a number count as not found where
/// nothing was, and the unit “Dollar” is US dollars. Spans in a currency that ISO 4217 does not list stay in as misses.
fn recognizers(folder: &Path) -> Option<Measure> {
    let mut cases = Vec::new();
    let mut spurious = 0;
    for row in lines(&folder.join("recognizers_en.jsonl"))?.iter().filter(|row| row["set"] == "currency") {
        let text = row["text"].as_str().unwrap_or_default();
        let found = sums(text);
        let spans = row["spans"].as_array().cloned().unwrap_or_default();
        if spans.is_empty() {
            cases.push((found.is_empty(), format!("nothing in “{text}”: {}", shown(&found, text))));
        }
        let byte = |at: u64| {
            text.char_indices().nth(usize::try_from(at).unwrap_or(usize::MAX)).map_or(text.len(), |(at, _)| at)
        };
        let mut used = vec![false; found.len()];
        for span in &spans {
            let (start, end) = (byte(span["start"].as_u64().unwrap_or(0)), byte(span["end"].as_u64().unwrap_or(0)));
            let resolution = &span["resolution"];
            let mut right = false;
            for (place, (suggestion, sum)) in found.iter().enumerate() {
                let overlaps = suggestion.words.start < end && start < suggestion.words.end;
                used[place] |= overlaps;
                right |= overlaps && is_labelled(sum, resolution);
            }
            cases.push((right, format!("{} in “{text}”: {}", span["text"], shown(&found, text))));
        }
        spurious += used.iter().filter(|used| !**used).count() * usize::from(!spans.is_empty());
    }
    let more = format!("; {spurious} sums found beside the labelled ones");
    Some(measured("money: Recognizers, value and unit", Some(90.0), &cases, &more))
}

/// Whether a sum is what a resolution of the Recognizers says.
fn is_labelled(sum: &Sum, resolution: &Value) -> bool {
    let code =
        resolution["isoCurrency"].as_str().and_then(|code| code.parse::<Currency>().ok()).map(|code| (Some(code), 0));
    let unit = code.or_else(|| unit_of(resolution["unit"].as_str()?));
    let (Some((currency, power)), Some(value)) = (unit, resolution["value"].as_str()) else { return false };
    let same_unit = match currency {
        Some(_) => sum.currency == currency,
        None => sum.currency.is_none() && !sum.currencies.is_empty(),
    };
    same_unit && same_number(&sum.value, value, power)
}

/// The prices of price-parser whose text holds their currency: right when the first sum has the amount and, where the sign is
/// one that is known at all, its currency. Rows that tell the parser how their digits are grouped are left out: a text has
/// nobody to tell it.
fn price_parser(folder: &Path) -> Option<Measure> {
    let mut cases = Vec::new();
    let mut amounts = 0;
    for row in lines(&folder.join("price_parser.jsonl"))? {
        let (Some(text), Some(sign), Some(amount)) = (row[1].as_str(), row[2].as_str(), row[4].as_f64()) else {
            continue;
        };
        if !text.contains(sign) || row[5].as_object().is_some_and(|options| !options.is_empty()) {
            continue;
        }
        let found = sums(text);
        let first = found.first().map(|(_, sum)| sum);
        let same_amount = first.is_some_and(|sum| same_number(&sum.value, &amount.to_string(), 0));
        let currency = Currency::parse(sign);
        let same_currency = currency.is_none() || first.is_some_and(|sum| sum.currency == currency);
        amounts += usize::from(same_amount);
        cases.push((same_amount && same_currency, format!("{amount} {sign} in “{text}”: {}", shown(&found, text))));
    }
    let more = format!("; {amounts} amounts alone");
    Some(measured("money: price-parser, amount and currency", None, &cases, &more))
}

/// The sums of Duckling with a currency: right when the only sum of the text has the value, the bound and the currency. In sets of
/// one country the currency comes from the country, which a text does not tell, so there the value alone is compared.
fn duckling(folder: &Path) -> Option<Measure> {
    let mut cases = Vec::new();
    for row in lines(&folder.join("duckling_en.jsonl"))? {
        let (Some(file), Some(label)) = (row["file"].as_str(), row["value"].as_str()) else { continue };
        if !file.starts_with("AmountOfMoney") || label.contains("Unnamed") {
            continue;
        }
        let national = file.split('/').count() > 3;
        for text in row["texts"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            // Escapes of the source are left in some rows: a pound sign in Haskell's notation.
            let text = &text.replace("\0a3\\&", "£");
            let found = sums(text);
            let right = matches!(&found[..], [(_, sum)] if is_duckling(sum, label, national));
            cases.push((right, format!("{label} in “{text}”: {}", shown(&found, text))));
        }
    }
    Some(measured("money: Duckling", None, &cases, ""))
}

/// Whether a sum is what a label of Duckling says: `simple USD 5`, `between Dollar (10, 20`, `under EUR 7`.
fn is_duckling(sum: &Sum, label: &str, national: bool) -> bool {
    let mut words = label.split_whitespace().map(|word| word.trim_matches(['(', ',']));
    let (Some(kind), Some(unit), Some(low)) = (words.next(), words.next(), words.next()) else { return false };
    let high = words.next();
    let currency = unit_of(unit).and_then(|(currency, _)| currency);
    let same_unit = national || sum.currency == currency;
    let same_high = match (high, &sum.value_max) {
        (Some(label), Some(value)) => same_number(value, label, 0),
        (None, None) => true,
        _ => false,
    };
    let bound = match kind {
        "under" => sum.precision.key() == "at_most",
        "above" => sum.precision.key() == "at_least",
        _ => !sum.precision.key().starts_with("at_"),
    };
    same_unit && same_high && bound && same_number(&sum.value, low, 0)
}

/// Texts of all sets: no sum begins or ends inside a word. A letter or digit right before the words of a sum, or right after
/// them, is a fault; nothing is excused.
fn inside_words(folder: &Path) -> Option<Measure> {
    let mut texts: Vec<String> = Vec::new();
    for file in ["gum_train.jsonl", "legal_ner_in_dev.jsonl"] {
        let rows = lines(&folder.join(file))?;
        texts.extend(rows.iter().filter_map(|row| Some(row["text"].as_str()?.to_owned())));
    }
    let tagged = fs::read_to_string(folder.join("en_ewt-ud-dev.iob2")).ok()?;
    texts.extend(tagged.lines().filter_map(|line| line.strip_prefix("# text = ")).map(str::to_owned));
    let mut cases = Vec::new();
    for text in &texts {
        for (suggestion, _) in sums(text) {
            let before = text[..suggestion.words.start].chars().next_back();
            let after = text[suggestion.words.end..].chars().next();
            let inside = [before, after].into_iter().flatten().any(char::is_alphanumeric);
            cases.push((!inside, format!("“{}”", &text[suggestion.words])));
        }
    }
    Some(measured("money: sums that end where words do", Some(100.0), &cases, ""))
}
