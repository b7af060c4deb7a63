//! The tutor: ten steps at a sample article, each noticed when it is done.

use crate::app::action::{ACTIONS, Action};
use crate::app::keymap::Keymap;
use crate::app::model::Model;
use crate::claim::{Claim, Status, Verdict};
use crate::text::{AmbiguousWidth, Column, WrappedText};

/// A language that the tutor speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// English.
    English,
    /// Chinese, in traditional characters.
    Chinese,
}

/// How far somebody is with the tutor.
#[derive(Clone, Debug)]
pub struct Lesson {
    tongue: Tongue,
    /// Which step, from 0; past the last one when all are done.
    step: usize,
    /// What was done since the step began.
    done: Vec<Action>,
    /// What to say of a step that was just done.
    praise: bool,
}

/// One step of the tutor. `{name}` stands for the key of that action.
struct Step {
    english: &'static str,
    chinese: &'static str,
    is_done: fn(&Model, &[Action]) -> bool,
}

/// The steps, in the order of an ordinary review.
const STEPS: &[Step] = &[
    Step {
        english: "The article is cut into claims, each one thing that can be looked up. Press {down} for the next claim, then {up} to come back.",
        chinese: "文章切成了一條條可查核的說法。按 {down} 到下一條，再按 {up} 回來。",
        is_done: |_, done| done.contains(&Action::Down) && done.contains(&Action::Up),
    },
    Step {
        english: "Say you have found a good source for this claim: press {verify}. It is verified, and you are on the next unreviewed claim.",
        chinese: "假設你已找到可靠的來源：按 {verify}，這條就是「屬實」，並跳到下一條未查的。",
        is_done: |model, _| model.review.progress().verified > 0,
    },
    Step {
        english: "Anything can be taken back, even tomorrow: press {undo}, and then {redo} to make it again.",
        chinese: "任何一步都能收回，明天也行：按 {undo} 收回，再按 {redo} 重做。",
        is_done: |_, done| done.contains(&Action::Undo) && done.contains(&Action::Redo),
    },
    Step {
        english: "Another claim is not right: press {dispute}, then one more key for the reason: {reason-wrong} says that it is wrong.",
        chinese: "有一條不對：按 {dispute}，再按一個鍵說明原因，{reason-wrong} 表示「錯誤」。",
        is_done: |model, _| {
            claims(model).any(|it| is_disputed(it) && it.verdicts[0].reason.is_some())
        },
    },
    Step {
        english: "Go back to the disputed claim with {up} and press {correction}: type the right wording, then {save}.",
        chinese: "用 {up} 回到有爭議的那條，按 {correction}，輸入正確的說法，再按 {save}。",
        is_done: |model, _| {
            claims(model).any(|it| it.verdicts.iter().any(|it| it.correction.is_some()))
        },
    },
    Step {
        english: "A verdict needs a source. Press {add-source}, paste or type an address such as https://example.org, then {save}. {next-field} goes to the next field.",
        chinese: "判斷要有來源。按 {add-source}，貼上或輸入網址，例如 https://example.org，再按 {save}。{next-field} 到下一欄。",
        is_done: |model, _| claims(model).any(|it| !it.evidence.is_empty()),
    },
    Step {
        english: "Press {note} for a note to colleagues: type a few words, then {save}. ({cancel} leaves, and keeps what was typed.)",
        chinese: "按 {note} 給同事留言：輸入幾個字，再按 {save}。（{cancel} 離開，輸入的字會保留。）",
        is_done: |model, _| claims(model).any(|it| it.note.is_some()),
    },
    Step {
        english: "Some sentences are nothing to check. Press {dismiss} on a claim to dismiss it; {left-out} shows what was left out from the start.",
        chinese: "有些句子無可查核。按 {dismiss} 排除一條；{left-out} 顯示一開始就略過的句子。",
        is_done: |model, done| {
            claims(model).any(|it| it.dismissed) && done.contains(&Action::LeftOut)
        },
    },
    Step {
        english: "Look at the disputed claims alone: press {filter}, then {filter-disputed}. Then {clear-filter} lists all again.",
        chinese: "只看有爭議的：按 {filter} 再按 {filter-disputed}。{clear-filter} 再列出全部。",
        is_done: |model, done| {
            done.contains(&Action::FilterDisputed) && !model.listing.filter().narrows()
        },
    },
    Step {
        english: "Press {help} for all keys; {help-close} closes it. {palette} finds an action by its name.",
        chinese: "按 {help} 看所有按鍵，{help-close} 關閉。{palette} 可按名稱尋找動作。",
        is_done: |model, done| done.contains(&Action::Help) && model.dialog.is_none(),
    },
];

const END: Step = Step {
    english: "That is all of it. Nothing of yours was touched: {quit} leaves, and this article is gone. Then: redpencil YOUR-ARTICLE",
    chinese: "就是這些。你的檔案都沒有動過：按 {quit} 離開，這篇範例隨即消失。接著：redpencil 你的文章",
    is_done: |_, _| false,
};

impl Lesson {
    /// The tutor at its first step.
    pub fn new(tongue: Tongue) -> Self {
        Self {
            tongue,
            step: 0,
            done: Vec::new(),
            praise: false,
        }
    }

    /// "Step 3 of 10".
    pub fn title(&self) -> String {
        let (step, all) = (self.step + 1, STEPS.len());
        let praise = match (self.praise, self.tongue) {
            (false, _) => "",
            (true, Tongue::English) => "✓ done · ",
            (true, Tongue::Chinese) => "✓ 做到了 · ",
        };
        match (self.tongue, step > all) {
            (Tongue::English, false) => format!("{praise}Step {step} of {all}"),
            (Tongue::English, true) => format!("{praise}The end"),
            (Tongue::Chinese, false) => format!("{praise}第 {step} 步，共 {all} 步"),
            (Tongue::Chinese, true) => format!("{praise}結束"),
        }
    }

    /// What to do now, in rows of so many columns, with the keys that `keymap` has.
    pub fn rows(&self, keymap: &Keymap, columns: Column) -> Vec<String> {
        let step = STEPS.get(self.step).unwrap_or(&END);
        let words = match self.tongue {
            Tongue::English => step.english,
            Tongue::Chinese => step.chinese,
        };
        let words = with_keys(words, keymap);
        let wrapped = WrappedText::new(&words, columns, AmbiguousWidth::Narrow);
        let rows = (0..wrapped.len()).filter_map(|it| wrapped.row(it));
        rows.map(|it| it.text().to_owned()).collect()
    }

    /// Notes that an action was done.
    pub(crate) fn note(&mut self, action: Action) {
        self.done.push(action);
        self.praise = false;
    }
}

/// Looks whether what was just done is what the step asks for.
pub(crate) fn look(model: &mut Model) {
    let Some(lesson) = &model.lesson else { return };
    let Some(step) = STEPS.get(lesson.step) else {
        return;
    };
    // A question that is open is part of the step.
    if model.dialog.is_some() || !(step.is_done)(model, &lesson.done) {
        return;
    }
    if let Some(lesson) = &mut model.lesson {
        lesson.step += 1;
        lesson.done.clear();
        lesson.praise = true;
    }
}

fn claims(model: &Model) -> impl Iterator<Item = &Claim> {
    model.review.claims().iter()
}

fn is_disputed(claim: &Claim) -> bool {
    claim.status() == Status::Agreed(Verdict::Disputed)
}

/// The words with `{name}` replaced by the key of that action.
fn with_keys(words: &str, keymap: &Keymap) -> String {
    let mut shown = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, name)) = rest.split_once('{') {
        let (name, after) = name.split_once('}').unwrap_or((name, ""));
        shown.push_str(before);
        let entry = ACTIONS.iter().find(|it| it.name == name);
        // An action that was taken off the keyboard is in the palette.
        let key = entry.and_then(|it| keymap.key(it.action));
        shown.push_str(&key.map_or_else(|| format!(":{name}"), |it| it.to_string()));
        rest = after;
    }
    shown.push_str(rest);
    shown
}

impl Tongue {
    /// The article that the tutor works on, and what it is called.
    pub const fn sample(self) -> (&'static str, &'static str) {
        match self {
            Self::English => ("ferry.txt", ENGLISH),
            Self::Chinese => ("渡輪.txt", CHINESE),
        }
    }
}

const ENGLISH: &str = "\
The ferry to Sandhaven sails again

After nine years without a boat, the ferry to Sandhaven sails again. The first one left on 4 May 2024 with 118 passengers on board, the port office said.

The crossing takes 35 minutes, half as long as the bus. A ticket costs 6 euros. It is the loveliest trip on the coast, no question.

\u{201c}We sold 2,400 tickets in the first week,\u{201d} said the port's director, Marta Quill.

The line cost 3.1 million euros, of which the county paid two thirds. Will it pay for itself? Nobody knows.
";

const CHINESE: &str = "\
沙灣渡輪復航

停航九年後，開往沙灣的渡輪復航了。港務處說，首班船於2024年5月4日開出，載有118名乘客。

航程35分鐘，只有公車的一半。票價60元。這無疑是海岸線上最美的一段路。

港務處長林瑪莎表示：「第一週我們賣出了2400張票。」

這條航線耗資3100萬元，其中縣政府負擔了三分之二。它能回本嗎？沒有人知道。
";

#[cfg(test)]
mod tests {
    use crate::app::lesson::{Lesson, STEPS, Tongue};
    use crate::app::testing::Desk;
    use crate::app::{ACTIONS, Keymap};
    use crate::text::Column;

    fn desk() -> Desk {
        let mut desk = Desk::with([
            "One came in 1931",
            "Two went in 1932",
            "Three stayed in 1933",
        ]);
        desk.model.lesson = Some(Lesson::new(Tongue::English));
        desk
    }

    fn step(desk: &Desk) -> usize {
        desk.model.lesson.as_ref().expect("a lesson").step
    }

    #[test]
    fn every_step_is_noticed_when_it_is_done_and_not_before() {
        let mut desk = desk();
        let keys = [
            ("j", "k"),
            ("n", "v"),
            ("z", "Z"),
            ("d", "w"),
            ("k c 2 4", "enter"),
            ("s h t t p s : / / a", "enter"),
            ("o x y", "enter"),
            ("D", "."),
            ("f d", "F"),
            ("?", "esc"),
        ];
        assert_eq!(keys.len(), STEPS.len());
        for (number, (before, last)) in keys.into_iter().enumerate() {
            desk.press(before);
            assert_eq!(step(&desk), number, "{before} is not all of it");
            desk.press(last);
            assert_eq!(step(&desk), number + 1, "{before} {last}");
        }
        desk.press("j v z");
        assert_eq!(step(&desk), STEPS.len());
    }

    #[test]
    fn the_steps_name_actions_that_there_are() {
        for step in STEPS {
            for words in [step.english, step.chinese] {
                for name in words.split('{').skip(1) {
                    let name = name.split('}').next().expect("a name");
                    assert!(ACTIONS.iter().any(|it| it.name == name), "{name}");
                }
                assert!(words.contains('{'), "{words}");
            }
        }
    }

    #[test]
    fn what_to_do_fits_a_few_rows_of_a_narrow_screen() {
        let keymap = Keymap::default();
        for tongue in [Tongue::English, Tongue::Chinese] {
            for step in 0..=STEPS.len() {
                let lesson = Lesson {
                    step,
                    ..Lesson::new(tongue)
                };
                let rows = lesson.rows(&keymap, Column(58));
                assert!(rows.len() <= 3, "{rows:?}");
                assert!(!rows.concat().contains('{'));
            }
        }
    }
}
