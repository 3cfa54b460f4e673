//! The tables of words for money.

use super::Care;

/// A row of nouns: its forms, the code of its currency or nothing, and codes of others it may stand for.
pub(super) struct Row {
    pub forms: &'static str,
    pub code: &'static str,
    pub others: &'static str,
    pub care: Care,
    pub is_part: bool,
    pub countable: bool,
}

const fn noun(forms: &'static str, code: &'static str, others: &'static str) -> Row {
    Row { forms, code, others, care: Care::Free, is_part: false, countable: false }
}

/// A row of parts of currencies: what they are parts of is for the model to say.
const fn part(forms: &'static str, others: &'static str) -> Row {
    Row { is_part: true, ..noun(forms, "", others) }
}

impl Row {
    const fn with(self, care: Care) -> Self {
        Self { care, ..self }
    }

    const fn countable(self) -> Self {
        Self { countable: true, ..self }
    }
}

/// Currencies that are called dollar, the ones most written about first.
const DOLLARS: &str = "CAD AUD NZD HKD SGD TWD JMD BBD BZD BMD BND BSD FJD GYD KYD LRD NAD SBD SRD TTD XCD ZWL";

/// Currencies with a `$` that are called peso.
const PESOS: &str = "MXN PHP ARS CLP COP CUP DOP UYU MXP";

/// The nouns, singular and plural.
pub(super) const NOUNS: &[Row] = &[
    noun("dollar", "USD", DOLLARS).countable(),
    noun("dollars", "USD", DOLLARS),
    noun("buck bucks", "USD", "CAD AUD"),
    noun("grand", "", "USD GBP CAD AUD EUR").with(Care::Lower).countable(),
    part("cent", "EUR CAD AUD NZD").countable(),
    part("cents", "EUR CAD AUD NZD ZAR"),
    part("dime", "CAD").countable(),
    part("dimes", "CAD"),
    part("nickel", "CAD").with(Care::Lower).countable(),
    part("nickels", "CAD").with(Care::Lower),
    noun("euro", "EUR", "").countable(),
    noun("euros", "EUR", ""),
    noun("pound pounds", "GBP", "EGP LBP SYP SDG IEP CYP").with(Care::Weight),
    noun("sterling", "GBP", ""),
    noun("quid", "GBP", ""),
    part("penny", "USD").with(Care::Lower).countable(),
    part("pennies", "USD"),
    part("pence", ""),
    noun("yen", "JPY", ""),
    noun("yuan", "CNY", "TWD"),
    noun("renminbi", "CNY", ""),
    noun("rupee rupees", "INR", "PKR LKR NPR MUR SCR"),
    part("paise paisa", "PKR NPR"),
    noun("rouble roubles ruble rubles", "RUB", "BYN SUR RUR"),
    part("kopeck kopecks kopek kopeks", "UAH"),
    noun("hryvnia hryvnias hryvnya hryvna hryvnas hryven", "UAH", ""),
    part("kopiyka kopiykas kopiyok", ""),
    noun("franc francs", "", "CHF FRF BEF XOF XAF LUF CDF RWF"),
    part("centime centimes", "CHF FRF BEF"),
    noun("peso pesos", "", PESOS),
    part("centavo centavos", "MXN PHP BRL ARS"),
    noun("dinar dinars", "", "KWD IQD JOD DZD BHD TND LYD RSD YUM"),
    noun("dinara", "RSD", ""),
    noun("toman tomans", "IRR", ""),
    noun("dirham dirhams", "AED", "MAD"),
    noun("riyal riyals", "SAR", "QAR YER OMR"),
    noun("rial rials", "IRR", "OMR YER"),
    noun("shilling shillings", "", "KES UGX TZS SOS"),
    noun("lira liras", "TRY", "ITL TRL MTL"),
    noun("lire", "ITL", ""),
    noun("krona kronor", "SEK", "ISK"),
    noun("krone kroner", "", "NOK DKK"),
    noun("kronur krónur króna", "ISK", ""),
    noun("koruna korunas koruny korun", "CZK", "SKK CSK"),
    noun("crown crowns", "", "CZK SEK NOK DKK ISK SKK").with(Care::Large),
    noun("zloty zlotys zloties złoty złotych", "PLN", "PLZ"),
    noun("forint forints", "HUF", ""),
    noun("leu lei", "RON", "MDL ROL").with(Care::Lower),
    noun("lev leva levs", "BGN", "BGL").with(Care::Lower),
    noun("lek leks", "ALL", "").with(Care::Lower),
    noun("baht bahts", "THB", ""),
    noun("ringgit ringgits", "MYR", ""),
    part("sen", "IDR JPY").with(Care::Large),
    noun("rupiah rupiahs", "IDR", ""),
    noun("won", "KRW", "KPW").with(Care::Large),
    noun("dong đồng", "VND", "").with(Care::Lower),
    noun("taka takas", "BDT", "").with(Care::Lower),
    noun("kyat kyats", "MMK", "BUK"),
    noun("kip kips", "LAK", "").with(Care::Lower),
    noun("riel riels", "KHR", ""),
    noun("tugrik tugriks tugrug tögrög", "MNT", ""),
    noun("tenge", "KZT", ""),
    noun("som soms", "", "KGS UZS").with(Care::Large),
    noun("somoni", "TJS", ""),
    noun("manat manats", "", "AZN TMT"),
    noun("lari", "GEL", "").with(Care::Lower),
    noun("dram drams", "AMD", "").with(Care::Large),
    noun("afghani afghanis", "AFN", "").with(Care::Lower),
    noun("rufiyaa", "MVR", ""),
    noun("ngultrum ngultrums", "BTN", ""),
    noun("pataca patacas", "MOP", ""),
    noun("shekel shekels sheqel sheqels", "ILS", "ILR"),
    part("agora agorot", "").with(Care::Large),
    noun("rand rands", "ZAR", "").with(Care::Lower),
    noun("naira nairas", "NGN", ""),
    part("kobo", ""),
    noun("cedi cedis", "GHS", "GHC"),
    noun("birr", "ETB", ""),
    noun("kwacha kwachas", "", "ZMW MWK ZMK"),
    noun("kwanza kwanzas", "AOA", ""),
    noun("pula", "BWP", "").with(Care::Lower),
    noun("metical meticais", "MZN", ""),
    noun("ariary", "MGA", ""),
    noun("dalasi dalasis", "GMD", ""),
    noun("leone leones", "SLE", "SLL").with(Care::Lower),
    noun("nakfa", "ERN", ""),
    noun("ouguiya ouguiyas", "MRU", "MRO"),
    noun("loti maloti", "LSL", "").with(Care::Lower),
    noun("lilangeni emalangeni", "SZL", ""),
    noun("zaire zaires", "ZRZ", "ZRN").with(Care::Large),
    noun("real", "BRL", "").with(Care::Large),
    noun("reais", "BRL", ""),
    noun("soles", "PEN", "PES PEH").with(Care::Large),
    noun("bolivar bolivars bolívar bolívares bolivares", "VES", "VEF VEB").with(Care::Lower),
    noun("boliviano bolivianos", "BOB", ""),
    noun("guarani guaranis guaraní guaraníes", "PYG", "").with(Care::Lower),
    noun("colones", "CRC", "SVC"),
    noun("quetzal quetzales quetzals", "GTQ", "").with(Care::Lower),
    noun("lempira lempiras", "HNL", "").with(Care::Lower),
    noun("cordoba cordobas córdoba córdobas", "NIO", "").with(Care::Large),
    noun("balboa balboas", "PAB", "").with(Care::Lower),
    noun("gourde gourdes", "HTG", ""),
    noun("florin florins", "AWG", "NLG"),
    noun("mark marks", "DEM", "DDM BAM FIM").with(Care::Large),
    noun("deutschmark deutschmarks deutschemark deutschemarks", "DEM", ""),
    part("pfennig pfennigs pfennige", ""),
    noun("markka markkas markkaa", "FIM", ""),
    noun("guilder guilders", "NLG", "ANG SRG XCG"),
    noun("peseta pesetas", "ESP", ""),
    noun("escudo escudos", "PTE", "CVE"),
    noun("drachma drachmas drachmae", "GRD", ""),
    noun("schilling schillings", "ATS", ""),
    noun("punt punts", "IEP", "").with(Care::Large),
    noun("litas litai", "LTL", ""),
    noun("lats", "LVL", "").with(Care::Large),
    noun("kroon kroons krooni", "EEK", ""),
    noun("kuna kunas", "HRK", ""),
    noun("tolar tolars tolarjev", "SIT", ""),
    noun("cruzeiro cruzeiros", "BRE", "BRB"),
    noun("cruzado cruzados", "BRC", "BRN"),
    noun("austral australs australes", "ARA", "").with(Care::Large),
];

/// Signs made of letters that more than one currency has, or that have several spellings, with others they may stand for.
pub(super) const LETTER_SIGNS: &[(&str, &str, &str)] = &[
    ("kr", "SEK", "NOK DKK ISK"),
    ("Rs RS rs", "INR", "PKR LKR NPR MUR"),
    ("RMB rmb Rmb", "CNY", ""),
    ("KSh Ksh KSH", "KES", ""),
    ("zł Zł ZŁ", "PLN", ""),
    ("Dhs", "AED", "MAD"),
    ("CFA", "XOF", "XAF"),
    ("FCFA", "XAF", "XOF"),
    ("NIS", "ILS", ""),
    ("đ", "VND", ""),
    ("hrn", "UAH", ""),
    ("TL", "TRY", "TRL"),
    ("zl", "PLN", ""),
    ("SFr sFr", "CHF", ""),
    ("SKr Skr", "SEK", ""),
    ("NKr Nkr", "NOK", ""),
    ("DKr Dkr", "DKK", ""),
    ("Р р", "RUB", ""),
    ("дин Дин", "RSD", ""),
    ("ден", "MKD", ""),
    ("人民币", "CNY", ""),
    ("ريال", "SAR", "IRR QAR YER OMR"),
    ("جنيه", "EGP", "SDG"),
    ("درهم", "AED", "MAD"),
    ("рублей", "RUB", ""),
    ("рубля", "RUB", ""),
    ("рубль", "RUB", ""),
];

/// Signs made of letters that are other initials, too.
pub(super) const INITIALS: &[(&str, &str, &str)] = &[
    ("Tk Tk.", "BDT", ""),
    ("Ft", "HUF", ""),
    ("Fr Fr.", "CHF", "FRF BEF"),
    ("Sh", "KES", "TZS UGX SOS"),
    ("TSh Tsh TSH", "TZS", ""),
    ("USh Ush USH", "UGX", ""),
    ("KShs Kshs KSHS", "KES", ""),
    ("Dh", "AED", "MAD"),
    ("QR", "QAR", ""),
    ("KD", "KWD", ""),
    ("Bs", "BOB", "VES VEF"),
    ("Bt", "THB", ""),
    ("LE", "EGP", ""),
    ("L.E. L.E", "EGP", ""),
];

/// Single capitals that a country's press writes right before large sums.
pub(super) const LONE_LETTERS: &[(&str, &str, &str)] = &[("R", "ZAR", ""), ("N", "NGN", ""), ("P", "PHP", "BWP")];

/// Codes that are written in small letters, too, and beside any number. Others need capitals, and a number that looks like a
/// sum: they are also initials and names of products.
pub(super) const COMMON_CODES: &[&str] = &[
    "AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DEM", "DKK", "EUR", "FRF", "GBP", "HKD", "IDR", "ILS", "INR",
    "ITL", "JPY", "KRW", "KWD", "MXN", "MYR", "NGN", "NOK", "NZD", "PLN", "QAR", "RUB", "SEK", "SGD", "THB", "TWD",
    "UAH", "USD", "VND", "ZAR",
];

/// Currencies of countries that part thousands with a point: a lone point with three digits after it groups.
pub(super) const POINT_GROUPS: &[&str] = &[
    "ARS", "ATS", "BEF", "BRL", "CLP", "COP", "CZK", "DEM", "DKK", "ESP", "EUR", "FRF", "GRD", "HRK", "HUF", "IDR",
    "ISK", "ITL", "NLG", "NOK", "PLN", "PTE", "PYG", "RON", "RSD", "RUB", "SEK", "TRY", "UAH", "VND",
];

/// Scales and codes written as one word: `MUSD`, `kEUR`.
pub(super) const SCALED_CODES: &[(&str, &str, i64)] = &[
    ("MUSD", "USD", 6),
    ("MEUR", "EUR", 6),
    ("MGBP", "GBP", 6),
    ("MSEK", "SEK", 6),
    ("MNOK", "NOK", 6),
    ("MDKK", "DKK", 6),
    ("MCHF", "CHF", 6),
    ("MCAD", "CAD", 6),
    ("MAUD", "AUD", 6),
    ("MJPY", "JPY", 6),
    ("MINR", "INR", 6),
    ("MRUB", "RUB", 6),
    ("MPLN", "PLN", 6),
    ("MCZK", "CZK", 6),
    ("kUSD KUSD", "USD", 3),
    ("kEUR KEUR", "EUR", 3),
    ("TEUR", "EUR", 3),
    ("kSEK KSEK", "SEK", 3),
    ("BUSD", "USD", 9),
    ("تومان", "IRR", 1),
    ("万円", "JPY", 4),
    ("億円", "JPY", 8),
    ("兆円", "JPY", 12),
    ("万元", "CNY", 4),
    ("亿元", "CNY", 8),
    ("만원", "KRW", 4),
    ("억원", "KRW", 8),
    ("조원", "KRW", 12),
];

/// Currencies with a bare `$` of their own, the ones most written about first.
const DOLLAR_SIGNS: &str = "CAD AUD NZD HKD SGD MXN TWD ARS CLP COP JMD BBD BZD BMD BND BSD DOP FJD GYD KYD LRD NAD SBD SRD \
                            TTD UYU XCD ZWL";

/// Signs that are no letters and stand for more than one currency.
pub(super) const SHARED_SIGNS: &[(&str, &str)] =
    &[("$", DOLLAR_SIGNS), ("£", "EGP LBP IEP"), ("¥", "CNY"), ("￥", "CNY"), ("₨", "PKR LKR NPR")];
