//! `redpencil split`.

use serde_json::Value;

use crate::desk::{ARTICLE, Desk};

fn rows(out: &str) -> Vec<Value> {
    out.lines()
        .map(|it| serde_json::from_str(it).expect("a JSON object"))
        .collect()
}

#[test]
fn a_row_per_claim_tells_where_it_stands_in_code_points() {
    let desk = Desk::with_article();
    let ran = desk.run(&["split", "--format", "jsonl", "harbour.txt"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let rows = rows(&ran.out);
    let article: Vec<char> = ARTICLE.chars().collect();
    for row in &rows {
        let place =
            |key: &str| usize::try_from(row[key].as_u64().expect("an offset")).expect("small");
        let exact: String = article[place("start")..place("end")].iter().collect();
        assert_eq!(row["exact"], exact.as_str());
        for mention in row["mentions"].as_array().expect("mentions") {
            assert!(
                exact.contains(mention["surface"].as_str().expect("words")),
                "{mention}"
            );
        }
    }
    let ratio = rows
        .iter()
        .find(|it| it["kinds"][0] == "ratio" || it["kinds"].to_string().contains("ratio"));
    let ratio = ratio.expect("a claim of kind ratio");
    assert!(ratio["mentions"].to_string().contains("212/230"), "{ratio}");
}

#[test]
fn what_is_left_out_can_be_seen() {
    let desk = Desk::with_article();
    let ran = desk.run(&["split", "--format", "jsonl", "--all", "harbour.txt"]);
    assert!(
        ran.out
            .contains(r#""left_out":"question","exact":"Was it worth it?""#),
        "{}",
        ran.out
    );
}

#[test]
fn standard_input_is_an_article_too() {
    let ran = Desk::empty().run_with(&["split", "--format", "jsonl", "-"], ARTICLE.as_bytes());
    assert_eq!((ran.code, rows(&ran.out).len()), (0, 2), "{ran:?}");
    assert_eq!(rows(&ran.out)[0]["article"], "-");
}

#[test]
fn an_article_is_split_once_and_its_verdicts_are_safe() {
    let desk = Desk::with_claims();
    let before = desk.claims();
    let again = desk.run(&["split", "harbour.txt"]);
    assert_eq!(again.code, 0, "{again:?}");
    assert!(again.err.contains("left as it is"), "{again:?}");
    assert_eq!(desk.claims(), before);
}

#[test]
fn splitting_is_the_same_every_time() {
    assert_eq!(Desk::with_claims().claims(), Desk::with_claims().claims());
}

#[test]
fn a_folder_named_claims_takes_the_claim_files() {
    let desk = Desk::with_article();
    desk.write(".git/HEAD", "ref: refs/heads/main\n");
    desk.write("claims/.keep", "");
    desk.write("news/march/harbour.txt", ARTICLE);
    assert_eq!(desk.run(&["split", "news/march/harbour.txt"]).code, 0);
    let found = desk.run(&["status", "--format", "json"]).out;
    assert!(found.contains(r#""file":"claims/"#), "{found}");
}

#[test]
fn corpus_mode_answers_every_row_in_order() {
    let input = "{\"id\":1,\"text\":\"It rained. It poured.\",\"lang\":\"en\"}\n\n{\"id\":\"b\",\"text\":\"\"}\n";
    let ran = Desk::empty().run_with(
        &["split", "--from", "jsonl", "--level", "sentences"],
        input.as_bytes(),
    );
    assert_eq!(
        ran.out,
        "{\"id\":1,\"spans\":[[0,10],[11,21]]}\n{\"id\":\"b\",\"spans\":[]}\n"
    );
}

#[test]
fn a_quotation_of_several_sentences_is_kept_whole_where_one_asks_for_it() {
    let input = "{\"id\":1,\"text\":\"「船走了。人沒走。」她說。\",\"lang\":\"zh-Hant\"}\n";
    let corpus = ["split", "--from", "jsonl", "--level", "sentences"];
    let cut = Desk::empty().run_with(&corpus, input.as_bytes());
    assert!(cut.out.contains("[[0,5],[5,10],[10,13]]"), "{cut:?}");
    let kept = [&corpus[..], &["--keep-quotations"]].concat();
    let kept = Desk::empty().run_with(&kept, input.as_bytes());
    assert!(kept.out.contains("[[0,10],[10,13]]"), "{kept:?}");
}

#[test]
fn a_row_that_is_no_row_is_named() {
    let input = "{\"id\":1,\"text\":\"a\"}\n{\"id\":2}\n";
    let ran = Desk::empty().run_with(
        &["split", "--from", "jsonl", "--level", "worth"],
        input.as_bytes(),
    );
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(
        ran.err.contains("line 2") && ran.err.contains("text"),
        "{ran:?}"
    );
}
