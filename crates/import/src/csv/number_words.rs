//! Words that stand beside numbers.

use model::Qualifier;

/// Whether a word is a currency's code of ISO 4217, of those that aid is stated in.
#[must_use]
pub fn is_currency(word: &str) -> bool {
    word.len() == 3 && CODES.split(' ').any(|code| code.eq_ignore_ascii_case(word))
}

const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB \
BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR \
FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES \
KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR \
MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR \
SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS \
UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWL";

/// Signs of one currency only. `$` and `¥` are of several and no answer.
pub const CURRENCIES: &[(&str, &str)] = &[
    ("us$", "USD"),
    ("a$", "AUD"),
    ("c$", "CAD"),
    ("r$", "BRL"),
    ("\u{20ac}", "EUR"),
    ("\u{a3}", "GBP"),
    ("\u{20b9}", "INR"),
    ("\u{5143}\u{4eba}\u{6c11}\u{5e01}", "CNY"),
    ("\u{4eba}\u{6c11}\u{5e01}", "CNY"),
    ("rmb", "CNY"),
    ("euros", "EUR"),
    ("\u{7f8e}\u{5143}", "USD"),
    ("\u{6b27}\u{5143}", "EUR"),
];

/// Words of size, the longer ones of a beginning first.
pub const SIZES: &[(&str, i32)] = &[
    ("thousand", 3),
    ("millones", 6),
    ("millions", 6),
    ("million", 6),
    ("millón", 6),
    ("mille", 3),
    ("mil", 3),
    ("milliards", 9),
    ("milliard", 9),
    ("mln", 6),
    ("mn", 6),
    ("m", 6),
    ("billions", 9),
    ("billion", 9),
    ("bn", 9),
    ("k", 3),
    ("\u{4e07}", 4),
    ("\u{4ebf}", 8),
];

/// Words on how sure a number is, before it or (in Chinese) behind it.
pub const QUALIFIERS: &[(&str, Qualifier)] = &[
    ("approximately", Qualifier::About),
    ("approx.", Qualifier::About),
    ("approx", Qualifier::About),
    ("about", Qualifier::About),
    ("around", Qualifier::About),
    ("roughly", Qualifier::About),
    ("circa", Qualifier::About),
    ("ca.", Qualifier::About),
    ("c.", Qualifier::About),
    ("~", Qualifier::About),
    ("\u{2248}", Qualifier::About),
    ("environ", Qualifier::About),
    ("aproximadamente", Qualifier::About),
    ("unos", Qualifier::About),
    ("\u{5927}\u{7ea6}", Qualifier::About),
    ("\u{7ea6}", Qualifier::About),
    ("\u{5de6}\u{53f3}", Qualifier::About),
    ("more than", Qualifier::Over),
    ("over", Qualifier::Over),
    ("plus de", Qualifier::Over),
    ("más de", Qualifier::Over),
    (">=", Qualifier::AtLeast),
    ("\u{2265}", Qualifier::AtLeast),
    (">", Qualifier::Over),
    ("\u{8d85}\u{8fc7}", Qualifier::Over),
    ("nearly", Qualifier::Nearly),
    ("almost", Qualifier::Nearly),
    ("près de", Qualifier::Nearly),
    ("casi", Qualifier::Nearly),
    ("\u{8fd1}", Qualifier::Nearly),
    ("at least", Qualifier::AtLeast),
    ("au moins", Qualifier::AtLeast),
    ("al menos", Qualifier::AtLeast),
    ("\u{81f3}\u{5c11}", Qualifier::AtLeast),
    ("\u{4ee5}\u{4e0a}", Qualifier::AtLeast),
    ("up to", Qualifier::UpTo),
    ("<=", Qualifier::UpTo),
    ("\u{2264}", Qualifier::UpTo),
    ("jusqu'à", Qualifier::UpTo),
    ("hasta", Qualifier::UpTo),
    ("estimated", Qualifier::Estimated),
    ("est.", Qualifier::Estimated),
    ("expected", Qualifier::Expected),
];
