//! What stands before the review and takes the keys first.

use std::sync::Arc;

use crate::app::action::Scope;
use crate::app::field::Field;
use crate::app::form::SourceForm;
use crate::app::help::HelpDialog;
use crate::app::place::Place;
use crate::app::search::{Key, Search};
use crate::app::sources::SourcesDialog;
use crate::app::stock::Stock;
use crate::claim::ClaimId;
use crate::review::Completion;
use crate::text::AmbiguousWidth;

/// What stands before the review and takes the keys first.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// Why claims are disputed: one or more.
    Reason(Vec<ClaimId>),
    /// What to list.
    Filter,
    /// What of the claim to edit in `$EDITOR`.
    Editor(ClaimId),
    /// Words of the claim are being typed.
    Text(TextDialog),
    /// Something that is not about one claim is being typed.
    Line(LineDialog),
    /// A source is being written down.
    Source(Box<SourceForm>),
    /// One of several things about the claim is chosen.
    Choice(Choice),
    /// All sources of the article, with the claims on each.
    Sources(SourcesDialog),
    /// All keys.
    Help(HelpDialog),
    /// What redpencil is, for somebody who sees it for the first time.
    Welcome,
    /// An action is looked for by its name.
    Palette(Palette),
    /// Words are searched in the article and the claims.
    Search(Box<SearchDialog>),
    /// Conditions for what to list are typed.
    Conditions(Box<ConditionsDialog>),
}

/// Words of a claim that are typed by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The claim in words that stand alone.
    Wording,
    /// What the reviewer proposes instead.
    Correction,
    /// The note to colleagues.
    Note,
    /// The question to the author.
    Query,
}

impl Subject {
    /// The word for it on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wording => "wording",
            Self::Correction => "correction",
            Self::Note => "note",
            Self::Query => "query to the author",
        }
    }
}

/// Words of a claim while they are typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextDialog {
    /// The claim.
    pub claim: ClaimId,
    /// Which of its words.
    pub subject: Subject,
    /// The words so far.
    pub field: Field,
    /// How they were before.
    pub before: String,
    /// Which template was put in, and what the field was like without it.
    pub template: Option<(usize, Field)>,
}

/// Words that are not about one claim, while they are typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDialog {
    /// What for.
    pub purpose: LinePurpose,
    /// The words so far.
    pub field: Field,
}

/// What a line is typed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinePurpose {
    /// The revision to compare with.
    Compare,
    /// The message of a commit.
    Commit,
}

impl LinePurpose {
    /// What is asked for, on the screen.
    pub const fn asks(self) -> &'static str {
        match self {
            Self::Compare => "Compare with which revision?",
            Self::Commit => "Commit the claim file with this message",
        }
    }
}

/// One of several things about the claim is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The claim.
    pub claim: ClaimId,
    /// What will be done with it.
    pub purpose: ChoicePurpose,
    /// What can be chosen: which source or answer, from 0, and how it is shown.
    pub options: Vec<(usize, String)>,
    /// Which of them the cursor is on.
    pub at: usize,
}

/// What is done with what is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChoicePurpose {
    /// It is changed.
    Edit,
    /// Its address is opened.
    Open,
    /// It is only looked at.
    Look {
        /// At what.
        at: String,
    },
    /// It is what the claim repeats.
    Repeat,
    /// What was written in `$EDITOR` cannot be read: it is mended or left.
    Mend {
        /// What is wrong, row by row.
        told: Vec<String>,
    },
    /// It answers what a merge or two reviewers have left open.
    Settle {
        /// The question.
        asks: String,
    },
}

/// Something that the palette finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaletteItem {
    /// A row of the table of actions.
    Action(usize),
    /// The claim at this position.
    Claim(usize),
    /// A source of the article: which of the palette's sources.
    Source(usize),
}

/// The palette: what was typed, and what it finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// What was typed.
    pub field: Field,
    /// What it finds, the best first.
    pub found: Vec<PaletteItem>,
    /// The words of the claims and sources that it looks in.
    pub(crate) stock: Arc<Stock>,
    /// Which of them the cursor is on.
    pub at: usize,
    /// The first row on the screen.
    pub top: usize,
}

impl Palette {
    /// How the source of that number is shown.
    pub fn source(&self, at: usize) -> &str {
        self.stock.sources.get(at).map_or("", |it| &it.shown)
    }
}

/// What is searched, while it is typed.
#[derive(Clone, Debug)]
pub struct SearchDialog {
    /// What was typed.
    pub field: Field,
    /// Whether it is a regular expression, even without a `/` before it.
    pub is_expression: bool,
    /// Why it is none.
    pub wrong: Option<String>,
    /// Where the reader was before.
    pub(crate) origin: Place,
    /// The same, in reading order.
    pub(crate) from: Key,
    /// What was searched before.
    pub(crate) before: Option<Search>,
}

/// What to list, while it is typed.
#[derive(Clone, Debug)]
pub struct ConditionsDialog {
    /// What was typed.
    pub field: Field,
    /// Which word is no condition, and why.
    pub wrong: Option<String>,
    /// Where sources can be read that are known.
    pub(crate) addresses: Vec<String>,
    /// What may stand where the caret is.
    pub offered: Vec<Completion>,
    /// Which of these stands there.
    pub taken: Option<usize>,
}

impl Dialog {
    /// Whose keys count while it stands.
    pub const fn scopes(&self) -> &'static [Scope] {
        match self {
            Self::Reason(_) => &[Scope::Reason],
            Self::Filter => &[Scope::Filter],
            Self::Editor(_) => &[Scope::Editor],
            Self::Text(_) | Self::Line(_) => &[Scope::Field],
            Self::Source(_) => &[Scope::Form, Scope::Field],
            Self::Choice(_) => &[Scope::Choice],
            Self::Sources(_) => &[Scope::Sources, Scope::Choice],
            Self::Help(it) if it.field.is_some() => &[Scope::Field],
            Self::Help(_) => &[Scope::Help],
            Self::Welcome => &[Scope::Welcome],
            Self::Palette(_) => &[Scope::Palette, Scope::Field],
            Self::Search(_) => &[Scope::Search, Scope::Field],
            Self::Conditions(_) => &[Scope::Conditions, Scope::Field],
        }
    }

    /// Has every field count columns as the terminal does.
    pub(crate) fn measure(&mut self, ambiguous: AmbiguousWidth) {
        if let Self::Source(form) = self {
            form.measure(ambiguous);
        } else if let Some(field) = self.field_mut() {
            field.measure(ambiguous);
        }
    }

    /// The field that takes what is typed, if there is one.
    pub fn field_mut(&mut self) -> Option<&mut Field> {
        match self {
            Self::Text(it) => Some(&mut it.field),
            Self::Line(it) => Some(&mut it.field),
            Self::Source(form) => form.field_mut(),
            Self::Palette(it) => Some(&mut it.field),
            Self::Help(it) => it.field.as_mut(),
            Self::Search(it) => Some(&mut it.field),
            Self::Conditions(it) => Some(&mut it.field),
            Self::Reason(_)
            | Self::Filter
            | Self::Editor(_)
            | Self::Choice(_)
            | Self::Sources(_)
            | Self::Welcome => None,
        }
    }
}
