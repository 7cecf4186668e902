//! What kinds of money an activity states, and what they are called here.

/// A kind of money. Each is an indicator of its own: they describe the same money
/// at several steps, and must never be added to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flow {
    /// A transaction, by its number on IATI's list of types; 0 for another one.
    Transaction(u8),
    /// A budget: whether it is a revised one.
    Budget(bool),
    /// A planned disbursement: whether it is a revised one.
    Planned(bool),
}

/// Id, kind of record in English and Chinese, indicator in English and Chinese.
type Names = [&'static str; 5];

const TRANSACTIONS: [Names; 14] = [
    [
        "other-transactions",
        "Other transaction",
        "其他交易",
        "Other transactions",
        "其他交易",
    ],
    [
        "incoming-funds",
        "Incoming funds",
        "收入资金",
        "Incoming funds",
        "收入资金",
    ],
    ["commitments", "Commitment", "承诺", "Commitments", "承诺额"],
    [
        "disbursements",
        "Disbursement",
        "拨付",
        "Disbursements",
        "拨付额",
    ],
    [
        "expenditures",
        "Expenditure",
        "支出",
        "Expenditure",
        "支出额",
    ],
    [
        "interest-payments",
        "Interest payment",
        "付息",
        "Interest payments",
        "付息额",
    ],
    [
        "loan-repayments",
        "Loan repayment",
        "还贷",
        "Loan repayments",
        "还贷额",
    ],
    [
        "reimbursements",
        "Reimbursement",
        "偿付",
        "Reimbursements",
        "偿付额",
    ],
    [
        "equity-bought",
        "Purchase of equity",
        "购入股权",
        "Equity bought",
        "购入股权额",
    ],
    [
        "equity-sold",
        "Sale of equity",
        "出售股权",
        "Equity sold",
        "出售股权额",
    ],
    [
        "guarantees",
        "Credit guarantee",
        "信贷担保",
        "Credit guarantees",
        "信贷担保额",
    ],
    [
        "incoming-commitments",
        "Incoming commitment",
        "收到的承诺",
        "Incoming commitments",
        "收到的承诺额",
    ],
    [
        "outgoing-pledges",
        "Outgoing pledge",
        "认捐",
        "Outgoing pledges",
        "认捐额",
    ],
    [
        "incoming-pledges",
        "Incoming pledge",
        "收到的认捐",
        "Incoming pledges",
        "收到的认捐额",
    ],
];
const BUDGETS: [Names; 2] = [
    ["budgets", "Budget", "预算", "Budgets", "预算额"],
    [
        "revised-budgets",
        "Revised budget",
        "修订预算",
        "Revised budgets",
        "修订预算额",
    ],
];
const PLANNED: [Names; 2] = [
    [
        "planned-disbursements",
        "Planned disbursement",
        "计划拨付",
        "Planned disbursements",
        "计划拨付额",
    ],
    [
        "revised-planned-disbursements",
        "Revised planned disbursement",
        "修订的计划拨付",
        "Revised planned disbursements",
        "修订的计划拨付额",
    ],
];

impl Flow {
    /// All kinds.
    pub fn all() -> impl Iterator<Item = Self> {
        let rest = [
            Self::Budget(false),
            Self::Budget(true),
            Self::Planned(false),
            Self::Planned(true),
        ];
        (0..=13).map(Self::Transaction).chain(rest)
    }

    /// The transaction of a code: a number, or letters up to version 1.05.
    pub fn transaction(code: &str) -> Option<Self> {
        let number = match code.to_ascii_uppercase().as_str() {
            "IF" => 1,
            "C" => 2,
            "D" => 3,
            "E" => 4,
            "IR" => 5,
            "LR" => 6,
            "R" => 7,
            "QP" => 8,
            "QS" => 9,
            "CG" => 10,
            digits => digits.parse().ok().filter(|n| (1..=13).contains(n))?,
        };
        Some(Self::Transaction(number))
    }

    /// Whether amounts of it may be added: of one level, in one currency.
    pub fn adds(self) -> bool {
        self != Self::Transaction(0)
    }

    /// Whether it is money of the activity, and no promise to stand in for it.
    pub fn is_own(self) -> bool {
        !matches!(self, Self::Transaction(0 | 10))
    }

    /// The element that IATI has for it.
    pub fn element(self) -> Option<&'static str> {
        match self {
            Self::Transaction(_) => Some("transaction"),
            Self::Budget(_) => Some("budget"),
            Self::Planned(_) => None,
        }
    }

    /// What tells a reader most of where money goes stands first.
    pub fn rank(self) -> u8 {
        match self {
            Self::Transaction(3) => 0,
            Self::Transaction(4) => 1,
            Self::Transaction(2) => 2,
            Self::Budget(_) => 3,
            Self::Planned(_) => 4,
            Self::Transaction(_) => 5,
        }
    }

    /// Id, kind of record in English and Chinese, indicator in English and Chinese.
    pub fn names(self) -> Names {
        match self {
            Self::Transaction(number) => TRANSACTIONS
                .get(usize::from(number))
                .copied()
                .unwrap_or(TRANSACTIONS[0]),
            Self::Budget(revised) => BUDGETS[usize::from(revised)],
            Self::Planned(revised) => PLANNED[usize::from(revised)],
        }
    }
}

/// What purposes of OECD DAC are about, by their first two digits.
pub const GROUPS: [(&str, &str, &str); 27] = [
    ("11", "Education", "教育"),
    ("12", "Health", "卫生"),
    ("13", "Population", "人口"),
    ("14", "Water and sanitation", "供水和卫生设施"),
    ("15", "Government and civil society", "政府和公民社会"),
    ("16", "Other social services", "其他社会服务"),
    ("21", "Transport", "交通"),
    ("22", "Communications", "通信"),
    ("23", "Energy", "能源"),
    ("24", "Banking", "金融"),
    ("25", "Business", "商业"),
    ("31", "Farming, forests and fishing", "农林渔业"),
    ("32", "Industry and mining", "工业和采矿"),
    ("33", "Trade and tourism", "贸易和旅游"),
    ("41", "Environment", "环境"),
    ("43", "Across sectors", "跨领域"),
    ("51", "Budget support", "预算支持"),
    ("52", "Food aid", "粮食援助"),
    ("53", "Other commodity aid", "其他商品援助"),
    ("60", "Debt", "债务"),
    ("72", "Emergency response", "紧急救援"),
    ("73", "Reconstruction", "重建"),
    ("74", "Disaster preparedness", "防灾"),
    ("91", "Costs of donors", "捐助方的费用"),
    ("92", "Support of organisations", "对组织的支持"),
    ("93", "Refugees in donor countries", "捐助国的难民"),
    ("99", "Not allocated", "未分配"),
];
