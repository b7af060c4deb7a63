//! What the pane of the current claim says, row by row.

use chrono::NaiveDateTime;

use crate::app::action::Action;
use crate::app::compared::Compared;
use crate::app::form::is_address;
use crate::app::model::Model;
use crate::app::role::{Role, Words, glyph};
use crate::app::settling::Settling;
use crate::app::side_by_side::{Says, side_by_side};
use crate::app::update::key_for;
use crate::claim::{Claim, ClaimConflict, Evidence, Judgement, Status};
use crate::mention::{Mention, mentions};
use crate::review::{Recalled, Sight};
use crate::split::check_worthiness;
use crate::text::{AmbiguousWidth, Column, WrappedText, width};

/// The rows of the current claim, made once for each claim and width.
#[derive(Clone, Debug, Default)]
pub struct Detail {
    made_for: Option<(usize, Column)>,
    rows: Vec<Vec<Words>>,
    /// The first row on the screen.
    pub(crate) top: usize,
}

/// Columns of the labels at the left.
const LABEL: usize = 10;

/// The narrowest pane in which values stand beside their labels.
const BESIDE: usize = 30;

impl Detail {
    /// The rows.
    pub fn rows(&self) -> &[Vec<Words>] {
        &self.rows
    }

    /// The claim changed, or another one is current.
    pub(crate) fn forget(&mut self) {
        self.made_for = None;
    }

    /// Makes the rows unless they are up to date.
    pub(crate) fn refresh(model: &mut Model, columns: Column) {
        let current = model.current();
        let wanted = current.map(|it| (it, columns));
        if wanted.is_some() && model.detail.made_for == wanted {
            return;
        }
        let rows = match model.current_claim() {
            Some(claim) => rows_of(model, claim, columns),
            None => Vec::new(),
        };
        model.detail.made_for = wanted;
        model.detail.rows = rows;
    }
}

fn rows_of(model: &Model, claim: &Claim, columns: Column) -> Vec<Vec<Words>> {
    let mut sheet = Sheet {
        ambiguous: model.preferences.ambiguous_width,
        columns: columns.0.max(4),
        rows: Vec::new(),
    };
    let status = model.status(model.cursor);
    sheet.rows.push(heading(claim, status));
    sheet.wrapped(0, Role::Strong, &claim.wording);
    if let Some(splitter) = &claim.proposed_by {
        sheet.field("Proposed", Role::Dim, &format!("by {splitter}"));
    }
    if let Some(same) = &claim.same_as {
        sheet.field("Repeat", Role::Plain, &format!("of {same}, judged there"));
    }
    if claim.dismissed {
        sheet.field(
            "Dismissed",
            Role::Notice,
            "nothing to check (D takes it in again)",
        );
    }
    if let Some(settling) = &model.settling {
        sides(&mut sheet, settling, claim);
    }
    let mut seen = model.review.sight().judgements(claim);
    let is_settled = seen.any(|it| it.settles);
    if status == Status::Contested || claim.conflict.is_some() || is_settled {
        open(&mut sheet, model, claim, status);
    }
    let seen: Vec<&Judgement> = model.review.sight().judgements(claim).collect();
    if status == Status::Contested {
        let says: Vec<Says> = seen.iter().map(|it| said(it)).collect();
        sheet.beside("Verdicts", &says);
    } else {
        for judgement in seen {
            judged(&mut sheet, judgement);
        }
    }
    for (number, it) in (1..).zip(model.recalled()) {
        before(&mut sheet, model, number, &it);
    }
    if let Some(compared) = &model.compared {
        changed_since(&mut sheet, compared, claim);
    }
    if let Some(note) = &claim.note {
        sheet.field("Note", Role::Plain, note);
    }
    if let Some(query) = &claim.query {
        sheet.field("Query", Role::Plain, query);
    }
    for (at, evidence) in claim.evidence.iter().enumerate() {
        source(&mut sheet, at, evidence);
    }
    if model.page.range(model.cursor).is_none() {
        sheet.field("Quote", Role::Alert, "not in the article any more:");
        sheet.field("", Role::Plain, &claim.quote.exact);
    } else if claim.quote.exact != claim.wording {
        sheet.field("Quote", Role::Plain, &claim.quote.exact);
    }
    figures(&mut sheet, model, claim);
    worth(&mut sheet, model, claim);
    sheet.rows
}

fn heading(claim: &Claim, status: Status) -> Vec<Words> {
    let kinds: Vec<&str> = claim.kinds.iter().map(|it| it.name()).collect();
    let mut words = vec![
        Words::new(
            Role::Status(status),
            &format!("{} {}", glyph(status), status.name()),
        ),
        Words::new(Role::Dim, &format!("  {}", claim.id)),
    ];
    if !kinds.is_empty() {
        words.push(Words::new(Role::Plain, &format!("  {}", kinds.join(", "))));
    }
    words
}

/// What has changed since the revision that the review is compared with.
fn changed_since(sheet: &mut Sheet, compared: &Compared, claim: &Claim) {
    let mut label = "Changed";
    for change in compared.changes(claim) {
        let side = |it: &Option<String>| it.as_deref().unwrap_or("none").to_owned();
        let who = change
            .reviewer
            .map(|it| format!(" ({it})"))
            .unwrap_or_default();
        let (from, to) = (side(&change.from), side(&change.to));
        let told = format!("{}: {from} → {to}{who}", change.field.name());
        sheet.field(label, Role::Notice, &told);
        label = "";
    }
    if label.is_empty() {
        sheet.field("", Role::Dim, &format!("since {}", compared.name));
    }
}

/// What each of two sides has decided.
fn sides(sheet: &mut Sheet, settling: &Settling, claim: &Claim) {
    for (label, side) in [("Left <", &settling.left), ("Right >", &settling.right)] {
        let told = match side.judgements.get(&claim.id) {
            Some(it) => format!("{}: {} ({})", side.name, it.verdict, it.reviewer),
            None => format!("{}: not judged", side.name),
        };
        sheet.field(label, Role::Strong, &told);
    }
    if let Some(accord) = settling.accord(claim) {
        sheet.field("Sides", Role::Dim, accord.name());
    }
}

/// What reviewers or a merge have left open, and the key that ends it.
fn open(sheet: &mut Sheet, model: &Model, claim: &Claim, status: Status) {
    let key = model.keymap.key(Action::Settle);
    let key = |does: &str| key.map(|it| format!("; {it} {does}")).unwrap_or_default();
    if let Some(conflict) = &claim.conflict {
        let fields = conflict.fields().join(", ");
        let told = format!("a merge left open: {fields}{}", key("chooses"));
        sheet.field("Conflict", Role::Alert, &told);
        left_open(sheet, conflict, model.review.sight());
    }
    if status == Status::Contested {
        let told = format!("reviewers differ{}", key("settles it"));
        sheet.field("Contested", Role::Alert, &told);
    } else if claim.verdicts.iter().any(|it| it.settles) {
        sheet.field(
            "Settled",
            Role::Dim,
            &format!("by one verdict{}", key("opens it again")),
        );
    }
}

/// All that the fields may be which a merge has left open.
fn left_open(sheet: &mut Sheet, conflict: &ClaimConflict, sight: &Sight) {
    let plain = |words: String| -> Says { vec![(Role::Plain, words)] };
    let words = |it: &Option<String>| plain(it.clone().unwrap_or_else(|| "(none)".to_owned()));
    let mut beside = |label: &str, sides: Vec<Says>| {
        if !sides.is_empty() {
            sheet.beside(label, &sides);
        }
    };
    let wordings = conflict.wording.iter().map(|it| plain(it.clone()));
    beside("Wording", wordings.collect());
    let quotes = conflict.quote.iter().map(|it| plain(it.exact.clone()));
    beside("Quote", quotes.collect());
    beside("Note", conflict.note.iter().map(words).collect());
    beside("Query", conflict.query.iter().map(words).collect());
    let repeats = conflict.same_as.iter().map(|it| {
        let told = it
            .as_ref()
            .map_or_else(|| "(none)".to_owned(), ToString::to_string);
        plain(told)
    });
    beside("Repeat", repeats.collect());
    if !sight.is_blind() {
        beside("Verdict", conflict.verdicts.iter().map(said).collect());
    }
}

/// What a reviewer decided, one thing below the other.
fn said(judgement: &Judgement) -> Says {
    let status = Status::Agreed(judgement.verdict);
    let reason = judgement.reason;
    let reason = reason.map(|it| format!(" ({it})")).unwrap_or_default();
    let time = judgement.reviewed.time().format("%Y-%m-%d %H:%M UTC");
    let mut says = vec![
        (
            Role::Status(status),
            format!("{} {}{reason}", glyph(status), judgement.verdict),
        ),
        (Role::Plain, judgement.reviewer.to_string()),
        (Role::Dim, time.to_string()),
    ];
    if judgement.settles {
        says.push((Role::Dim, "settled it".to_owned()));
    }
    let correction = judgement.correction.clone();
    says.extend(correction.map(|it| (Role::Strong, format!("Correct: {it}"))));
    says.extend(judgement.note.clone().map(|it| (Role::Plain, it)));
    says
}

fn judged(sheet: &mut Sheet, judgement: &Judgement) {
    let status = Status::Agreed(judgement.verdict);
    let reason = judgement.reason;
    let reason = reason.map(|it| format!(" ({it})")).unwrap_or_default();
    let settles = if judgement.settles {
        ", settles it"
    } else {
        ""
    };
    let told = format!(
        "{} {}{reason}, {}, {}{settles}",
        glyph(status),
        judgement.verdict,
        judgement.reviewer,
        judgement.reviewed.time().format("%Y-%m-%d %H:%M UTC"),
    );
    sheet.field("Verdict", Role::Status(status), &told);
    if let Some(correction) = &judgement.correction {
        sheet.field("Correct", Role::Strong, correction);
    }
    if let Some(note) = &judgement.note {
        sheet.field("", Role::Plain, note);
    }
}

/// What was judged of the same before, in another article, and the key that takes
/// it over.
fn before(sheet: &mut Sheet, model: &Model, number: usize, recalled: &Recalled) {
    let earlier = &recalled.earlier;
    let status = Status::of(&earlier.verdicts);
    let label = format!("Before {number}");
    let told = match earlier.agreed() {
        Some(it) => {
            let reason = it.reason.map(|it| format!(" ({it})")).unwrap_or_default();
            let day = it.reviewed.time().format("%Y-%m-%d");
            let key = key_for(model, number);
            let key = key.map(|it| format!("; {it}")).unwrap_or_default();
            format!(
                "{} {}{reason}, {}, {day}{key}",
                glyph(status),
                it.verdict,
                it.reviewer
            )
        }
        None => format!("{} {}: reviewers differ", glyph(status), status.name()),
    };
    sheet.field(&label, Role::Status(status), &told);
    let place = format!("{}, {}", recalled.title, recalled.same.told());
    sheet.field("", Role::Dim, &place);
    sheet.field("", Role::Plain, &earlier.wording);
    let agreed = earlier.agreed();
    if let Some(correction) = agreed.and_then(|it| it.correction.as_ref()) {
        sheet.field("", Role::Strong, &format!("Correct: {correction}"));
    }
    for evidence in &earlier.evidence {
        let stance = evidence
            .stance
            .map(|it| format!("{it}: "))
            .unwrap_or_default();
        let title = evidence.title.as_ref().or(evidence.url.as_ref());
        let title = title.map_or("(untitled)", String::as_str);
        sheet.field("", Role::Plain, &format!("{stance}{title}"));
    }
}

fn source(sheet: &mut Sheet, at: usize, evidence: &Evidence) {
    let mut told: Vec<String> = Vec::new();
    told.extend(evidence.stance.map(|it| it.to_string()));
    told.extend(evidence.source.map(|it| it.to_string()));
    told.extend(evidence.kind.map(|it| it.to_string()));
    let title = evidence.title.clone().unwrap_or_default();
    let particulars = told.join(", ");
    let first = match (particulars.is_empty(), title.is_empty()) {
        (false, false) => format!("{particulars}: {title}"),
        (true, _) => title,
        (false, true) => particulars,
    };
    let label = format!("Source {}", at + 1);
    let mut label = label.as_str();
    if !first.is_empty() {
        sheet.field(label, Role::Plain, &first);
        label = "";
    }
    if let Some(url) = &evidence.url {
        let role = if is_address(url) {
            Role::Plain
        } else {
            Role::Alert
        };
        sheet.field(label, role, url);
    }
    let mut rest: Vec<String> = Vec::new();
    rest.extend(evidence.locator.clone());
    rest.extend(evidence.accessed.map(|it| format!("read {it}")));
    rest.extend(evidence.by.as_ref().map(|it| format!("found by {it}")));
    if evidence.confidential {
        rest.push("confidential".to_owned());
    }
    if !rest.is_empty() {
        sheet.field("", Role::Dim, &rest.join(", "));
    }
    if let Some(archive) = &evidence.archive {
        sheet.field("", Role::Dim, &format!("archived at {archive}"));
    }
    if let Some(passage) = &evidence.passage {
        sheet.field("", Role::Plain, &format!("“{passage}”"));
    }
}

fn figures(sheet: &mut Sheet, model: &Model, claim: &Claim) {
    let published = model.review.file().article.published;
    let reference: Option<NaiveDateTime> = published.and_then(|it| it.and_hms_opt(0, 0, 0));
    let text = &claim.quote.exact;
    let found = mentions(text, model.page.article().language(), reference);
    let told: Vec<String> = found.iter().map(|it| figure(text, it)).collect();
    if !told.is_empty() {
        sheet.field("Figures", Role::Plain, &told.join(" · "));
    }
}

/// A mention and what it is worth, where that says more than its words.
fn figure(text: &str, mention: &Mention) -> String {
    let words = mention.range.of(text);
    match mention.shown() {
        Some(shown) if shown != words => format!("{words} = {shown}"),
        Some(_) | None => words.to_owned(),
    }
}

fn worth(sheet: &mut Sheet, model: &Model, claim: &Claim) {
    let worth = check_worthiness(&claim.quote.exact, model.page.article().language());
    let reasons: Vec<&str> = worth.signals.iter().map(|it| it.reason).collect();
    let told = if reasons.is_empty() {
        format!("{:.2}", worth.score)
    } else {
        format!("{:.2}: {}", worth.score, reasons.join(", "))
    };
    sheet.field("Worth", Role::Plain, &told);
}

/// Rows as they are written down.
struct Sheet {
    ambiguous: AmbiguousWidth,
    columns: usize,
    rows: Vec<Vec<Words>>,
}

impl Sheet {
    /// A label and its value, wrapped beside it, or below it where it is narrow.
    fn field(&mut self, label: &str, role: Role, value: &str) {
        let ambiguous = self.ambiguous;
        let label_words = |words: &str| {
            let missing = LABEL.saturating_sub(width(words, ambiguous).0);
            Words::new(Role::Dim, &format!("{words}{}", " ".repeat(missing)))
        };
        if self.columns < BESIDE {
            if !label.is_empty() {
                self.rows.push(vec![label_words(label)]);
            }
            return self.wrapped(2, role, value);
        }
        let from = self.rows.len();
        self.wrapped(LABEL, role, value);
        if let Some(row) = self.rows.get_mut(from) {
            row[0] = label_words(label);
        }
    }

    /// A label, and what several say beside each other.
    fn beside(&mut self, label: &str, sides: &[Says]) {
        let indent = if self.columns < BESIDE { 2 } else { LABEL };
        if self.columns < BESIDE {
            self.field(label, Role::Plain, "");
        }
        let rows = side_by_side(sides, self.columns.saturating_sub(indent));
        let label = if self.columns < BESIDE { "" } else { label };
        for (at, row) in rows.into_iter().enumerate() {
            let label = if at == 0 { label } else { "" };
            let missing = indent.saturating_sub(width(label, AmbiguousWidth::Narrow).0);
            let label = Words::new(Role::Dim, &format!("{label}{}", " ".repeat(missing)));
            self.rows.push(std::iter::once(label).chain(row).collect());
        }
    }

    /// A value by itself, `indent` columns in.
    fn wrapped(&mut self, indent: usize, role: Role, value: &str) {
        let columns = Column(self.columns.saturating_sub(indent).max(2));
        let wrapped = WrappedText::new(value.trim_end(), columns, self.ambiguous);
        for row in (0..wrapped.len()).filter_map(|it| wrapped.row(it)) {
            self.rows.push(vec![
                Words::new(Role::Plain, &" ".repeat(indent)),
                Words::new(role, row.text()),
            ]);
        }
    }
}
