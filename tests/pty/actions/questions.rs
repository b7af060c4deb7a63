//! Answers to questions, choices, the help, the welcome.

use super::Step::Key;
use super::Then::{Focuses, Hides, Shows};
use super::stage::Stage::{Review, Reviewed, Sourced, Welcome};
use super::{Case, Step, case};

const DISPUTED: &[Step] = &[Key("d", "Why is it disputed?")];
const FILTER: &[Step] = &[Key("f", "List which claims?")];
const DISMISSED: &[Step] = &[Key("D", "Claims  2 of 2"), Key("f", "List which claims?")];
const EDITOR: &[Step] = &[Key("E", "Edit what in $EDITOR?")];
const CHOICE: &[Step] = &[Key("S", "─ Which source")];
const SOURCES: &[Step] = &[Key("ctrl-s", "2 sources")];
const HELP_END: &[Step] = &[
    Key("?", "Anywhere in the review"),
    Key("G", "In the welcome"),
];
const HELP: &[Step] = &[Key("?", "Anywhere in the review")];

pub(super) const CASES: &[Case] = &[
    case("reason-wrong", Review, DISPUTED, Shows("disputed (wrong)")),
    case(
        "reason-misleading",
        Review,
        DISPUTED,
        Shows("disputed (misleading)"),
    ),
    case(
        "reason-outdated",
        Review,
        DISPUTED,
        Shows("disputed (outdated)"),
    ),
    case(
        "reason-misattributed",
        Review,
        DISPUTED,
        Shows("disputed (misattributed)"),
    ),
    case(
        "reason-conflicting",
        Review,
        DISPUTED,
        Shows("disputed (conflicting sources)"),
    ),
    case(
        "reason-open",
        Review,
        DISPUTED,
        Hides("Why is it disputed?"),
    ),
    case(
        "editor-sources",
        Review,
        EDITOR,
        Shows("This cannot be read"),
    ),
    case(
        "sources-browse",
        Sourced,
        SOURCES,
        Shows("opened: https://example.org/"),
    ),
    case("sources-page-down", Sourced, SOURCES, Shows(">     ·")),
    case(
        "sources-page-up",
        Sourced,
        &[Key("ctrl-s", "2 sources"), Key("pagedown", ">     ·")],
        Shows("> 1 claim  The letter"),
    ),
    case(
        "filter-unreviewed",
        Reviewed,
        FILTER,
        Shows("unreviewed only, 1 of 1"),
    ),
    case(
        "filter-verified",
        Reviewed,
        FILTER,
        Shows("verified only, 1 of 1"),
    ),
    case(
        "filter-disputed",
        Reviewed,
        FILTER,
        Shows("disputed only, 1 of 1"),
    ),
    case(
        "filter-unknown",
        Reviewed,
        FILTER,
        Shows("unknown only, none"),
    ),
    case(
        "filter-contested",
        Reviewed,
        FILTER,
        Shows("contested only, none"),
    ),
    case(
        "filter-dismissed",
        Reviewed,
        DISMISSED,
        Shows("1 dismissed among them"),
    ),
    case(
        "filter-by",
        Reviewed,
        FILTER,
        Shows("─ List claims that meet"),
    ),
    case("filter-all", Reviewed, FILTER, Hides("List which claims?")),
    case("filter-keep", Reviewed, FILTER, Hides("List which claims?")),
    case("editor-wording", Review, EDITOR, Shows("typed elsewhere")),
    case(
        "editor-correction",
        Review,
        &[
            Key("d", "Why is it disputed?"),
            Key("w", "✗ disputed (wrong)"),
            Key("k", "Claims  1 of 3"),
            Key("E", "Edit what in $EDITOR?"),
        ],
        Shows("typed elsewhere"),
    ),
    case("editor-note", Review, EDITOR, Shows("typed elsewhere")),
    case("editor-query", Review, EDITOR, Shows("typed elsewhere")),
    case(
        "editor-cancel",
        Review,
        EDITOR,
        Hides("Edit what in $EDITOR?"),
    ),
    case("choice-down", Sourced, CHOICE, Shows(">2")),
    case("choice-up", Sourced, CHOICE, Shows(">2")),
    case("choose", Sourced, CHOICE, Shows("─ Source")),
    case("choice-cancel", Sourced, CHOICE, Hides("─ Which source")),
    case("help-down", Review, HELP, Focuses("Disputed; one more key")),
    case(
        "help-up",
        Review,
        HELP_END,
        Focuses("ctrl-c   Close the help"),
    ),
    case("help-do", Review, HELP, Shows("1 of 3 ·")),
    case(
        "help-page-down",
        Review,
        HELP,
        Hides("Anywhere in the review"),
    ),
    case("help-page-up", Review, HELP_END, Hides("In the welcome")),
    case("help-top", Review, HELP_END, Hides("In the welcome")),
    case("help-end", Review, HELP, Shows("In the welcome")),
    case("help-search", Review, HELP, Shows("enter keep")),
    case("help-close", Review, HELP, Hides("Anywhere in the review")),
    case("welcome-close", Welcome, &[], Hides("Welcome to redpencil")),
];
