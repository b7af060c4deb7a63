//! Chinese sentences cut into clauses.
//!
//! The comma says little: it stands after a topic, between a speaker and the
//! speech, between facts. So each segment between two marks is told by its cue
//! words, and joined to the one before it unless it states a fact of its own.

mod seen;
mod subject;

use crate::split::Uncheckable;
use crate::split::clause::Clause;
use crate::split::clause::chinese::seen::{Seen, weight};
use crate::split::clause::chinese::subject::subject;
use crate::split::clause::segment::{Mark, segments};
use crate::split::enclosure::is_quoted;
use crate::split::reading::Reading;
use crate::text::ByteRange;

/// From so many characters on, a segment without a subject stands by itself.
const LONG_CHARS: usize = 26;
/// Shorter than this, a segment is a fragment unless something counts in it.
const SHORT_CHARS: usize = 4;
/// About sixty Han characters: speech that goes on after them with a subject
/// of its own tells another fact.
const LONG_SPEECH_BYTES: usize = 180;
/// A subject or topic set off by a comma is shorter than this.
const TOPIC_CHARS: usize = 8;

/// Several segments that will be one clause.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one observation, none a state; enums would name the same things"
)]
struct Group {
    range: ByteRange,
    /// What the last segment shows.
    last: Seen,
    /// Speech is reported in it.
    speech: bool,
    /// What was said follows in segments of its own: "X說,…".
    speech_follows: bool,
    /// Nothing but what leads up to a clause.
    only_leads_up: bool,
    /// Begins with what it is for: "以…".
    purpose: bool,
    /// Begins with a verb whose subject stands in an earlier group.
    goes_on: bool,
    /// The segment that holds its subject and verb, behind what leads up to it.
    main: ByteRange,
    /// A later segment has a subject of its own.
    changes_subject: bool,
}

impl Group {
    fn begin(seen: Seen, after: Mark) -> Self {
        Self {
            range: seen.range,
            speech: seen.speech,
            speech_follows: seen.speech_follows,
            only_leads_up: seen.leads_up,
            purpose: seen.purpose && after == Mark::Comma,
            goes_on: seen.goes_on && after == Mark::Comma,
            main: seen.range,
            changes_subject: false,
            last: seen,
        }
    }

    fn join(&mut self, seen: Seen) {
        self.range.end = seen.range.end;
        if self.only_leads_up {
            self.main = seen.range;
        } else {
            self.changes_subject |= seen.subject || !seen.goes_on;
        }
        self.speech |= seen.speech;
        self.speech_follows |= seen.speech_follows;
        self.only_leads_up &= seen.leads_up;
        self.last = seen;
    }

    /// Whether the next segment completes what has been said so far.
    fn waits(&self, reading: &Reading<'_>, next: &Seen) -> bool {
        let bare_topic = self.range.len() < TOPIC_CHARS * 4
            && !self.last.counts
            && !self.last.predicate
            && weight(reading.words(self.range)) < TOPIC_CHARS;
        let noun_phrase = self.last.noun_phrase && next.verb_first && !next.connective;
        self.last.open || self.last.not_only || bare_topic || noun_phrase
    }
}

pub(super) fn clauses(reading: &Reading<'_>, sentence: ByteRange) -> Vec<Clause> {
    let mut groups: Vec<Group> = Vec::new();
    let mut mark = Mark::Stop;
    let mut led_by_connective = false;
    for segment in segments(reading.text, sentence, true) {
        let mut seen = Seen::look(reading, segment.range);
        if seen.range.is_empty() {
            // A connective between two marks: "不過," belongs to no claim.
            led_by_connective = true;
            continue;
        }
        seen.connective |= led_by_connective;
        // "X:「…」" is speech without a verb.
        seen.speech |= mark == Mark::Colon && is_quoted(reading.text, seen.range);
        match groups.last_mut() {
            Some(group) if !begins_anew(reading, group, mark, &seen) => group.join(seen),
            _ => groups.push(Group::begin(seen, mark)),
        }
        mark = segment.mark;
        led_by_connective = false;
    }
    let subjects = carried_subjects(reading, &groups);
    groups
        .into_iter()
        .zip(subjects)
        .map(|(it, subject)| Clause {
            range: it.range,
            reported: it.speech,
            quoted: is_quoted(reading.text, it.range),
            subject,
            why: fragment(reading, &it),
        })
        .collect()
}

/// For each group the subject of the first one, where it is certain: short,
/// explicit, and nobody else has spoken or acted in between.
fn carried_subjects(reading: &Reading<'_>, groups: &[Group]) -> Vec<Option<ByteRange>> {
    let mut certain = groups.first().and_then(|it| {
        let tells_itself = !it.speech_follows && !it.only_leads_up && !it.changes_subject;
        tells_itself.then(|| subject(reading, it.main)).flatten()
    });
    let mut subjects = vec![None];
    for group in groups.iter().skip(1) {
        if !group.goes_on {
            certain = None;
        }
        subjects.push(certain);
        if group.changes_subject {
            certain = None;
        }
    }
    subjects.truncate(groups.len());
    subjects
}

fn fragment(reading: &Reading<'_>, group: &Group) -> Option<Uncheckable> {
    let counts = reading.has_figure_or_time(group.range);
    let leads_nowhere = group.only_leads_up && !group.speech && !counts;
    let short = weight(reading.words(group.range)) < SHORT_CHARS && !counts;
    (group.purpose || leads_nowhere || short).then_some(Uncheckable::NoFact)
}

/// Whether `seen` states a fact apart from what stands before it.
fn begins_anew(reading: &Reading<'_>, group: &Group, mark: Mark, seen: &Seen) -> bool {
    match mark {
        Mark::Stop | Mark::Semicolon => return true,
        Mark::Dash => return !group.speech,
        Mark::Colon => return false,
        Mark::Comma => {}
    }
    if group.waits(reading, seen) {
        // "X公布,Y表示…": what was made public is told elsewhere.
        return group.last.announced && seen.speech && seen.subject;
    }
    if seen.purpose {
        return !group.speech;
    }
    if seen.evaluates {
        return !group.speech_follows;
    }
    if group.speech {
        return leaves_speech(group, seen);
    }
    seen.connective
        || seen.stands_alone()
        || seen.counts
        || seen.speech && (seen.subject || seen.says_first)
        || seen.open
        || seen.chars >= LONG_CHARS
}

/// Whether `seen` is a fact of its own in somebody's speech, or after it.
fn leaves_speech(group: &Group, seen: &Seen) -> bool {
    let speaks_again = seen.speech && (seen.subject || seen.says_first && !group.speech_follows);
    let another_figure = seen.counts && seen.stands_alone() && !seen.argument;
    let another_fact = seen.connective && seen.subject && !seen.argument;
    let long_enough = group.range.len() > LONG_SPEECH_BYTES && seen.subject;
    speaks_again || another_figure || another_fact || long_enough
}

#[cfg(test)]
mod tests {
    use crate::split::split;
    use crate::text::{Article, Language};

    fn cut(sentence: &str) -> Vec<&str> {
        let article = Article::plain(sentence).in_language(Language::TraditionalChinese);
        let ranges = split(&article, None).claims;
        ranges.iter().map(|it| it.range.of(sentence)).collect()
    }

    #[test]
    fn each_fact_is_cut_and_what_completes_it_stays() {
        let table: &[(&str, &[&str])] = &[
            // Two subjects, two facts.
            (
                "港務局解雇了總工程師,市長隨即取消了記者會。",
                &["港務局解雇了總工程師", "市長隨即取消了記者會"],
            ),
            // A connective falls away.
            (
                "碼頭已經關閉,但工人仍在倉庫外守候。",
                &["碼頭已經關閉", "工人仍在倉庫外守候"],
            ),
            // A figure of its own is a fact of its own.
            (
                "該廠佔地30公頃,去年生產了4200輛客車。",
                &["該廠佔地30公頃", "去年生產了4200輛客車"],
            ),
            // Time and place lead up to the clause.
            ("颱風登陸之後,全縣停電。", &["颱風登陸之後,全縣停電"]),
            // A short complement without subject or figure stays.
            (
                "縣政府頒布禁令,限制夜間捕魚。",
                &["縣政府頒布禁令,限制夜間捕魚"],
            ),
            // A condition holds only with what follows.
            (
                "發言人說,如果水位繼續上升,水庫將提前洩洪。",
                &["發言人說,如果水位繼續上升,水庫將提前洩洪"],
            ),
            // Speech stays with its speaker; a second speaker is another claim.
            (
                "校長表示,宿舍將於9月啟用,部長則稱工程已經延誤。",
                &["校長表示,宿舍將於9月啟用", "部長則稱工程已經延誤"],
            ),
            // A quotation is one claim, however many sentences it has.
            (
                "船長說:「我們沒有收到警告。雷達也壞了。」",
                &["船長說:「我們沒有收到警告。雷達也壞了。」"],
            ),
            // A share, what its people said, and the whole: three facts.
            (
                "隨後港口的230名職工裡有212人簽署了聯名信,表態局長不離開他們就會罷工,要知道該港的職工也不過230人。",
                &[
                    "港口的230名職工裡有212人簽署了聯名信",
                    "表態局長不離開他們就會罷工",
                    "該港的職工也不過230人",
                ],
            ),
            // A topic set off by a comma waits for its predicate.
            (
                "前往該島的旅客,必須在登船前3天接受檢查。",
                &["前往該島的旅客,必須在登船前3天接受檢查"],
            ),
            // The writer's opinion does not hold back the fact before it.
            (
                "市府拆除了舊橋,可以說是一個時代的結束。",
                &["市府拆除了舊橋"],
            ),
            // What something is for is left out after a plain event.
            ("公司關閉了3家門市,以降低租金支出。", &["公司關閉了3家門市"]),
        ];
        for (sentence, claims) in table {
            assert_eq!(&cut(sentence), claims, "{sentence}");
        }
    }

    /// The subject that was carried into the last claim of `text`.
    fn carried(text: &str) -> Option<String> {
        let article = Article::plain(text).in_language(Language::TraditionalChinese);
        let cuts = split(&article, None);
        let wording = cuts.claims.last()?.wording.strip_prefix('[')?;
        Some(wording.split_once(']')?.0.to_owned())
    }

    #[test]
    fn a_subject_is_carried_where_nothing_else_can_be_meant() {
        let table = [
            ("港務局解雇了總工程師,還取消了37張訂單。", Some("港務局")),
            // Times stand round the subject, and are no part of it.
            (
                "昨天港務局解雇了總工程師,還取消了37張訂單。",
                Some("港務局"),
            ),
            (
                "5月3日,港務局週五宣布了新費率,並取消了37張訂單。",
                Some("港務局"),
            ),
            // The mayor has acted in between.
            ("港務局公布了費率,市長也簽署了命令,還取消了37張訂單。", None),
            // 使用者 is no verb.
            ("這套系統是免費的,使用者在2023年達到4000人。", None),
        ];
        for (text, subject) in table {
            assert_eq!(carried(text).as_deref(), subject, "{text}");
        }
    }
}
