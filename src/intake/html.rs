//! Web pages: the words of the article without the page round it.

use chrono::NaiveDate;
use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node, Selector};

use crate::intake::Parsed;
use crate::intake::bounds;
use crate::intake::composer::Composer;
use crate::intake::date::parse_date;
use crate::text::{BlockKind, Language, Problem};

mod attributes;
mod depth;

pub(super) fn parse(text: &str) -> Result<Parsed, Problem> {
    attributes::check(text)?;
    depth::check(text)?;
    let page = Html::parse_document(text);
    let root = main_content(&page);
    let mut composer = Composer::default();
    compose(*root, Forms::Skipped, &mut composer);
    if !composer.has_blocks() {
        // Some page builders put the whole page into one form.
        compose(*root, Forms::Read, &mut composer);
    }
    Ok(Parsed {
        article: composer.into_article(title(&page)),
        language: language(&page),
        published: published(&page),
    })
}

/// Sets the words of a piece of HTML that stands in a text of another format.
/// One that goes beyond all measure is left out.
pub(super) fn compose_fragment(text: &str, composer: &mut Composer) {
    if attributes::check(text).is_ok() && depth::check(text).is_ok() {
        compose(
            *Html::parse_fragment(text).root_element(),
            Forms::Skipped,
            composer,
        );
    }
}

/// Characters that an `<article>` needs to be taken for the article: fewer are a
/// teaser or a comment.
const LEAST_ARTICLE_CHARS: usize = 200;

/// The longest `<article>`, else `<main>`, else the body.
fn main_content(page: &Html) -> ElementRef<'_> {
    let length = |it: &ElementRef<'_>| it.text().map(|it| it.trim().chars().count()).sum::<usize>();
    let article = all(page, "article")
        .into_iter()
        .take(bounds::ARTICLES)
        // An article inside an article is a comment or a teaser: its text counts for both.
        .map(|it| (length(&it), it))
        .fold(None, |best: Option<(usize, ElementRef<'_>)>, it| {
            if best.as_ref().is_some_and(|best| best.0 >= it.0) {
                best
            } else {
                Some(it)
            }
        });
    if let Some((_, article)) = article.as_ref().filter(|it| it.0 >= LEAST_ARTICLE_CHARS) {
        return *article;
    }
    first(page, "main, [role=main]")
        .or(article.map(|it| it.1))
        .or_else(|| first(page, "body"))
        .unwrap_or_else(|| page.root_element())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Forms {
    Skipped,
    Read,
}

/// Walks the tree with no recursion: pages may be nested as deep as they like.
fn compose(root: NodeRef<'_, Node>, forms: Forms, composer: &mut Composer) {
    let mut open = vec![BlockKind::Paragraph];
    let mut verbatim = 0_usize;
    let mut skipped = None;
    for edge in root.traverse() {
        let (Edge::Open(node) | Edge::Close(node)) = edge;
        if skipped.is_some_and(|it| it != node.id()) {
            continue;
        }
        let kind = open.last().copied().unwrap_or(BlockKind::Paragraph);
        match (edge, node.value()) {
            (Edge::Open(_), Node::Text(words)) if verbatim > 0 => composer.verbatim(words),
            (Edge::Open(_), Node::Text(words)) => words
                // Both only say where a long word may be broken.
                .split(['\u{AD}', '\u{200B}'])
                .for_each(|it| composer.words(it)),
            (Edge::Open(_), Node::Element(element)) => {
                let name = element.name();
                if is_skipped(element, forms) && node.id() != root.id() {
                    skipped = Some(node.id());
                } else if name == "br" {
                    composer.line_break(kind);
                } else if matches!(name, "td" | "th") && composer.is_open() {
                    composer.words(" | ");
                } else if let Some(inner) = block_kind(name, kind) {
                    composer.end(kind);
                    open.push(inner);
                    verbatim += usize::from(name == "pre");
                }
            }
            (Edge::Close(_), Node::Element(element)) => {
                if skipped.take().is_some() {
                    continue;
                }
                let name = element.name();
                if block_kind(name, kind).is_some() {
                    composer.end(kind);
                    open.pop();
                    verbatim -= usize::from(name == "pre");
                }
            }
            _ => {}
        }
    }
    composer.end(BlockKind::Paragraph);
}

fn is_skipped(element: &scraper::node::Element, forms: Forms) -> bool {
    let name = element.name();
    let by_name = matches!(
        name,
        "script"
            | "style"
            | "nav"
            | "aside"
            | "footer"
            | "noscript"
            | "template"
            | "head"
            | "svg"
            | "iframe"
            | "object"
            | "button"
            | "select"
            | "textarea"
            | "canvas"
            | "audio"
            | "video"
            | "dialog"
            | "rt"
            | "rp"
    );
    let is_hidden = element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
        || element
            .attr("style")
            .is_some_and(|it| it.replace(' ', "").contains("display:none"));
    by_name || (name == "form" && forms == Forms::Skipped) || is_hidden
}

/// What an element makes of the words in it, inside a block of the kind
/// `around`; none if it stands inside a line.
fn block_kind(name: &str, around: BlockKind) -> Option<BlockKind> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading),
        "li" | "dt" | "dd" => Some(BlockKind::ListItem),
        "blockquote" => Some(BlockKind::BlockQuote),
        "figcaption" | "caption" => Some(BlockKind::Caption),
        "tr" => Some(BlockKind::Table),
        "pre" => Some(BlockKind::Code),
        "table" | "article" | "body" => Some(BlockKind::Paragraph),
        // Old pages set whole articles in a table.
        "p" if matches!(around, BlockKind::Table) => Some(BlockKind::Paragraph),
        "p" | "div" | "section" | "main" | "header" | "figure" | "ul" | "ol" | "dl" | "address"
        | "details" | "summary" | "hr" | "center" | "fieldset" | "hgroup" | "thead" | "tbody"
        | "tfoot" | "form" => Some(around),
        _ => None,
    }
}

fn title(page: &Html) -> Option<String> {
    meta(page, &["og:title"])
        .map(str::to_owned)
        .or_else(|| first(page, "h1").map(|it| it.text().collect()))
        .or_else(|| first(page, "title").map(|it| it.text().collect()))
        .filter(|it: &String| !it.trim().is_empty())
}

fn language(page: &Html) -> Option<Language> {
    first(page, "html[lang]")
        .and_then(|it| it.attr("lang"))
        .or_else(|| meta(page, &["content-language", "og:locale"]))
        .and_then(Language::from_tag)
}

/// Where pages say when they were published, the most exact first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "datepublished",
    "og:published_time",
    "parsely-pub-date",
    "publishdate",
    "pubdate",
    "publish_date",
    "dc.date.issued",
    "dc.date",
    "date",
];

fn published(page: &Html) -> Option<NaiveDate> {
    meta(page, PUBLISHED)
        .and_then(parse_date)
        .or_else(|| {
            all(page, "script[type='application/ld+json']")
                .into_iter()
                .find_map(|it| published_in_json(&it.text().collect::<String>()))
        })
        .or_else(|| {
            all(page, "[itemprop=datePublished], time[datetime]")
                .into_iter()
                .find_map(|it| {
                    let day = it.attr("datetime").or_else(|| it.attr("content"))?;
                    parse_date(day)
                })
        })
}

/// The value of `"datePublished"` wherever it stands: pages nest it differently.
fn published_in_json(text: &str) -> Option<NaiveDate> {
    let (_, rest) = text.split_once("\"datePublished\"")?;
    let value = rest.trim_start().strip_prefix(':')?.trim_start();
    let (value, _) = value.strip_prefix('"')?.split_once('"')?;
    parse_date(value)
}

/// The content of the first `<meta>` whose name, property, itemprop or
/// http-equiv is one of `names` (lower case), in the order of the names.
fn meta<'a>(page: &'a Html, names: &[&str]) -> Option<&'a str> {
    let metas = all(page, "meta[content]");
    names.iter().find_map(|name| {
        metas
            .iter()
            .find(|it| {
                ["name", "property", "itemprop", "http-equiv"]
                    .iter()
                    .filter_map(|key| it.attr(key))
                    .any(|it| it.eq_ignore_ascii_case(name))
            })
            .and_then(|it| it.attr("content"))
            .filter(|it| !it.trim().is_empty())
    })
}

fn all<'a>(page: &'a Html, selector: &'static str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector of our own is well formed");
    page.select(&selector).collect()
}

fn first<'a>(page: &'a Html, selector: &'static str) -> Option<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector of our own is well formed");
    page.select(&selector).next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Article;

    fn blocks(article: &Article) -> Vec<(BlockKind, &str)> {
        article
            .blocks()
            .iter()
            .map(|it| (it.kind, it.range.of(article.text())))
            .collect()
    }

    fn read(text: &str) -> Parsed {
        parse(text).unwrap_or_else(|it| panic!("{it}"))
    }

    #[test]
    fn a_page_is_read_without_what_stands_round_the_article() {
        let parsed = read(
            "<!doctype html><html lang=zh-TW><head><title>港務局 - 報</title>
            <meta property='article:published_time' content='2024-03-04T08:00:00+08:00'>
            <style>p { color: red }</style></head><body><nav>選單</nav>
            <main><h1>港務局</h1><p>第一段，
            <b>第二</b>行&amp;完。</p><ul><li>甲</li><li>乙</li></ul>
            <blockquote><p>引文</p></blockquote><figure><img src=x><figcaption>圖說</figcaption></figure>
            <table><tr><th>年</th><th>人</th></tr><tr><td>2024</td><td>212</td></tr></table>
            <p hidden>隱</p><div style='display: none'>隱</div><form><input> 訂閱</form>
            一<br>二<br><br>三</main><footer>頁尾</footer><script>x()</script></body></html>",
        );
        assert_eq!(
            blocks(&parsed.article),
            [
                (BlockKind::Heading, "港務局"),
                (BlockKind::Paragraph, "第一段，第二行&完。"),
                (BlockKind::ListItem, "甲"),
                (BlockKind::ListItem, "乙"),
                (BlockKind::BlockQuote, "引文"),
                (BlockKind::Caption, "圖說"),
                (BlockKind::Table, "年 | 人"),
                (BlockKind::Table, "2024 | 212"),
                (BlockKind::Paragraph, "一\n二"),
                (BlockKind::Paragraph, "三"),
            ]
        );
        assert_eq!(parsed.article.title(), Some("港務局"));
        assert_eq!(parsed.language, Some(Language::TraditionalChinese));
        assert_eq!(parsed.published, NaiveDate::from_ymd_opt(2024, 3, 4));
    }

    #[test]
    fn the_longest_article_is_the_article() {
        let long = "word ".repeat(60);
        let page = format!("<body><article><p>teaser</article><article><p>{long}</article>");
        let article = read(&page).article;
        assert_eq!(article.text(), long.trim());
    }

    #[test]
    fn the_day_is_found_where_pages_put_it() {
        for page in [
            "<script type='application/ld+json'>{\"@graph\":[{\"datePublished\": \"2024-03-04\"}]}</script>",
            "<p>By <time datetime='2024-03-04'>Monday</time>",
            "<meta itemprop=datePublished content=2024-03-04>",
            "<meta name=Date content=2024/03/04>",
        ] {
            assert_eq!(
                read(page).published,
                NaiveDate::from_ymd_opt(2024, 3, 4),
                "{page}"
            );
        }
    }

    #[test]
    fn a_page_inside_a_form_is_read_all_the_same() {
        assert_eq!(
            read("<body><form><p>text</p></form>").article.text(),
            "text"
        );
    }

    #[test]
    fn paragraphs_in_a_layout_table_are_paragraphs() {
        let article = read("<table><tr><td><p>one</p><p>two</p></td></tr></table>").article;
        assert_eq!(
            blocks(&article),
            [(BlockKind::Paragraph, "one"), (BlockKind::Paragraph, "two")]
        );
    }

    #[test]
    fn hints_for_hyphens_are_left_out() {
        assert_eq!(
            read("<p>Hafen&shy;amt&ZeroWidthSpace;</p>").article.text(),
            "Hafenamt"
        );
    }

    #[test]
    fn a_page_nested_beyond_measure_is_refused_and_a_deep_one_read() {
        let deep = format!("{}text{}", "<div>".repeat(9_900), "</div>".repeat(9_900));
        assert_eq!(read(&deep).article.text(), "text");
        assert!(parse(&"<div>".repeat(100_000)).is_err());
        assert!(parse(&"<div><p>".repeat(100_000)).is_err());
    }
}
