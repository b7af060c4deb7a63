//! Actions of the cursor in the article, and what is made of what it selects.

use super::Step::{Key, Press, To};
use super::Then::{Shows, Stands};
use super::stage::Stage::Words;
use super::{Case, Step, case};

const FIRST: &str = "The ferry sank in 1931, and";

/// The cursor is on the first word of the first claim.
const HERE: &[Step] = &[To("shift-tab", FIRST)];
const SELECTED: &[Step] = &[
    To("shift-tab", FIRST),
    Key("V", "move to select"),
    To("w", "e ferry sank in 1931"),
];

pub(super) const CASES: &[Case] = &[
    case("select", Words, HERE, Shows("move to select")),
    case("character-forward", Words, HERE, Stands("he ferry sank")),
    case(
        "character-back",
        Words,
        &[To("shift-tab", FIRST), To("l", "he ferry sank")],
        Stands(FIRST),
    ),
    case(
        "word-forward",
        Words,
        HERE,
        Stands("ferry sank in 1931, and"),
    ),
    case(
        "word-back",
        Words,
        &[To("shift-tab", FIRST), To("w", "ferry sank in 1931, and")],
        Stands(FIRST),
    ),
    case("clause-forward", Words, HERE, Stands("and 40 people")),
    case(
        "clause-back",
        Words,
        &[To("shift-tab", FIRST), To(";", "and 40 people")],
        Stands(FIRST),
    ),
    case("sentence-forward", Words, HERE, Stands("What a day.")),
    case(
        "sentence-back",
        Words,
        &[To("shift-tab", FIRST), To(")", "What a day.")],
        Stands(FIRST),
    ),
    case(
        "paragraph-forward",
        Words,
        HERE,
        Stands("Nobody came on Monday."),
    ),
    case(
        "paragraph-back",
        Words,
        &[To("shift-tab", FIRST), To("}", "Nobody came on Monday.")],
        Stands(FIRST),
    ),
    case(
        "claim-forward",
        Words,
        HERE,
        Stands("40 people drowned. What"),
    ),
    case(
        "claim-back",
        Words,
        &[To("shift-tab", FIRST), To("]", "40 people drowned. What")],
        Stands(FIRST),
    ),
    case(
        "add-claim",
        Words,
        &[To("shift-tab", FIRST), To(")", "What a day.")],
        Shows("added: What a day (z takes it back)"),
    ),
    case("requote", Words, SELECTED, Shows("quote changed: The")),
    case(
        "split-claim",
        Words,
        &[To("shift-tab", FIRST), To("w", "ferry sank in 1931, and")],
        Shows("cut in two: The"),
    ),
    case(
        "merge-claims",
        Words,
        &[Press("g")],
        Shows("joined: The ferry"),
    ),
    case("repeat", Words, &[], Shows("Which claim does it repeat?")),
];
