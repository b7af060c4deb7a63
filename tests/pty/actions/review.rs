//! Actions that count wherever the cursor is in the review.

use super::Step::{Key, Type};
use super::Then::{At, Draws, Ends, Focuses, Hides, Shows, Stops};
use super::stage::Stage::{Blind, FromArticles, Long, Review, Reviewed, Sourced};
use super::{Case, Step, case};

const FOUND: &[Step] = &[
    Key("/", "─ Search"),
    Type("董事会"),
    Key("enter", "match 1 of 2:"),
];

pub(super) const CASES: &[Case] = &[
    case("next-unreviewed", Review, &[], Shows("Claims  2 of 3")),
    case(
        "previous-unreviewed",
        Review,
        &[Key("G", "Claims  3 of 3")],
        Shows("Claims  2 of 3"),
    ),
    case("undo", Review, &[Key("v", "1 of 3 ·")], Shows("0 of 3 ·")),
    case(
        "redo",
        Review,
        &[Key("v", "1 of 3 ·"), Key("z", "0 of 3 ·")],
        Shows("1 of 3 ·"),
    ),
    case("reveal", Blind, &[], Shows("3 still to judge")),
    case("down", Review, &[], Shows("Claims  2 of 3")),
    case(
        "up",
        Review,
        &[Key("G", "Claims  3 of 3")],
        Shows("Claims  2 of 3"),
    ),
    case("half-page-down", Long, &[], Hides("Claims  1 of 60")),
    case(
        "half-page-up",
        Long,
        &[Key("G", "Claims  60 of 60")],
        Hides("Claims  60 of 60"),
    ),
    case("page-down", Long, &[], Hides("Claims  1 of 60")),
    case(
        "page-up",
        Long,
        &[Key("G", "Claims  60 of 60")],
        Hides("Claims  60 of 60"),
    ),
    case(
        "first",
        Long,
        &[Key("G", "Claims  60 of 60")],
        Shows("Claims  1 of 60"),
    ),
    case("last", Long, &[], Shows("Claims  60 of 60")),
    case("next-pane", Review, &[], Focuses(" Claim 1")),
    case("previous-pane", Review, &[], Focuses("Article")),
    case("mark-all", Review, &[], Shows("3 marked")),
    case("order", Review, &[], Shows("listed by worth")),
    case("pass", Review, &[], Shows("pass 1 of 3, facts")),
    case("colour-by", Review, &[], Shows("colours: kind")),
    case("read", Review, &[], Hides("─ Claims")),
    case("zoom", Review, &[], Hides(" Claim 1")),
    case("grow-pane", Review, &[], At(" Claim 1", 17)),
    case("shrink-pane", Review, &[], At(" Claim 1", 13)),
    case("filter", Review, &[], Shows("List which claims?")),
    case(
        "clear-filter",
        Review,
        &[
            Key("f", "List which claims?"),
            Key("v", "verified only, none"),
        ],
        Shows("Claims  1 of 3"),
    ),
    case("search", Review, &[], Shows("─ Search")),
    case("next-match", Review, FOUND, Shows("match 2 of")),
    case(
        "previous-match",
        Review,
        FOUND,
        Shows("match 2 of 2, round"),
    ),
    case(
        "jump-back",
        Long,
        &[Key("G", "Claims  60 of 60")],
        Shows("Claims  1 of 60"),
    ),
    case(
        "jump-forward",
        Long,
        &[
            Key("G", "Claims  60 of 60"),
            Key("ctrl-o", "Claims  1 of 60"),
        ],
        Shows("Claims  60 of 60"),
    ),
    case("sources", Sourced, &[], Shows("2 sources")),
    case(
        "compare",
        Reviewed,
        &[],
        Shows("Compare with which revision?"),
    ),
    case("commit", Review, &[Key("v", "1 of 3 ·")], Shows("─ Commit")),
    case("left-out", Review, &[], Shows("each with its reason")),
    case("palette", Review, &[], Shows("What to do")),
    case("help", Review, &[], Shows("Anywhere in the review")),
    case("redraw", Review, &[], Draws),
    case(
        "pointer",
        Review,
        &[],
        Shows("the pointer is the terminal's"),
    ),
    case("suspend", Review, &[], Stops),
    case("articles", FromArticles, &[], Shows("3 articles,")),
    case("quit", Review, &[], Ends),
];
