//! What other people's software writes into links.
//!
//! Mail senders, advertisers, messengers and share buttons append parameters of
//! their own to any link that passes through them. They say nothing to this app
//! and nothing to its readers, so they raise no notice; and as the app writes
//! the address anew with each change of the view, they are not passed on.

/// Beginnings of names: campaign marks that come in families.
const FAMILIES: [&str; 25] = [
    "utm_", "mtm_", "matomo_", "pk_", "piwik_", "hsa_", "_hs", "__hs", "mc_", "oly_", "vero_",
    "at_", "itm_", "ns_", "elq", "fb_", "__cft__", "__tn__", "guce", "_branch_", "share", "spm",
    "wx", "tt_", // The language that a page was translated into, by Google.
    "_x_tr_",
];

/// Whole names.
const NAMES: [&str; 75] = [
    // Advertisers' click ids.
    "fbclid",
    "gclid",
    "gclsrc",
    "gbraid",
    "wbraid",
    "gad",
    "gad_source",
    "gad_campaignid",
    "msclkid",
    "dclid",
    "yclid",
    "ysclid",
    "ttclid",
    "twclid",
    "li_fat_id",
    "epik",
    "irclickid",
    "rdt_cid",
    "sccid",
    "qclid",
    "bd_vid",
    "wickedid",
    "igshid",
    "igsh",
    "si",
    "srsltid",
    "zanpid",
    "mibextid",
    "rdid",
    "trk",
    "lipi",
    "_openstat",
    "awc",
    "tblci",
    // Analytics.
    "_ga",
    "_gl",
    "_ke",
    "_kx",
    "__s",
    "hsctatracking",
    "s_cid",
    "ncid",
    "mkt_tok",
    "ml_subscriber",
    "ml_subscriber_hash",
    "cmpid",
    "ref",
    "ref_src",
    "ref_url",
    "referrer",
    "feature",
    // Messengers and news apps, WeChat's above all.
    "isappinstalled",
    "nsukey",
    "scene",
    "clicktime",
    "enterid",
    "sessionid",
    "subscene",
    "ascene",
    "devicetype",
    "pass_ticket",
    "chksm",
    "_t",
    "exportkey",
    "wework_cfm_code",
    "tdsourcetag",
    "_wv",
    "sudaref",
    "weibo_id",
    "vd_source",
    "xsec_token",
    "xsec_source",
    "apptime",
    "wfr",
    "ddtab",
];

/// WeChat, and those that do as it does, put the place a link was opened from
/// into `from`, which is a parameter of ours as well.
const WORDS_OF_FROM: [&str; 22] = [
    "singlemessage",
    "groupmessage",
    "timeline",
    "favorite",
    "favorites",
    "message",
    "mymessage",
    "moments",
    "search",
    "scan",
    "weixin",
    "wechat",
    "wxwork",
    "qq",
    "qzone",
    "weibo",
    "dingtalk",
    "feishu",
    "from_copylink",
    "qrcode",
    "share",
    "mobileqq",
];

/// Whether a parameter of that name, in small letters, is somebody else's.
#[must_use]
pub fn is_foreign(name: &str) -> bool {
    NAMES.contains(&name) || FAMILIES.iter().any(|family| name.starts_with(family))
}

/// Whether that value of `from`, in small letters, is a messenger's.
#[must_use]
pub fn is_word_of_from(value: &str) -> bool {
    WORDS_OF_FROM.contains(&value)
}
