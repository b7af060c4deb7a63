//! Actions in the list of articles.

use super::Step::{Key, Write};
use super::Then::{Draws, Ends, Hides, Shows, Stops};
use super::stage::Stage::{Articles, ManyArticles};
use super::{Case, case};

pub(super) const CASES: &[Case] = &[
    case("articles-open", Articles, &[], Shows("q to the list")),
    case("articles-next", Articles, &[], Shows("Articles  2 of 3")),
    case("articles-sort", Articles, &[], Hides("by path")),
    case("articles-reverse", Articles, &[], Shows("reversed")),
    case("articles-filter", Articles, &[], Shows(", unfinished,")),
    case("articles-search", Articles, &[], Shows("enter save")),
    case(
        "articles-clear-filter",
        Articles,
        &[Key("f", ", unfinished,")],
        Hides(", unfinished,"),
    ),
    case("articles-down", Articles, &[], Shows("2 of 3")),
    case(
        "articles-up",
        Articles,
        &[Key("G", "3 of 3")],
        Shows("2 of 3"),
    ),
    case(
        "articles-half-page-down",
        ManyArticles,
        &[],
        Hides("1 of 60"),
    ),
    case(
        "articles-half-page-up",
        ManyArticles,
        &[Key("G", "60 of 60")],
        Hides("60 of 60"),
    ),
    case("articles-page-down", ManyArticles, &[], Hides("1 of 60")),
    case(
        "articles-page-up",
        ManyArticles,
        &[Key("G", "60 of 60")],
        Hides("60 of 60"),
    ),
    case(
        "articles-first",
        ManyArticles,
        &[Key("G", "60 of 60")],
        Hides("60 of 60"),
    ),
    case("articles-last", ManyArticles, &[], Shows("60 of 60")),
    case(
        "articles-reread",
        Articles,
        &[Write("another.txt")],
        Shows("4 articles,"),
    ),
    case(
        "articles-help",
        Articles,
        &[],
        Shows("All keys of the list"),
    ),
    case("articles-redraw", Articles, &[], Draws),
    case("articles-suspend", Articles, &[], Stops),
    case("articles-quit", Articles, &[], Ends),
];
