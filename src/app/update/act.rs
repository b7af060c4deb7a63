//! What an action does: dispatch only.

use crate::app::action::Action;
use crate::app::caret::Unit;
use crate::app::dialog::{Dialog, Subject};
use crate::app::effect::Effect;
use crate::app::help::HelpDialog;
use crate::app::model::{Model, Pane};
use crate::app::notice::Notice;
use crate::app::search::Wanted;
use crate::app::update::travel::{Direction, Stride};
use crate::app::update::{
    article, conditions, edit, help, judge, jump, layout, list, marks, memory, palette, read,
    repeat, revision, search, settle, source, sources, sources_text, travel, type_in,
};
use crate::claim::{Reason, Status, Timestamp, Verdict};

/// Does what an action says.
#[expect(
    clippy::too_many_lines,
    reason = "one match over the whole table of actions, a line each"
)]
pub(super) fn act(model: &mut Model, action: Action, now: Timestamp) -> Vec<Effect> {
    if let Some(lesson) = &mut model.lesson {
        lesson.note(action);
    }
    match action {
        Action::Verify => return judge::judge(model, Verdict::Verified, now),
        Action::Dispute => return judge::judge(model, Verdict::Disputed, now),
        Action::Unknown => return judge::judge(model, Verdict::Unknown, now),
        Action::ClearVerdict => return judge::clear(model),
        Action::ReasonWrong => return judge::give_reason(model, Reason::Wrong, now),
        Action::ReasonMisleading => return judge::give_reason(model, Reason::Misleading, now),
        Action::ReasonOutdated => return judge::give_reason(model, Reason::Outdated, now),
        Action::ReasonMisattributed => {
            return judge::give_reason(model, Reason::Misattributed, now);
        }
        Action::ReasonConflicting => {
            return judge::give_reason(model, Reason::ConflictingSources, now);
        }
        Action::ReasonOpen => judge::leave_reason_open(model),
        Action::AddClaim => return article::add(model),
        Action::Requote => return article::requote(model),
        Action::SplitClaim => return article::cut(model),
        Action::MergeClaims => return article::merge(model),
        Action::Repeat => return repeat::mark(model),
        Action::Select => article::select(model),
        Action::CharacterForward => article::by(model, Unit::Character, Direction::Forward),
        Action::CharacterBack => article::by(model, Unit::Character, Direction::Back),
        Action::WordForward => article::by(model, Unit::Word, Direction::Forward),
        Action::WordBack => article::by(model, Unit::Word, Direction::Back),
        Action::ClauseForward => article::by(model, Unit::Clause, Direction::Forward),
        Action::ClauseBack => article::by(model, Unit::Clause, Direction::Back),
        Action::SentenceForward => article::by(model, Unit::Sentence, Direction::Forward),
        Action::SentenceBack => article::by(model, Unit::Sentence, Direction::Back),
        Action::ParagraphForward => article::by(model, Unit::Paragraph, Direction::Forward),
        Action::ParagraphBack => article::by(model, Unit::Paragraph, Direction::Back),
        Action::ClaimForward => article::to_claim(model, Direction::Forward),
        Action::ClaimBack => article::to_claim(model, Direction::Back),
        Action::TakeOver => return memory::take_over(model, now),
        Action::Settle => settle::ask(model, now),
        Action::TakeLeft => return settle::take_side(model, |it| &it.left, now),
        Action::TakeRight => return settle::take_side(model, |it| &it.right, now),
        Action::Reveal => settle::reveal(model),
        Action::Mark => marks::toggle(model),
        Action::MarkStretch => marks::stretch(model),
        Action::MarkAll => marks::all(model),
        Action::RepeatSource => return marks::repeat_source(model),
        Action::Dismiss => return judge::dismiss(model),
        Action::Undo => return judge::undo(model),
        Action::Redo => return judge::redo(model),

        Action::Template => edit::put_template(model),
        Action::EditWording => edit::open(model, Subject::Wording),
        Action::EditCorrection => edit::open(model, Subject::Correction),
        Action::EditNote => edit::open(model, Subject::Note),
        Action::EditQuery => edit::open(model, Subject::Query),
        Action::EditInEditor => edit::ask_what(model),
        Action::EditorWording => return edit::in_editor(model, Subject::Wording),
        Action::EditorCorrection => return edit::in_editor(model, Subject::Correction),
        Action::EditorNote => return edit::in_editor(model, Subject::Note),
        Action::EditorQuery => return edit::in_editor(model, Subject::Query),
        Action::EditorSources => return sources_text::open(model),
        Action::FieldInEditor => return edit::field_in_editor(model),

        Action::AddSource => source::add(model, now),
        Action::EditSource => source::edit(model),
        Action::OpenSource => source::open(model),
        Action::RemoveSource => return source::remove(model),
        Action::KnownSource => source::next_known(model),
        Action::Choose if matches!(model.dialog, Some(Dialog::Sources(_))) => {
            sources::choose(model);
        }
        Action::Choose => return source::choose(model, now),
        Action::ChoiceDown => {
            source::move_choice(model, 1);
            sources::move_by(model, 1);
        }
        Action::ChoiceUp => {
            source::move_choice(model, -1);
            sources::move_by(model, -1);
        }
        Action::Sources => sources::open(model),
        Action::SourcesBrowse => return sources::browse(model),
        Action::SourcesPageDown => sources::page(model, 1),
        Action::SourcesPageUp => sources::page(model, -1),
        Action::JumpBack => jump::back(model),
        Action::JumpForward => jump::forward(model),
        Action::NextField => source::next_field(model),
        Action::PreviousField => source::previous_field(model),
        Action::CopyClaim => return source::copy(model),

        Action::NextUnreviewed => travel::to_unreviewed(model, Direction::Forward),
        Action::PreviousUnreviewed => travel::to_unreviewed(model, Direction::Back),
        Action::Down => travel::by(model, Stride::One, Direction::Forward),
        Action::Up => travel::by(model, Stride::One, Direction::Back),
        Action::HalfPageDown => travel::by(model, Stride::HalfPage, Direction::Forward),
        Action::HalfPageUp => travel::by(model, Stride::HalfPage, Direction::Back),
        Action::PageDown => travel::by(model, Stride::Page, Direction::Forward),
        Action::PageUp => travel::by(model, Stride::Page, Direction::Back),
        Action::First => travel::to_end(model, Direction::Back),
        Action::Last => travel::to_end(model, Direction::Forward),
        Action::NextPane => focus(model, neighbour(model.focus, 1)),
        Action::PreviousPane => focus(model, neighbour(model.focus, 2)),

        Action::Zoom => layout::zoom(model),
        Action::GrowPane => return layout::grow(model, 1),
        Action::ShrinkPane => return layout::grow(model, -1),

        Action::Order => list::order(model),
        Action::Pass => list::next_pass(model),
        Action::ColourBy => list::colour(model),
        Action::Read => read::toggle(model),

        Action::Filter => model.dialog = Some(Dialog::Filter),
        Action::ClearFilter | Action::FilterAll => list::show_all(model),
        Action::FilterUnreviewed => list::show_only(model, Status::Unreviewed),
        Action::FilterVerified => list::show_only(model, Status::Agreed(Verdict::Verified)),
        Action::FilterDisputed => list::show_only(model, Status::Agreed(Verdict::Disputed)),
        Action::FilterUnknown => list::show_only(model, Status::Agreed(Verdict::Unknown)),
        Action::FilterContested => list::show_only(model, Status::Contested),
        Action::FilterBy => conditions::open(model),
        Action::CompleteNext => conditions::complete_next(model),
        Action::CompletePrevious => conditions::complete_previous(model),
        Action::FilterDismissed => list::show_dismissed_too(model),
        Action::LeftOut => list::toggle_left_out(model),

        Action::Help => {
            model.dialog = Some(Dialog::Help(HelpDialog::new(model.scopes())));
        }
        Action::HelpTop => help::move_by(model, isize::MIN),
        Action::HelpEnd => help::move_by(model, isize::MAX),
        Action::HelpSearch => help::search(model),
        Action::HelpDo => return help::do_chosen(model, now),
        Action::HelpDown => help::move_by(model, 1),
        Action::HelpUp => help::move_by(model, -1),
        Action::HelpPageDown => help::move_by(model, model.heights.dialog.cast_signed()),
        Action::HelpPageUp => help::move_by(model, -model.heights.dialog.cast_signed()),
        Action::Palette => palette::open(model),
        Action::PaletteNext => palette::move_by(model, 1),
        Action::PalettePrevious => palette::move_by(model, -1),

        Action::Save => return save(model, now),
        Action::Cancel => edit::cancel(model),
        Action::WelcomeClose
        | Action::FilterKeep
        | Action::EditorCancel
        | Action::ChoiceCancel
        | Action::HelpClose => {
            model.dialog = None;
        }
        Action::NewLine
        | Action::CaretLeft
        | Action::CaretRight
        | Action::CaretUp
        | Action::CaretDown
        | Action::CaretHome
        | Action::CaretEnd
        | Action::DeleteBack
        | Action::DeleteForward
        | Action::DeleteWord
        | Action::DeleteToStart
        | Action::DeleteToEnd => type_in::edit(model, action),

        Action::Search => search::open(model),
        Action::SearchExpression => search::toggle_expression(model),
        Action::NextMatch | Action::SearchNext => search::step(model, Wanted::After),
        Action::PreviousMatch | Action::SearchPrevious => search::step(model, Wanted::Before),

        Action::CompareRevision => revision::ask_revision(model),
        Action::History => return revision::ask_history(model),
        Action::Commit => return vec![Effect::AskCommit],
        Action::Redraw => return vec![Effect::Redraw],
        Action::Pointer => return vec![Effect::TogglePointer],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Quit => return vec![Effect::Quit],
        Action::BackToArticles => return back_to_articles(model),

        // Keys of the list of articles, which is a screen of its own.
        Action::ArticlesOpen
        | Action::ArticlesNextOpen
        | Action::ArticlesSort
        | Action::ArticlesReverse
        | Action::ArticlesFilter
        | Action::ArticlesSearch
        | Action::ArticlesClearFilter
        | Action::ArticlesDown
        | Action::ArticlesUp
        | Action::ArticlesHalfPageDown
        | Action::ArticlesHalfPageUp
        | Action::ArticlesPageDown
        | Action::ArticlesPageUp
        | Action::ArticlesFirst
        | Action::ArticlesLast
        | Action::ArticlesReread
        | Action::ArticlesHelp
        | Action::ArticlesRedraw
        | Action::ArticlesSuspend
        | Action::ArticlesQuit => {}
    }
    Vec::new()
}

/// Back to the list of articles, where the review was opened from one.
fn back_to_articles(model: &mut Model) -> Vec<Effect> {
    if model.is_reading {
        read::toggle(model);
        return Vec::new();
    }
    if model.page.caret.anchor.take().is_some() {
        return Vec::new();
    }
    if !model.marks.is_empty() {
        model.marks.clear();
        model.notice = Notice::Told("the marks are taken off".to_owned());
        return Vec::new();
    }
    if model.from_articles {
        return vec![Effect::Quit];
    }
    let quit = model.keymap.key(Action::Quit);
    let leaves = quit.map(|it| format!("; {it} leaves")).unwrap_or_default();
    let told = format!("this article was opened by itself, not from a list{leaves}");
    model.notice = Notice::Told(told);
    Vec::new()
}

/// Saves what is being typed; in the palette, does what was found.
fn save(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    match model.dialog.take() {
        Some(Dialog::Text(dialog)) => edit::save(model, dialog, now),
        Some(Dialog::Line(dialog)) => revision::save(model, dialog),
        Some(Dialog::Search(dialog)) => {
            search::keep(model, *dialog);
            Vec::new()
        }
        Some(Dialog::Source(form)) => source::save(model, form),
        Some(Dialog::Conditions(dialog)) => {
            conditions::keep(model, dialog);
            Vec::new()
        }
        Some(Dialog::Help(it)) => {
            help::keep(model, it);
            Vec::new()
        }
        Some(Dialog::Palette(palette)) => palette::choose(model, &palette, now),
        other => {
            model.dialog = other;
            Vec::new()
        }
    }
}

/// Gives a pane the keys.
fn focus(model: &mut Model, pane: Pane) {
    match pane {
        Pane::Article => article::enter(model),
        Pane::Claims | Pane::Claim => model.focus = pane,
    }
}

fn neighbour(pane: Pane, steps: usize) -> Pane {
    const ORDER: [Pane; 3] = [Pane::Claims, Pane::Claim, Pane::Article];
    let at = ORDER.iter().position(|it| *it == pane).unwrap_or(0);
    ORDER[(at + steps) % ORDER.len()]
}
