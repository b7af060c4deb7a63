//! Markdown: its text without the markup.

use chrono::NaiveDate;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::intake::composer::Composer;
use crate::intake::date::parse_date;
use crate::intake::{Parsed, html};
use crate::text::{BlockKind, Language};

/// What a file says about itself before its text.
#[derive(Debug, Default)]
struct FrontMatter {
    title: Option<String>,
    published: Option<NaiveDate>,
    language: Option<Language>,
}

pub(super) fn parse(text: &str) -> Parsed {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut setting = Setting::default();
    for event in Parser::new_ext(text, options) {
        setting.take(event);
    }
    Parsed {
        article: setting.composer.into_article(setting.front_matter.title),
        language: setting.front_matter.language,
        published: setting.front_matter.published,
    }
}

/// The text set so far, and the blocks that are open round the next word.
#[derive(Default)]
struct Setting {
    composer: Composer,
    front_matter: FrontMatter,
    open: Vec<BlockKind>,
    /// Pictures that are open: their words describe what no one reads.
    pictures: usize,
    in_front_matter: bool,
    /// Raw HTML is collected line by line until its block ends.
    raw_html: String,
}

impl Setting {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) if self.in_front_matter => {
                self.front_matter = FrontMatter::read(&words);
            }
            Event::Text(words) | Event::Code(words) if self.pictures == 0 => {
                if self.kind() == BlockKind::Code {
                    self.composer.verbatim(&words);
                } else {
                    self.composer.words(&words);
                }
            }
            Event::SoftBreak => self.composer.words("\n"),
            Event::HardBreak => self.composer.line_break(self.kind()),
            Event::Html(raw) => self.raw_html.push_str(&raw),
            Event::InlineHtml(raw) if raw.to_ascii_lowercase().starts_with("<br") => {
                self.composer.line_break(self.kind());
            }
            Event::Text(_)
            | Event::Code(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Image { .. } => self.pictures += 1,
            Tag::MetadataBlock(_) => self.in_front_matter = true,
            Tag::TableCell if self.composer.is_open() => self.composer.words(" | "),
            _ => {
                if let Some(kind) = kind_of(tag, self.kind()) {
                    self.composer.end(self.kind());
                    self.open.push(kind);
                }
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => self.pictures = self.pictures.saturating_sub(1),
            TagEnd::MetadataBlock(_) => self.in_front_matter = false,
            TagEnd::HtmlBlock => {
                html::compose_fragment(&std::mem::take(&mut self.raw_html), &mut self.composer);
            }
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::TableHead
            | TagEnd::TableRow => {
                self.composer.end(self.kind());
                self.open.pop();
            }
            _ => {}
        }
    }

    fn kind(&self) -> BlockKind {
        self.open.last().copied().unwrap_or(BlockKind::Paragraph)
    }
}

/// What a tag makes of the words in it, inside a block of the kind `around`;
/// none if it is no block.
const fn kind_of(tag: &Tag<'_>, around: BlockKind) -> Option<BlockKind> {
    match tag {
        // A paragraph of an item or a quoted block is what that is.
        Tag::Paragraph => Some(around),
        Tag::FootnoteDefinition(_) => Some(BlockKind::Paragraph),
        Tag::Heading { .. } => Some(BlockKind::Heading),
        Tag::BlockQuote(_) => Some(BlockKind::BlockQuote),
        Tag::CodeBlock(_) => Some(BlockKind::Code),
        Tag::Item => Some(BlockKind::ListItem),
        Tag::TableHead | Tag::TableRow => Some(BlockKind::Table),
        _ => None,
    }
}

impl FrontMatter {
    /// Reads the lines `key: value` (YAML) and `key = value` (TOML); values of
    /// several lines are passed over.
    fn read(text: &str) -> Self {
        let mut found = Self::default();
        for line in text.lines() {
            let Some((key, value)) = line.split_once([':', '=']) else {
                continue;
            };
            let value = value.trim().trim_matches(['"', '\'']);
            match key.trim().to_ascii_lowercase().as_str() {
                "title" => found.title = Some(value.to_owned()),
                "date" | "published" | "pubdate" | "publish_date" | "published_at" => {
                    found.published = found.published.or_else(|| parse_date(value));
                }
                "lang" | "language" => found.language = Language::from_tag(value),
                _ => {}
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<(BlockKind, String)> {
        let article = parse(text).article;
        article
            .blocks()
            .iter()
            .map(|it| (it.kind, it.range.of(article.text()).to_owned()))
            .collect()
    }

    #[test]
    fn markup_is_taken_off_and_blocks_are_named() {
        let text = "# A *title*\n\nOne\n[two](http://x.example) `three`&amp;.\n\n> said\n\n1. item\n   - inner\n2. next\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\n  code\n```\n![a picture](x.png)\n";
        assert_eq!(
            blocks(text),
            [
                (BlockKind::Heading, "A title".to_owned()),
                (BlockKind::Paragraph, "One two three&.".to_owned()),
                (BlockKind::BlockQuote, "said".to_owned()),
                (BlockKind::ListItem, "item".to_owned()),
                (BlockKind::ListItem, "inner".to_owned()),
                (BlockKind::ListItem, "next".to_owned()),
                (BlockKind::Table, "a | b".to_owned()),
                (BlockKind::Table, "1 | 2".to_owned()),
                (BlockKind::Code, "  code".to_owned()),
            ]
        );
    }

    #[test]
    fn front_matter_gives_title_day_and_language() {
        let parsed = parse(
            "---\ntitle: \"港務局\"\ndate: 2024-03-04\nlang: zh-TW\n---\n\n第一行，\n第二行。\n",
        );
        assert_eq!(parsed.article.title(), Some("港務局"));
        assert_eq!(parsed.published, NaiveDate::from_ymd_opt(2024, 3, 4));
        assert_eq!(parsed.language, Some(Language::TraditionalChinese));
        assert_eq!(parsed.article.text(), "第一行，第二行。");
    }

    #[test]
    fn without_front_matter_the_first_heading_is_the_title() {
        assert_eq!(parse("text\n\n## Head\n").article.title(), Some("Head"));
    }

    #[test]
    fn html_inside_is_read_as_html() {
        let text = "<div>\n<p>one &amp; two</p>\n<script>no()</script>\n</div>\n\nthree<br>four\n";
        assert_eq!(
            blocks(text),
            [
                (BlockKind::Paragraph, "one & two".to_owned()),
                (BlockKind::Paragraph, "three\nfour".to_owned()),
            ]
        );
    }
}
