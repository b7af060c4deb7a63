//! The sources of a claim in `$EDITOR`, as YAML.

use crate::app::action::Action;
use crate::app::dialog::{Choice, ChoicePurpose, Dialog};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::role::counted;
use crate::app::update::judge::{no_claim, with_undo};
use crate::app::update::marks::together;
use crate::app::update::take;
use crate::claim::{ClaimId, Evidence};
use crate::review::{ClaimChange, Command};
use crate::text::Problem;

/// Hands the sources of the current claim to `$EDITOR`; what was written before
/// and could not be read is gone on with.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.dialog = None;
    match model.current_claim().map(|it| it.id.clone()) {
        Some(id) => in_editor(model, id),
        None => no_claim(model),
    }
}

fn in_editor(model: &mut Model, claim: ClaimId) -> Vec<Effect> {
    if let Some(why) = &model.read_only {
        model.notice = Notice::Failed(format!("nothing can be changed here: {why}"));
        return Vec::new();
    }
    let draft = model.drafts.yaml.get(&claim).cloned();
    let sources = model.review.claim(&claim).map(|it| it.evidence.clone());
    vec![Effect::EditSources {
        claim,
        sources: sources.unwrap_or_default(),
        draft,
    }]
}

/// Takes what `$EDITOR` gave back; what cannot be read is told with its place and
/// kept, to be mended.
pub(super) fn edited(
    model: &mut Model,
    claim: ClaimId,
    edited: Result<Vec<Evidence>, (Problem, String)>,
) -> Vec<Effect> {
    match edited {
        Ok(sources) => replace(model, &claim, sources),
        Err((problem, text)) => {
            model.drafts.yaml.insert(claim.clone(), text);
            ask(model, claim, &problem);
            Vec::new()
        }
    }
}

fn ask(model: &mut Model, claim: ClaimId, problem: &Problem) {
    let told = problem.to_string().lines().map(str::to_owned).collect();
    let words = [
        "mend it in $EDITOR",
        "leave it: the sources stay as they were",
    ];
    let options = words.map(str::to_owned).into_iter().enumerate().collect();
    model.dialog = Some(Dialog::Choice(Choice {
        claim,
        purpose: ChoicePurpose::Mend { told },
        options,
        at: 0,
    }));
}

/// Takes the answer: mended, or left.
pub(super) fn answer(model: &mut Model, choice: Choice) -> Vec<Effect> {
    if choice.at == 0 {
        return in_editor(model, choice.claim);
    }
    let keys = [Action::EditInEditor, Action::EditorSources].map(|it| model.keymap.key(it));
    let again = match keys {
        [Some(first), Some(second)] => format!("; {first} {second} goes on"),
        _ => String::new(),
    };
    model.notice = Notice::Told(format!("not saved, but kept{again}"));
    Vec::new()
}

/// Gives a claim these sources, as one step.
fn replace(model: &mut Model, id: &ClaimId, sources: Vec<Evidence>) -> Vec<Effect> {
    let Some(claim) = model.review.claim(id) else {
        let told = "the claim is gone, so nothing was changed: undo may bring it back";
        model.notice = Notice::Failed(told.to_owned());
        return Vec::new();
    };
    let changes = changes(&claim.evidence, sources);
    model.drafts.yaml.remove(id);
    if changes.is_empty() {
        model.notice = Notice::Told("the sources are as they were".to_owned());
        return Vec::new();
    }
    let told = changes.len();
    let commands = changes
        .into_iter()
        .map(|it| Command::change(id.clone(), it));
    let effects = take(model, together(commands.collect()));
    if !effects.is_empty() {
        let told = format!("{} changed", counted(told, "source"));
        model.notice = Notice::Told(with_undo(model, told));
    }
    effects
}

/// What makes `before` into `after`, source by source.
fn changes(before: &[Evidence], after: Vec<Evidence>) -> Vec<ClaimChange> {
    let kept = after.len();
    let mut changes = Vec::new();
    for (at, source) in after.into_iter().enumerate() {
        let evidence = Box::new(source);
        match before.get(at) {
            Some(it) if *it == *evidence => {}
            Some(_) => changes.push(ClaimChange::ReplaceEvidence { at, evidence }),
            None => changes.push(ClaimChange::InsertEvidence { at, evidence }),
        }
    }
    let gone = (kept..before.len()).rev();
    changes.extend(gone.map(|at| ClaimChange::RemoveEvidence { at }));
    changes
}

#[cfg(test)]
mod tests {
    use crate::app::testing::Desk;
    use crate::app::{Dialog, Effect, Message};
    use crate::claim::Evidence;
    use crate::text::{ByteRange, Problem};

    fn titled(title: &str) -> Evidence {
        Evidence {
            title: Some(title.to_owned()),
            accessed: chrono::NaiveDate::from_ymd_opt(2024, 3, 5),
            ..Evidence::default()
        }
    }

    fn titles(desk: &Desk) -> Vec<&str> {
        let sources = desk.claim(1).evidence.iter();
        sources.filter_map(|it| it.title.as_deref()).collect()
    }

    fn give_back(desk: &mut Desk, edited: Result<Vec<Evidence>, (Problem, String)>) {
        let claim = desk.claim(1).id.clone();
        desk.send(Message::SourcesEdited { claim, edited });
    }

    fn desk() -> Desk {
        let mut desk = Desk::with(["212 of 230 signed", "The council met"]);
        for title in ["Letter", "Minutes"] {
            desk.press("s").write(title).press("enter");
        }
        desk.effects.clear();
        desk
    }

    #[test]
    fn what_the_editor_gives_back_is_one_step() {
        let mut desk = desk();
        desk.press("E s");
        assert!(matches!(
            desk.effects.as_slice(),
            [Effect::EditSources { sources, draft: None, .. }] if sources.len() == 2
        ));
        give_back(
            &mut desk,
            Ok(vec![titled("Scan"), titled("Minutes"), titled("Call")]),
        );
        desk.model.dialog = None;
        assert_eq!(titles(&desk), ["Scan", "Minutes", "Call"]);
        assert_eq!(desk.notice(), "2 sources changed (z takes it back)");
        give_back(&mut desk, Ok(vec![titled("Scan")]));
        assert_eq!(titles(&desk), ["Scan"]);
        desk.press("z");
        assert_eq!(titles(&desk), ["Scan", "Minutes", "Call"]);
        desk.press("z");
        assert_eq!(titles(&desk), ["Letter", "Minutes"]);
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_place_and_kept() {
        let mut desk = desk();
        let text = "- title: Letter\n  stance: suports\n";
        let problem = || {
            Problem::error("\"suports\" is no stance")
                .at(text, ByteRange::new(26, 33))
                .next_step("did you mean supports?")
        };
        give_back(&mut desk, Err((problem(), text.to_owned())));
        let screen_asks = |desk: &Desk| match desk.model.dialog() {
            Some(Dialog::Choice(it)) => format!("{:?}", it.purpose),
            other => panic!("{other:?}"),
        };
        assert!(screen_asks(&desk).contains("2:11: \\\"suports\\\" is no stance"));
        desk.press("enter");
        assert!(matches!(
            desk.effects.as_slice(),
            [Effect::EditSources { draft: Some(it), .. }] if it == text
        ));
        give_back(&mut desk, Err((problem(), text.to_owned())));
        desk.press("j enter");
        assert_eq!(desk.notice(), "not saved, but kept; E s goes on");
        desk.effects.clear();
        desk.press("E s");
        assert!(matches!(
            desk.effects.as_slice(),
            [Effect::EditSources { draft: Some(_), .. }]
        ));
        give_back(&mut desk, Ok(vec![titled("Letter"), titled("Minutes")]));
        assert_eq!(desk.notice(), "the sources are as they were");
        assert!(desk.model.drafts.yaml.is_empty());
    }
}
