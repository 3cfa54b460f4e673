//! Currencies that ISO 4217 has withdrawn (its list three) and that old cases still speak of.

/// A code that no currency has any more, and its English name. Sorted by code.
///
/// Where a later currency has the same name, the name here says until when the older one was listed. Codes that were
/// withdrawn and given out again are not here.
pub(super) const WITHDRAWN: &[(&str, &str)] = &[
    ("ADP", "Andorran peseta"),
    ("AFA", "Afghan afghani (until 2003)"),
    ("ALK", "Albanian lek (until 1989)"),
    ("ANG", "Netherlands Antillean guilder"),
    ("AOK", "Angolan kwanza (until 1991)"),
    ("AON", "Angolan new kwanza"),
    ("AOR", "Angolan kwanza reajustado"),
    ("ARA", "Argentine austral"),
    ("ARP", "Argentine peso (until 1985)"),
    ("ARY", "Argentine peso (until 1990)"),
    ("ATS", "Austrian schilling"),
    ("AYM", "Azerbaijani manat (2005)"),
    ("AZM", "Azerbaijani manat (until 2005)"),
    ("BAD", "Bosnia and Herzegovina dinar"),
    ("BEC", "Belgian convertible franc"),
    ("BEF", "Belgian franc"),
    ("BEL", "Belgian financial franc"),
    ("BGJ", "Bulgarian lev (A/52)"),
    ("BGK", "Bulgarian lev (A/62)"),
    ("BGL", "Bulgarian lev (until 2003)"),
    ("BOP", "Bolivian peso"),
    ("BRB", "Brazilian cruzeiro (until 1986)"),
    ("BRC", "Brazilian cruzado"),
    ("BRE", "Brazilian cruzeiro"),
    ("BRN", "Brazilian new cruzado"),
    ("BRR", "Brazilian cruzeiro real"),
    ("BUK", "Burmese kyat"),
    ("BYB", "Belarusian ruble (until 2001)"),
    ("BYR", "Belarusian ruble (until 2017)"),
    ("CHC", "WIR franc (electronic)"),
    ("CSD", "Serbian dinar (until 2006)"),
    ("CSJ", "Czechoslovak koruna (A/53)"),
    ("CSK", "Czechoslovak koruna"),
    ("CYP", "Cypriot pound"),
    ("DDM", "East German mark"),
    ("DEM", "Deutsche mark"),
    ("ECS", "Ecuadorian sucre"),
    ("ECV", "Unidad de valor constante"),
    ("EEK", "Estonian kroon"),
    ("ESA", "Spanish peseta (A account)"),
    ("ESB", "Spanish convertible peseta"),
    ("ESP", "Spanish peseta"),
    ("FIM", "Finnish markka"),
    ("FRF", "French franc"),
    ("GEK", "Georgian coupon"),
    ("GHC", "Ghanaian cedi (until 2008)"),
    ("GHP", "Ghanaian cedi (2007)"),
    ("GNE", "Guinean syli (until 1989)"),
    ("GNS", "Guinean syli"),
    ("GQE", "Equatorial Guinean ekwele"),
    ("GRD", "Greek drachma"),
    ("GWE", "Guinean escudo"),
    ("GWP", "Guinea-Bissau peso"),
    ("HRD", "Croatian dinar"),
    ("IEP", "Irish pound"),
    ("ILP", "Israeli pound"),
    ("ILR", "Israeli shekel (until 1990)"),
    ("ISJ", "Icelandic króna (until 1990)"),
    ("ITL", "Italian lira"),
    ("LAJ", "Lao kip (until 1979)"),
    ("LSM", "Lesotho loti (until 1985)"),
    ("LTL", "Lithuanian litas"),
    ("LTT", "Lithuanian talonas"),
    ("LUC", "Luxembourg convertible franc"),
    ("LUF", "Luxembourg franc"),
    ("LUL", "Luxembourg financial franc"),
    ("LVL", "Latvian lats"),
    ("LVR", "Latvian ruble"),
    ("MGF", "Malagasy franc"),
    ("MLF", "Malian franc"),
    ("MRO", "Mauritanian ouguiya (until 2017)"),
    ("MTL", "Maltese lira"),
    ("MTP", "Maltese pound"),
    ("MVQ", "Maldivian rupee"),
    ("MXP", "Mexican peso (until 1993)"),
    ("MZE", "Mozambican escudo"),
    ("MZM", "Mozambican metical (until 2006)"),
    ("NIC", "Nicaraguan córdoba (until 1990)"),
    ("NLG", "Dutch guilder"),
    ("PEH", "Peruvian sol (until 1990)"),
    ("PEI", "Peruvian inti"),
    ("PES", "Peruvian sol (until 1986)"),
    ("PLZ", "Polish złoty (until 1997)"),
    ("PTE", "Portuguese escudo"),
    ("RHD", "Rhodesian dollar"),
    ("ROK", "Romanian leu (A/52)"),
    ("ROL", "Romanian leu (until 2005)"),
    ("RUR", "Russian ruble (until 2004)"),
    ("SDD", "Sudanese dinar"),
    ("SDP", "Sudanese pound (until 1998)"),
    ("SIT", "Slovenian tolar"),
    ("SKK", "Slovak koruna"),
    ("SRG", "Surinamese guilder"),
    ("STD", "São Tomé and Príncipe dobra (until 2017)"),
    ("SUR", "Soviet ruble"),
    ("TJR", "Tajikistani ruble"),
    ("TMM", "Turkmenistan manat (until 2009)"),
    ("TPE", "Timorese escudo"),
    ("TRL", "Turkish lira (until 2005)"),
    ("UAK", "Ukrainian karbovanets"),
    ("UGS", "Ugandan shilling (until 1987)"),
    ("UGW", "Ugandan shilling (until 1990)"),
    ("USS", "United States dollar (same day)"),
    ("UYN", "Uruguayan peso (until 1989)"),
    ("UYP", "Uruguayan peso (until 1993)"),
    ("VEB", "Venezuelan bolívar (until 2008)"),
    ("VEF", "Venezuelan bolívar fuerte"),
    ("VNC", "Vietnamese đồng (until 1990)"),
    ("XEU", "European Currency Unit"),
    ("XFO", "Gold franc"),
    ("XFU", "UIC franc"),
    ("XRE", "RINET funds code"),
    ("YDD", "South Yemeni dinar"),
    ("YUD", "Yugoslav dinar (until 1990)"),
    ("YUM", "Yugoslav dinar"),
    ("YUN", "Yugoslav dinar (until 1995)"),
    ("ZAL", "South African financial rand"),
    ("ZMK", "Zambian kwacha (until 2012)"),
    ("ZRN", "New zaire"),
    ("ZRZ", "Zaire"),
    ("ZWC", "Rhodesian dollar (ZWC)"),
    ("ZWD", "Zimbabwean dollar (until 2008)"),
    ("ZWN", "Zimbabwean dollar (2006)"),
    ("ZWR", "Zimbabwean dollar (until 2009)"),
];

/// The place of a code in [`WITHDRAWN`].
pub(super) fn place_of(code: &str) -> Option<u8> {
    let place = WITHDRAWN.binary_search_by_key(&code, |(known, _)| known).ok()?;
    u8::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn codes_are_sorted_and_nobodys_now() {
        assert!(WITHDRAWN.is_sorted_by(|one, next| one.0 < next.0));
        for (code, name) in WITHDRAWN {
            assert!(iso_currency::Currency::from_code(code).is_none(), "{code} is in use");
            assert!(code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase()), "{code}");
            assert!(!name.is_empty());
        }
        assert!(u8::try_from(WITHDRAWN.len()).is_ok());
    }

    #[test]
    fn no_two_have_one_name() {
        let names: HashSet<_> = WITHDRAWN.iter().map(|(_, name)| name.to_lowercase()).collect();
        assert_eq!(names.len(), WITHDRAWN.len());
    }

    #[test]
    fn places_are_found() {
        assert_eq!(place_of("ADP"), Some(0));
        assert_eq!(place_of("USD"), None);
        assert_eq!(place_of("dem"), None);
        assert_eq!(place_of(""), None);
        for (place, (code, _)) in WITHDRAWN.iter().enumerate() {
            assert_eq!(place_of(code).map(usize::from), Some(place), "{code}");
        }
    }
}
