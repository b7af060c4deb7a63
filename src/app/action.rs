//! Everything a key can do: the one table.

use std::fmt::Write;

/// Where a key counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// In the review, wherever the cursor is.
    Review,
    /// In the review, on a claim.
    Claim,
    /// In the article's pane.
    Article,
    /// Where a disputed verdict asks for its reason.
    Reason,
    /// Where the list asks what to show.
    Filter,
    /// Where the editor asks what to edit.
    Editor,
    /// In a text field.
    Field,
    /// In the form of a source, beside what a text field does.
    Form,
    /// Where one of several is chosen: a source, an address.
    Choice,
    /// In the list of sources, beside what a choice does.
    Sources,
    /// In the help.
    Help,
    /// In the palette, beside what a text field does.
    Palette,
    /// Where words are searched, beside what a text field does.
    Search,
    /// Where conditions for the list are typed, beside what a text field does.
    Conditions,
    /// In the list of articles.
    Articles,
    /// In the welcome.
    Welcome,
}

impl Scope {
    /// Every scope, in the order of the manual.
    pub const ALL: [Self; 16] = [
        Self::Claim,
        Self::Review,
        Self::Article,
        Self::Reason,
        Self::Filter,
        Self::Editor,
        Self::Field,
        Self::Form,
        Self::Choice,
        Self::Sources,
        Self::Palette,
        Self::Search,
        Self::Conditions,
        Self::Articles,
        Self::Help,
        Self::Welcome,
    ];

    /// What the manual calls it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Review => "Anywhere in the review",
            Self::Claim => "On a claim",
            Self::Article => "In the article",
            Self::Reason => "Why it is disputed",
            Self::Filter => "What to list",
            Self::Editor => "What to edit in $EDITOR",
            Self::Field => "In a text field",
            Self::Form => "In the form of a source",
            Self::Choice => "Where one of several is chosen",
            Self::Sources => "In the list of sources",
            Self::Help => "In this help",
            Self::Palette => "In the palette",
            Self::Search => "Where words are searched",
            Self::Conditions => "Where conditions for the list are typed",
            Self::Articles => "In the list of articles",
            Self::Welcome => "In the welcome",
        }
    }

    /// Whether one key press can mean an action of either scope.
    pub fn meets(self, other: Self) -> bool {
        let both = |one, two| (self == one && other == two) || (self == two && other == one);
        self == other
            || both(Self::Review, Self::Claim)
            || both(Self::Review, Self::Article)
            || both(Self::Claim, Self::Article)
            || both(Self::Choice, Self::Sources)
            || both(Self::Field, Self::Form)
            || both(Self::Field, Self::Palette)
            || both(Self::Field, Self::Search)
            || both(Self::Field, Self::Conditions)
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// What it does.
    pub action: Action,
    /// Its name in the configuration and the palette.
    pub name: &'static str,
    /// The keys that it has unless the person has chosen others.
    pub keys: &'static [&'static str],
    /// Where its keys count.
    pub scope: Scope,
    /// The word for it in the footer; empty where the footer leaves it out.
    pub footer: &'static str,
    /// What it does, in one line.
    pub help: &'static str,
}

macro_rules! actions {
    ($($variant:ident $name:literal [$($key:literal),+] $scope:ident $footer:literal $help:literal)*) => {
        /// What a key can do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            $(#[doc = $help] $variant,)*
        }

        /// Every action, in the order of the footer and the manual. Keys, help,
        /// footer, palette, configuration and the table in README come from here.
        pub const ACTIONS: &[Entry] = &[
            $(Entry {
                action: Action::$variant,
                name: $name,
                keys: &[$($key),+],
                scope: Scope::$scope,
                footer: $footer,
                help: $help,
            },)*
        ];
    };
}

actions! {
//  variant             name                     keys                    scope   footer           help
    Verify              "verify"                 ["v"]                   Claim   "verified"       "Verified; on to the next unreviewed claim. 3v: three"
    Dispute             "dispute"                ["d"]                   Claim   "disputed"       "Disputed; one more key says why; then on to the next"
    Unknown             "unknown"                ["u"]                   Claim   "unknown"        "Looked for, and not to be told; then on to the next"
    ClearVerdict        "clear-verdict"          ["x"]                   Claim   "clear"          "Take your verdict on this claim away"
    NextUnreviewed      "next-unreviewed"        ["n"]                   Review  "next"           "The next unreviewed claim"
    PreviousUnreviewed  "previous-unreviewed"    ["N"]                   Review  ""               "The previous unreviewed claim"
    Undo                "undo"                   ["z"]                   Review  "undo"           "Take the last change back"
    Redo                "redo"                   ["Z", "ctrl-r"]         Review  ""               "Make the change again that was taken back"
    EditWording         "wording"                ["e"]                   Claim   "wording"        "Edit the wording of the claim"
    EditCorrection      "correction"             ["c"]                   Claim   "correction"     "The right wording; belongs to your disputed verdict"
    EditNote            "note"                   ["o"]                   Claim   "note"           "A note to colleagues"
    EditQuery           "query"                  ["Q"]                   Claim   "query"          "A question to the author"
    AddSource           "add-source"             ["s"]                   Claim   "source"         "Add a source: what it says, where, when it was read"
    EditSource          "edit-source"            ["S"]                   Claim   ""               "Change a source, or take it away"
    RepeatSource        "repeat-source"          ["&"]                   Claim   ""               "The source that was added last, for this claim too"
    Mark                "mark"                   ["space"]               Claim   ""               "Mark the claim, or not: keys then do it to all marked"
    MarkStretch         "mark-stretch"           ["M"]                   Claim   ""               "Mark what is listed from the last mark to here"
    MarkAll             "mark-all"               ["*"]                   Review  ""               "Mark all that is listed; again: none"
    EditInEditor        "editor"                 ["E"]                   Claim   ""               "Edit words of the claim in $EDITOR; one more key says which"
    TakeOver            "take-over"              ["T"]                   Claim   ""               "What was judged of the same before (~), taken over. Also 2T"
    Settle              "settle"                 ["A"]                   Claim   ""               "End a disagreement or a merge conflict; or open it again"
    Dismiss             "dismiss"                ["D"]                   Claim   "dismiss"        "Nothing to check here; on a dismissed claim: take it in"
    AddClaim            "add-claim"              ["a"]                   Review  ""               "A new claim: what is selected, or the cursor's sentence"
    Requote             "requote"                ["r"]                   Claim   ""               "Trim or extend the claim to the words that are selected"
    SplitClaim          "split-claim"            ["|"]                   Claim   ""               "Cut the claim in two before the cursor in the article"
    MergeClaims         "merge-claims"           ["m"]                   Claim   ""               "Join the claim with the next one; all of both stays"
    Repeat              "repeat"                 ["R"]                   Claim   ""               "It repeats another claim, and is judged there. Also 3R"
    TakeLeft            "take-left"              ["<"]                   Claim   "left holds"        "When two sides are settled: the left one's verdict holds"
    TakeRight           "take-right"             [">"]                   Claim   "right holds"       "When two sides are settled: the right one's verdict holds"
    Reveal              "reveal"                 ["B"]                   Review  ""               "After a blind reading: show the others' verdicts"
    CopyClaim           "copy"                   ["y"]                   Claim   ""               "Copy the wording to the clipboard, also over SSH"
    OpenSource          "open-source"            ["O"]                   Claim   ""               "Show the address of a source, and open it in the browser"
    Down                "down"                   ["j", "down"]           Review  ""               "The next claim; in the other panes a row down. Also 5j"
    Up                  "up"                     ["k", "up"]             Review  ""               "The previous claim; in the other panes a row up"
    HalfPageDown        "half-page-down"         ["ctrl-d"]              Review  ""               "Down by half a page"
    HalfPageUp          "half-page-up"           ["ctrl-u"]              Review  ""               "Up by half a page"
    PageDown            "page-down"              ["pagedown"]            Review  ""               "Down by a page"
    PageUp              "page-up"                ["pageup"]              Review  ""               "Up by a page"
    First               "first"                  ["g", "home"]           Review  ""               "The first claim; elsewhere the top"
    Last                "last"                   ["G", "end"]            Review  ""               "The last claim; elsewhere the end. 12G is the twelfth"
    NextPane            "next-pane"              ["tab"]                 Review  "pane"           "Move to the next pane"
    PreviousPane        "previous-pane"          ["shift-tab"]           Review  ""               "Move to the previous pane"
    Zoom                "zoom"                   ["ctrl-f"]              Review  ""               "This pane alone on the screen; again: all of them"
    GrowPane            "grow-pane"              ["+"]                   Review  ""               "Make this pane larger; that is remembered"
    ShrinkPane          "shrink-pane"            ["-"]                   Review  ""               "Make this pane smaller; that is remembered"
    Filter              "filter"                 ["f"]                   Review  "filter"         "List only claims of one status; one more key says which"
    ClearFilter         "clear-filter"           ["F"]                   Review  ""               "List all claims again"
    Order               "order"                  ["t"]                   Review  ""               "The list in another order: article, worth, open first"
    Pass                "pass"                   ["p"]                   Review  ""               "The next pass: facts, criticism, the whole; then none"
    ColourBy            "colour-by"              ["K"]                   Review  ""               "Colours by verdict, kind, source or reviewer"
    Read                "read"                   ["P"]                   Review  ""               "Read the article by itself; again: back to the claims"
    Search              "search"                 ["/"]                   Review  "search"         "Search the article and the claims; /RE: by expression"
    NextMatch           "next-match"             ["'"]                   Review  ""               "The next match of the search"
    PreviousMatch       "previous-match"         ["\""]                  Review  ""               "The previous match of the search"
    JumpBack            "jump-back"              ["ctrl-o", "alt-left"]  Review  ""               "Back to where you were before you went far"
    JumpForward         "jump-forward"           ["I", "alt-right"]      Review  ""               "Forward again, after going back"
    Sources             "sources"                ["ctrl-s"]              Review  ""               "All sources of the article, and the claims on each"
    CompareRevision     "compare"                ["="]                   Review  ""               "Mark what changed since a revision; again: no longer"
    History             "history"                ["L"]                   Claim   ""               "Who judged this claim when, from git's history"
    Commit              "commit"                 ["C"]                   Review  ""               "Commit the claim file; you edit the message first"
    LeftOut             "left-out"               ["."]                   Review  ""               "Show what was left out as nothing to check, and why"
    Palette             "palette"                [":"]                   Review  "palette"        "Find an action, a claim or a source by its words"
    Help                "help"                   ["?", "f1"]             Review  "help"           "All keys"
    Redraw              "redraw"                 ["ctrl-l"]              Review  ""               "Draw the screen anew"
    Pointer             "pointer"                ["alt-m"]               Review  ""               "Leave the mouse to the terminal, or take it back"
    Suspend             "suspend"                ["ctrl-z"]              Review  ""               "Back to the shell for a while; `fg` goes on"
    BackToArticles      "articles"               ["esc"]                 Review  ""               "Back to the list of articles, if you came from there"
    Quit                "quit"                   ["q", "ctrl-c"]         Review  "quit"           "Leave; everything is saved already"

    Select              "select"                 ["V"]          Article "select"         "Begin a selection, or forget it"
    CharacterForward    "character-forward"      ["l", "right"]          Article ""               "Right by a character"
    CharacterBack       "character-back"         ["h", "left"]           Article ""               "Left by a character"
    WordForward         "word-forward"           ["w"]                   Article ""               "The next word; while selecting, to the end of a word"
    WordBack            "word-back"              ["b"]                   Article ""               "The word before"
    ClauseForward       "clause-forward"         [";"]                   Article ""               "The next clause"
    ClauseBack          "clause-back"            [","]                   Article ""               "The clause before"
    SentenceForward     "sentence-forward"       [")"]                   Article ""               "The next sentence"
    SentenceBack        "sentence-back"          ["("]                   Article ""               "The sentence before"
    ParagraphForward    "paragraph-forward"      ["}"]                   Article ""               "The next paragraph"
    ParagraphBack       "paragraph-back"         ["{"]                   Article ""               "The paragraph before"
    ClaimForward        "claim-forward"          ["]"]                   Article ""               "The next claim after the cursor"
    ClaimBack           "claim-back"             ["["]                   Article ""               "The claim before the cursor"

    ReasonWrong         "reason-wrong"           ["w"]                   Reason  "wrong"          "The facts are otherwise"
    ReasonMisleading    "reason-misleading"      ["m"]                   Reason  "misleading"     "True word by word, and still a false picture"
    ReasonOutdated      "reason-outdated"        ["o"]                   Reason  "outdated"       "Was so, and is so no longer"
    ReasonMisattributed "reason-misattributed"   ["a"]                   Reason  "misattributed"  "Somebody else said or did it"
    ReasonConflicting   "reason-conflicting"     ["c"]                   Reason  "conflicting sources" "Good sources contradict each other"
    ReasonOpen          "reason-open"            ["enter", "esc", "ctrl-c"] Reason  "leave open"     "Leave the reason open; the verdict stands"

    FilterUnreviewed    "filter-unreviewed"      ["n"]                   Filter  "unreviewed"     "Claims that nobody has judged"
    FilterVerified      "filter-verified"        ["v"]                   Filter  "verified"       "Verified claims"
    FilterDisputed      "filter-disputed"        ["d"]                   Filter  "disputed"       "Disputed claims"
    FilterUnknown       "filter-unknown"         ["u"]                   Filter  "unknown"        "Unknown claims"
    FilterContested     "filter-contested"       ["c"]                   Filter  "contested"      "Claims on which reviewers differ"
    FilterDismissed     "filter-dismissed"       ["D"]                   Filter  "dismissed too"  "All claims, and those that were dismissed"
    FilterBy            "filter-by"              ["/"]                   Filter  "by conditions"  "Claims that meet conditions: kind:ratio worth>0.6 -query"
    FilterAll           "filter-all"             ["a", "F"]              Filter  "all"            "All claims"
    FilterKeep          "filter-keep"            ["esc", "ctrl-c"]       Filter  "cancel"         "Leave the list as it is"

    EditorWording       "editor-wording"         ["e"]                   Editor  "wording"        "The wording in $EDITOR"
    EditorCorrection    "editor-correction"      ["c"]                   Editor  "correction"     "The correction in $EDITOR"
    EditorNote          "editor-note"            ["o"]                   Editor  "note"           "The note in $EDITOR"
    EditorQuery         "editor-query"           ["Q", "q"]              Editor  "query"          "The query to the author in $EDITOR"
    EditorSources       "editor-sources"         ["s"]                   Editor  "sources"        "All sources of the claim in $EDITOR, as YAML"
    EditorCancel        "editor-cancel"          ["esc", "ctrl-c"]       Editor  "cancel"         "Edit nothing"

    Save                "save"                   ["enter"]               Field   "save"           "Save; in the palette, do it"
    Cancel              "cancel"                 ["esc", "ctrl-c"]       Field   "cancel"         "Cancel; what was typed is offered again"
    NewLine             "new-line"               ["alt-enter", "ctrl-j"] Field   "new line"       "A new line, in notes, queries and passages"
    CaretLeft           "caret-left"             ["left", "ctrl-b"]      Field   ""               "Left by a character"
    CaretRight          "caret-right"            ["right", "ctrl-f"]     Field   ""               "Right by a character"
    CaretUp             "caret-up"               ["up", "ctrl-p"]        Field   ""               "Up by a row; in a list, the one before"
    CaretDown           "caret-down"             ["down", "ctrl-n"]      Field   ""               "Down by a row; in a list, the next"
    CaretHome           "caret-home"             ["home", "ctrl-a"]      Field   ""               "To the line's start"
    CaretEnd            "caret-end"              ["end", "ctrl-e"]       Field   ""               "To the line's end"
    DeleteBack          "delete-back"            ["backspace", "ctrl-h"] Field   ""               "Delete the character before"
    DeleteForward       "delete-forward"         ["delete", "ctrl-d"]    Field   ""               "Delete the character after"
    DeleteWord          "delete-word"            ["ctrl-w", "alt-backspace"] Field ""             "Delete the word before"
    DeleteToStart       "delete-to-start"        ["ctrl-u"]              Field   ""               "Delete to the line's start"
    DeleteToEnd         "delete-to-end"          ["ctrl-k"]              Field   ""               "Delete to the line's end"
    Template            "template"               ["ctrl-t"]              Field   ""               "In notes and queries: the next template, or none"
    FieldInEditor       "field-in-editor"        ["ctrl-o"]              Field   "$EDITOR"        "Go on in $EDITOR"

    NextField           "next-field"             ["tab"]                 Form    "next field"     "The next field"
    PreviousField       "previous-field"         ["shift-tab"]           Form    ""               "The field before"
    KnownSource         "known-source"           ["ctrl-r"]              Form    "used before"    "The next source that was used before, at last none"
    RemoveSource        "remove-source"          ["ctrl-x"]              Form    "remove source"  "Take the source away"

    ChoiceDown          "choice-down"            ["j", "down"]           Choice  "down"           "The next one"
    ChoiceUp            "choice-up"              ["k", "up"]             Choice  "up"             "The one before"
    Choose              "choose"                 ["enter"]               Choice  "choose"         "Take this one"
    ChoiceCancel        "choice-cancel"          ["esc", "q", "ctrl-c"]  Choice  "cancel"         "Take none"

    SourcesBrowse       "sources-browse"         ["O"]                   Sources "browser"        "Open the address in the browser"
    SourcesPageDown     "sources-page-down"      ["pagedown", "space", "ctrl-d"] Sources ""       "Down by a page"
    SourcesPageUp       "sources-page-up"        ["pageup", "ctrl-u"]    Sources ""               "Up by a page"

    HelpDown            "help-down"              ["j", "down"]           Help    "down"           "The next action"
    HelpUp              "help-up"                ["k", "up"]             Help    "up"             "The action before"
    HelpPageDown        "help-page-down"         ["pagedown", "space", "ctrl-d"] Help ""          "Down by a page"
    HelpPageUp          "help-page-up"           ["pageup", "ctrl-u"]    Help    ""               "Up by a page"
    HelpTop             "help-top"               ["g", "home"]           Help    ""               "To the top"
    HelpEnd             "help-end"               ["G", "end"]            Help    ""               "To the end"
    HelpSearch          "help-search"            ["/"]                   Help    "search"         "Show only actions with these words"
    HelpDo              "help-do"                ["enter"]               Help    "do it"          "Close the help, and do what the cursor is on"
    HelpClose           "help-close"             ["esc", "q", "?", "f1", "ctrl-c"] Help "close"   "Close the help"

    WelcomeClose        "welcome-close"          ["enter", "esc", "space"] Welcome "begin"        "Begin; any other key does so too, and what it says"

    PaletteNext         "palette-next"           ["tab"]                 Palette "next"           "The next action of the list"
    PalettePrevious     "palette-previous"       ["shift-tab"]           Palette ""               "The action before"

    SearchExpression    "search-expression"      ["ctrl-r"]              Search  "expression"     "Take it for a regular expression, or for words again"
    SearchNext          "search-next"            ["tab"]                 Search  "next match"     "The next match, while words are typed"
    SearchPrevious      "search-previous"        ["shift-tab"]           Search  ""               "The previous match, while words are typed"

    CompleteNext        "complete"               ["tab"]                 Conditions "complete"    "What may stand here; again: the next of it"
    CompletePrevious    "complete-previous"      ["shift-tab"]           Conditions ""            "What may stand here: the one before"

    ArticlesOpen        "articles-open"          ["enter", "right", "l"] Articles "open"          "Open the article; `q` comes back to the list"
    ArticlesNextOpen    "articles-next"          ["n"]                   Articles "next unfinished" "The next article with something left to do"
    ArticlesSort        "articles-sort"          ["t", "s"]              Articles "sort"          "Sort by something else: title, progress, last verdict …"
    ArticlesReverse     "articles-reverse"       ["r"]                   Articles ""              "The other way round"
    ArticlesFilter      "articles-filter"        ["f"]                   Articles "filter"        "List others: unfinished, disputed, contested, not split …"
    ArticlesSearch      "articles-search"        ["/"]                   Articles "search"        "List only articles with these words in title or path"
    ArticlesClearFilter "articles-clear-filter"  ["F", "esc"]            Articles ""              "List all articles again"
    ArticlesDown        "articles-down"          ["j", "down"]           Articles ""              "The next article"
    ArticlesUp          "articles-up"            ["k", "up"]             Articles ""              "The article before"
    ArticlesHalfPageDown "articles-half-page-down" ["ctrl-d"]              Articles ""              "Down by half a page"
    ArticlesHalfPageUp  "articles-half-page-up"  ["ctrl-u"]              Articles ""              "Up by half a page"
    ArticlesPageDown    "articles-page-down"     ["pagedown", "space"]   Articles ""              "Down by a page"
    ArticlesPageUp      "articles-page-up"       ["pageup"]              Articles ""              "Up by a page"
    ArticlesFirst       "articles-first"         ["g", "home"]           Articles ""              "The first article"
    ArticlesLast        "articles-last"          ["G", "end"]            Articles ""              "The last article"
    ArticlesReread      "articles-reread"        ["R", "f5"]             Articles ""              "Look at all files again"
    ArticlesHelp        "articles-help"          ["?", "f1"]             Articles "help"          "All keys of the list"
    ArticlesRedraw      "articles-redraw"        ["ctrl-l"]              Articles ""              "Draw the screen anew"
    ArticlesSuspend     "articles-suspend"       ["ctrl-z"]              Articles ""              "Back to the shell for a while; `fg` goes on"
    ArticlesQuit        "articles-quit"          ["q", "ctrl-c"]         Articles "quit"          "Leave; everything is saved already"
}

impl Action {
    /// Its row in the table.
    pub fn entry(self) -> &'static Entry {
        // The variants are declared by the table's rows, in the same order.
        &ACTIONS[self as usize]
    }
}

/// The table of keys for the manual, in Markdown.
pub fn keys_table() -> String {
    let mut table = String::new();
    for scope in Scope::ALL {
        let _ = writeln!(
            table,
            "### {}\n\n| keys | action | |\n|---|---|---|",
            scope.title()
        );
        for entry in ACTIONS.iter().filter(|it| it.scope == scope) {
            let keys: Vec<String> = entry.keys.iter().map(|it| format!("`{it}`")).collect();
            let _ = writeln!(
                table,
                "| {} | {} | {} |",
                keys.join(" "),
                entry.name,
                entry.help
            );
        }
        table.push('\n');
    }
    table.truncate(table.trim_end().len());
    table.push('\n');
    table
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_action_has_a_name_of_its_own_a_key_and_a_line_of_help() {
        let mut names = HashSet::new();
        for (row, entry) in ACTIONS.iter().enumerate() {
            assert!(names.insert(entry.name), "{} twice", entry.name);
            assert!(!entry.keys.is_empty(), "{}", entry.name);
            assert!(
                entry.help.len() > 5 && !entry.help.ends_with('.'),
                "{}",
                entry.name
            );
            assert_eq!(entry.action.entry().name, entry.name);
            assert_eq!(entry.action as usize, row);
            assert!(Scope::ALL.contains(&entry.scope));
            // With its keys before it, it fits a screen of 80 columns.
            assert!(
                entry.help.len() <= 59,
                "{}: {}",
                entry.name,
                entry.help.len()
            );
        }
    }

    #[test]
    fn the_manual_names_every_action() {
        let table = keys_table();
        for entry in ACTIONS {
            assert!(table.contains(&format!("| {} |", entry.name)));
        }
    }
}
