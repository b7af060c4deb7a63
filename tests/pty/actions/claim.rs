//! Actions on a claim.

use super::Step::Key;
use super::Then::{Copies, Shows};
use super::stage::Stage::{Contested, Remembered, Review, Reviewed, Settle, Sourced};
use super::{Case, case};

pub(super) const CASES: &[Case] = &[
    case("verify", Review, &[], Shows("1 of 3 ·")),
    case("dispute", Review, &[], Shows("Why is it disputed?")),
    case("unknown", Review, &[], Shows("? unknown")),
    case(
        "clear-verdict",
        Review,
        &[Key("v", "1 of 3 ·"), Key("k", "Claims  1 of 3")],
        Shows("0 of 3 ·"),
    ),
    case(
        "repeat-source",
        Sourced,
        &[Key("j", "Claims  2 of 3")],
        Shows("for: "),
    ),
    case("mark", Review, &[], Shows("1 marked")),
    case(
        "mark-stretch",
        Review,
        &[
            Key("space", "1 marked"),
            Key("j", "Claims  3 of 3, 1 marked"),
        ],
        Shows("3 marked"),
    ),
    case("wording", Review, &[], Shows("─ Wording")),
    case(
        "correction",
        Review,
        &[
            Key("d", "Why is it disputed?"),
            Key("w", "✗ disputed (wrong)"),
            Key("k", "Claims  1 of 3"),
        ],
        Shows("─ Correction"),
    ),
    case("note", Review, &[], Shows("─ Note")),
    case("query", Review, &[], Shows("─ Query")),
    case("add-source", Review, &[], Shows("─ New source")),
    case("edit-source", Sourced, &[], Shows("─ Which source")),
    case("editor", Review, &[], Shows("Edit what in $EDITOR?")),
    case(
        "settle",
        Contested,
        &[Key("g", "Claims  1 of 3")],
        Shows("Which verdict settles it?"),
    ),
    case("take-over", Remembered, &[], Shows("taken over: ✗")),
    case("dismiss", Review, &[], Shows("Claims  1 of 2")),
    case(
        "take-left",
        Settle,
        &[],
        Shows("ana.claims.yaml holds: verified"),
    ),
    case(
        "take-right",
        Settle,
        &[],
        Shows("ben.claims.yaml holds: disputed"),
    ),
    case("copy", Review, &[], Copies("212人簽署")),
    case(
        "open-source",
        Sourced,
        &[],
        Shows("Open this address in the browser?"),
    ),
    case(
        "history",
        Reviewed,
        &[Key("g", "Claims  1 of 3")],
        Shows("History of this claim"),
    ),
];
