//! Actions in text fields, in the form of a source, in the palette.

use super::Step::{Key, Move, Type};
use super::Then::{Cursor, Hides, Shows};
use super::stage::Stage::{Review, Sourced};
use super::{Case, Step, case};

const TYPED: &[Step] = &[Key("o", "─ Note"), Type("alpha beta")];
const TWO_ROWS: &[Step] = &[
    Key("o", "─ Note"),
    Type("alpha"),
    Move("alt-enter"),
    Type("beta"),
];
const AT_FIRST_ROW: &[Step] = &[
    Key("o", "─ Note"),
    Type("alpha"),
    Move("alt-enter"),
    Type("beta"),
    Move("up"),
];
const AT_START: &[Step] = &[Key("o", "─ Note"), Type("alpha beta"), Move("home")];
const FORM: &[Step] = &[Key("s", "─ New source")];

const CONDITIONS: &[Step] = &[
    Key("f", "List which claims?"),
    Key("/", "─ List claims that meet"),
    Type("-verd"),
];
const SEARCH: &[Step] = &[Key("/", "─ Search")];
const SEARCHED: &[Step] = &[Key("/", "─ Search"), Type("董事会")];

pub(super) const CASES: &[Case] = &[
    case("save", Review, TYPED, Hides("─ Note")),
    case("cancel", Review, TYPED, Shows("not saved")),
    case("template", Review, TYPED, Shows("template 1 of 5")),
    case("new-line", Review, TYPED, Cursor(1, -10)),
    case("caret-left", Review, TYPED, Cursor(0, -1)),
    case("caret-right", Review, AT_START, Cursor(0, 1)),
    case("caret-up", Review, TWO_ROWS, Cursor(-1, 0)),
    case("caret-down", Review, AT_FIRST_ROW, Cursor(1, 0)),
    case("caret-home", Review, TYPED, Cursor(0, -10)),
    case("caret-end", Review, AT_START, Cursor(0, 10)),
    case("delete-back", Review, TYPED, Hides("beta")),
    case("delete-forward", Review, AT_START, Hides("alpha")),
    case("delete-word", Review, TYPED, Hides("beta")),
    case("delete-to-start", Review, TYPED, Hides("alpha")),
    case("delete-to-end", Review, AT_START, Hides("alpha")),
    case("field-in-editor", Review, TYPED, Shows("typed elsewhere")),
    case("next-field", Review, FORM, Cursor(1, 0)),
    case("previous-field", Review, FORM, Cursor(7, 0)),
    case("known-source", Sourced, FORM, Shows("used before: 1 of 2")),
    case(
        "remove-source",
        Sourced,
        &[Key("S", "─ Which source"), Key("enter", "─ Source")],
        Hides("─ Source"),
    ),
    case("complete", Review, CONDITIONS, Cursor(0, 4)),
    case("complete-previous", Review, CONDITIONS, Cursor(0, 5)),
    case("search-expression", Review, SEARCH, Shows("by regular")),
    case("search-next", Review, SEARCHED, Shows("match 2 of 2")),
    case(
        "search-previous",
        Review,
        &[
            Key("/", "─ Search"),
            Type("董事会"),
            Key("tab", "match 2 of 2"),
        ],
        Shows("match 1 of 2"),
    ),
    case(
        "palette-next",
        Review,
        &[Key(":", "What to do")],
        Shows("> dispute "),
    ),
    case(
        "palette-previous",
        Review,
        &[Key(":", "What to do"), Key("tab", "> dispute ")],
        Shows("> verify "),
    ),
];
