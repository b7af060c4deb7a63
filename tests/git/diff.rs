//! `redpencil diff`.

use std::fs;

use crate::repository::Repository;

#[test]
fn the_work_tree_is_compared_with_the_last_commit() {
    let repository = Repository::new();
    let ran = repository.redpencil(&["diff", "--exit-code"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "no change\n"),
        "{}",
        ran.err
    );
    repository.mark(0, "unknown", "Ana");
    repository.commit("a first look");
    repository.mark(0, "verified", "Ana");
    repository.mark(1, "disputed", "Ben");
    let ran = repository.redpencil(&["diff", "--exit-code"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let mut lines = ran.out.lines();
    let first = lines.next().expect("a summary");
    assert!(first.starts_with("2 verdicts changed: "), "{first}");
    assert!(first.contains("1 unknown → verified"), "{first}");
    assert!(first.contains("1 unreviewed → disputed"), "{first}");
    assert!(ran.out.contains("harbour.claims.yaml"), "{}", ran.out);
    assert!(
        ran.out.contains("unknown → verified   (Ana, "),
        "{}",
        ran.out
    );
}

#[test]
fn revisions_branches_and_the_place_where_they_parted_are_compared() {
    let repository = Repository::new();
    repository.git(&["checkout", "-q", "-b", "ana"]);
    repository.mark(0, "verified", "Ana");
    repository.commit("Ana's");
    repository.git(&["checkout", "-q", "main"]);
    repository.mark(1, "disputed", "Ben");
    repository.commit("Ben's");
    let two = repository.redpencil(&["diff", "ana", "main"]).out;
    assert!(two.starts_with("2 verdicts changed"), "{two}");
    assert!(two.contains("verified → unreviewed"), "{two}");
    assert_eq!(repository.redpencil(&["diff", "ana..main"]).out, two);
    let from_the_base = repository.redpencil(&["diff", "main...ana"]).out;
    assert!(
        from_the_base.starts_with("1 verdict changed: 1 unreviewed → verified"),
        "{from_the_base}"
    );
    let file = repository
        .redpencil(&["diff", "ana", "harbour.claims.yaml"])
        .out;
    assert!(file.starts_with("2 verdicts changed"), "{file}");
    let elsewhere = repository
        .redpencil(&["diff", "ana", "main", "--", "other"])
        .out;
    assert_eq!(elsewhere, "no change\n");
}

#[test]
fn two_files_are_compared_outside_of_any_repository() {
    let repository = Repository::new();
    let old = repository.path("old.claims.yaml");
    fs::copy(repository.path("harbour.claims.yaml"), &old).expect("copied");
    repository.mark(0, "verified", "Ana");
    let apart = tempfile::tempdir().expect("a folder");
    let (one, other) = (
        apart.path().join("a.claims.yaml"),
        apart.path().join("b.claims.yaml"),
    );
    fs::copy(&old, &one).expect("copied");
    fs::copy(repository.path("harbour.claims.yaml"), &other).expect("copied");
    let names = [one.to_string_lossy(), other.to_string_lossy()];
    let ran = repository.redpencil(&["diff", &names[0], &names[1]]);
    assert!(
        ran.out.starts_with("1 verdict changed"),
        "{} {}",
        ran.out,
        ran.err
    );
}

#[test]
fn a_renamed_claim_file_is_followed() {
    let repository = Repository::new();
    repository.git(&["mv", "harbour.claims.yaml", "port.claims.yaml"]);
    let path = repository.path("port.claims.yaml");
    let text = fs::read_to_string(&path).expect("read");
    fs::write(
        &path,
        text.replacen("  claim: ", "  note: Look twice\n  claim: ", 1),
    )
    .expect("written");
    let ran = repository.redpencil(&["diff"]);
    assert!(
        ran.out
            .contains("port.claims.yaml (was harbour.claims.yaml)"),
        "{} {}",
        ran.out,
        ran.err
    );
    assert!(ran.out.contains("+ Look twice"), "{}", ran.out);
}

#[test]
fn programs_get_json_and_pull_requests_get_tables() {
    let repository = Repository::new();
    repository.mark(1, "disputed", "Ben | <b>");
    let json = repository.redpencil(&["diff", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["summary"]["verdicts"], 1);
    let change = &json["changes"][0];
    assert_eq!(change["file"], "harbour.claims.yaml");
    assert_eq!(change["id"], repository.ids()[1].as_str());
    assert_eq!(
        (&change["field"], &change["to"]),
        (&"verdict".into(), &"disputed".into())
    );
    assert!(change["from"].is_null() && change["at"].is_string());
    let table = repository.redpencil(&["diff", "--format", "markdown"]).out;
    assert!(
        table.contains("| verdict | unreviewed | disputed | Ben \\| &lt;b&gt;, 20"),
        "{table}"
    );
    let stat = repository
        .redpencil(&["diff", "--format", "markdown", "--stat"])
        .out;
    assert!(
        stat.contains("| harbour.claims.yaml | 1 verdict changed"),
        "{stat}"
    );
}

#[test]
fn a_file_of_a_revision_is_compared_with_a_file_a_revision_and_the_work_tree() {
    let repository = Repository::new();
    repository.mark(0, "verified", "Ana");
    repository.commit("judge");
    repository.git(&["mv", "harbour.claims.yaml", "port.claims.yaml"]);
    repository.commit("rename");
    let one = "1 verdict changed: 1 unreviewed → verified\n";
    for words in [
        &["diff", "HEAD~2:harbour.claims.yaml", "port.claims.yaml"][..],
        &[
            "diff",
            "HEAD~2:harbour.claims.yaml",
            "HEAD:port.claims.yaml",
        ],
        &["diff", "HEAD~2:harbour.claims.yaml", "HEAD~1"],
        // A rename is followed where a path limits the comparison, too.
        &["diff", "HEAD~2", "port.claims.yaml"],
        &["diff", "HEAD~2", "HEAD", "--", "port.claims.yaml"],
        &["diff", "HEAD~2..HEAD", "port.claims.yaml"],
    ] {
        let ran = repository.redpencil(words);
        assert!(
            ran.out.starts_with(one),
            "{words:?}: {} {}",
            ran.out,
            ran.err
        );
    }
    let followed = repository.redpencil(&["diff", "HEAD~2", "port.claims.yaml"]);
    assert!(
        followed.out.contains("(was harbour.claims.yaml)"),
        "{}",
        followed.out
    );
    let missing = repository.redpencil(&["diff", "HEAD:nowhere.yaml"]);
    assert_eq!(missing.code, 3);
    assert!(
        missing.err.contains("HEAD has no file nowhere.yaml"),
        "{}",
        missing.err
    );
}

#[test]
fn a_folder_limits_the_comparison_unless_a_branch_is_called_so() {
    let repository = Repository::new();
    repository.mark(0, "verified", "Ana");
    fs::create_dir(repository.path("ana")).expect("a folder");
    let limited = repository.redpencil(&["diff", "ana"]);
    assert_eq!(limited.out, "no change\n", "{}", limited.err);
    repository.git(&["branch", "ana"]);
    let branch = repository.redpencil(&["diff", "ana"]);
    assert!(branch.out.starts_with("1 verdict"), "{}", branch.err);
}

#[test]
fn every_kind_of_change_is_told() {
    let repository = Repository::new();
    let path = repository.path("harbour.claims.yaml");
    let text = fs::read_to_string(&path).expect("read");
    let parts: Vec<&str> = text.split("\n- id: ").map(str::trim_end).collect();
    let [head, first, _] = parts[..] else {
        panic!("two claims: {text}");
    };
    // The second goes, the first is dismissed, and another comes before it.
    let dismissed = first.replacen('\n', "\n  dismissed: true\n", 1);
    let added = format!("zzzzz9{}", &first[6..]).replace("exact: ", "exact: Another ");
    let text = format!("{head}\n- id: {added}\n- id: {dismissed}\n");
    fs::write(&path, text).expect("written");
    let ran = repository.redpencil(&["diff"]);
    let first = ran.out.lines().next().unwrap_or_default();
    for words in [
        "no verdict changed; ",
        "claim added",
        "claim removed",
        "claim dismissed",
    ] {
        assert!(first.contains(words), "{words}: {} {}", ran.out, ran.err);
    }
    assert!(ran.out.contains("    claim        added\n"), "{}", ran.out);
    assert!(
        ran.out.contains("    claim        removed\n"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("    dismissed    nothing to check here\n"),
        "{}",
        ran.out
    );
}

#[test]
fn colours_come_where_they_are_wanted_and_steer_no_terminal() {
    let repository = Repository::new();
    repository.mark(0, "verified", "Ana");
    let path = repository.path("harbour.claims.yaml");
    let text = fs::read_to_string(&path).expect("read");
    let text = text.replacen("  claim: ", "  note: \"\\x1b[2Jgone\"\n  claim: ", 1);
    fs::write(&path, text).expect("written");
    let plain = repository.redpencil(&["diff"]).out;
    let coloured = repository.redpencil(&["diff", "--color", "always"]).out;
    assert!(coloured.contains("\x1b[32mverified\x1b[0m"), "{coloured}");
    assert!(!coloured.contains("\x1b[2J"), "{coloured}");
    assert!(!plain.contains("\x1b[32m"), "{plain}");
}

#[test]
fn a_confidential_source_stays_hidden() {
    let repository = Repository::new();
    let path = repository.path("harbour.claims.yaml");
    let text = fs::read_to_string(&path).expect("read");
    let second = text
        .match_indices("\n- id")
        .nth(1)
        .expect("a second claim")
        .0;
    let source = "  evidence:\n  - title: Somebody's name\n    confidential: true\n";
    let text = format!("{}{source}{}", &text[..second], &text[second..]);
    fs::write(&path, text).expect("written");
    let ran = repository.redpencil(&["diff"]);
    assert!(
        ran.out.contains("+ 1 confidential source"),
        "{} {}",
        ran.out,
        ran.err
    );
    assert!(!ran.out.contains("Somebody"), "{}", ran.out);
}

#[test]
fn what_cannot_be_compared_is_told_in_words() {
    let repository = Repository::empty();
    let told = |words: &[&str]| {
        let ran = repository.redpencil(words);
        assert_eq!(ran.code, 3, "{}", ran.out);
        ran.err
    };
    assert!(told(&["diff"]).contains("no commit yet"));
    repository.commit("empty");
    assert!(told(&["diff", "nowhere"]).contains("\"nowhere\" is no revision"));
    assert!(told(&["diff", "--", "/elsewhere"]).contains("not in the repository"));
    let ran = repository.redpencil(&["diff", "a", "b", "c"]);
    assert_eq!(ran.code, 2);
}
