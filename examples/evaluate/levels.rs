//! Each level: its rows answered, its scorer asked, its table filled.

use std::fs;
use std::path::{Path, PathBuf};

use redpencil::cli::{Level, answer_rows};
use redpencil::split::InsideQuotations;
use serde_json::{Value, json};

use crate::scorer::{rows_in, score, set_name};
use crate::table::{Table, per_cent};
use crate::targets;

/// The tables of one level.
pub(crate) fn measure(level: Level, data: &Path) -> Result<Vec<Table>, String> {
    match level {
        Level::Sentences => sentences(&data.join("segmentation")).map(|it| vec![it]),
        Level::Mentions => mentions(&data.join("mentions")),
        Level::Quotations => quotations(&data.join("quotations")).map(|it| vec![it]),
        Level::Claims => claims(data).map(|it| vec![it]),
        Level::Worth => worth(&data.join("checkworthiness")).map(|it| vec![it]),
    }
}

fn sentences(folder: &Path) -> Result<Table, String> {
    let script = folder.join("score_segmentation.py");
    let mut rows = Vec::new();
    for file in rows_in(folder, "seg_")? {
        let predictions = answers(Level::Sentences, &file)?;
        let gold = [file.clone()];
        let all = figures(&score(&script, &["--json"], &gold, &predictions)?)?;
        // Without the line breaks: those boundaries are free for any tool.
        let hard = figures(&score(&script, &["--json", "--hard"], &gold, &predictions)?)?;
        let name = set_name(&file, "seg_");
        let (_, target, rival) = targets::SENTENCES
            .iter()
            .find(|it| it.0 == name)
            .copied()
            .unwrap_or_default();
        rows.push(vec![
            name,
            cell(&all["all"]["gold"]),
            cell(&all["all"]["P"]),
            cell(&all["all"]["R"]),
            cell(&all["all"]["F1"]),
            cell(&hard["all"]["F1"]),
            target.to_owned(),
            rival.to_owned(),
        ]);
    }
    Ok(Table {
        title: "Sentence boundaries".to_owned(),
        columns: vec![
            "set",
            "boundaries",
            "P",
            "R",
            "F1",
            "F1 within lines",
            "target",
            "best rival",
        ],
        rows,
    })
}

fn mentions(folder: &Path) -> Result<Vec<Table>, String> {
    let script = folder.join("score_mentions.py");
    let groups = [
        (
            "rows",
            folder.to_owned(),
            "Mentions: short rows (exact F1 / overlap F1 / value)",
        ),
        (
            "news",
            folder.join("news"),
            "Mentions: running text (exact F1 / overlap P / overlap R / value)",
        ),
        (
            "duckling",
            folder.join("duckling"),
            "Mentions: a second opinion on grammar (exact F1 / overlap F1 / value)",
        ),
    ];
    let mut tables = Vec::new();
    for (group, folder, title) in groups {
        if !folder.is_dir() {
            continue;
        }
        let files = rows_in(&folder, "")?;
        let mut predictions = Vec::new();
        for file in &files {
            predictions.extend(answers(Level::Mentions, file)?);
        }
        let found = figures(&score(&script, &["--json"], &files, &predictions)?)?;
        let rows = found
            .as_array()
            .into_iter()
            .flatten()
            .map(|it| mention_row(group, it))
            .collect();
        tables.push(Table {
            title: title.to_owned(),
            columns: vec![
                "language, kind",
                "mentions",
                "reached",
                "target",
                "best rival",
            ],
            rows,
        });
    }
    Ok(tables)
}

fn mention_row(group: &str, found: &Value) -> Vec<String> {
    let text = |key: &str| found[key].as_str().unwrap_or_default();
    let share = |key: &str| per_cent(found[key].as_f64());
    let (_, _, _, target, rival) = targets::MENTIONS
        .iter()
        .find(|it| (it.0, it.1, it.2) == (group, text("lang"), text("kind")))
        .copied()
        .unwrap_or_default();
    let reached: &[&str] = if group == "news" {
        &["exF", "ovP", "ovR", "val"]
    } else {
        &["exF", "ovF", "val"]
    };
    vec![
        format!("{} {}", text("lang"), text("kind")),
        cell(&found["gold"]),
        reached
            .iter()
            .map(|key| share(key))
            .collect::<Vec<_>>()
            .join(" / "),
        target.to_owned(),
        rival.to_owned(),
    ]
}

fn quotations(folder: &Path) -> Result<Table, String> {
    let script = folder.join("score_quotes.py");
    let mut rows = Vec::new();
    for file in rows_in(folder, "quotes_")? {
        let predictions = answers(Level::Quotations, &file)?;
        let name = set_name(&file, "quotes_");
        for (kinds, arguments) in [
            (
                "direct",
                &["--json", "--by", "genre", "--kinds", "direct"][..],
            ),
            ("all", &["--json", "--by", "genre"][..]),
        ] {
            let found = figures(&score(
                &script,
                arguments,
                std::slice::from_ref(&file),
                &predictions,
            )?)?;
            // Where a set has several genres, news is what redpencil is for.
            let genre = if found["news"].is_object() {
                "news"
            } else {
                "all"
            };
            let all = &found[genre];
            let (_, _, target, rival) = targets::QUOTATIONS
                .iter()
                .find(|it| (it.0, it.1) == (name.as_str(), kinds))
                .copied()
                .unwrap_or_default();
            rows.push(vec![
                format!("{name}, {kinds}"),
                cell(&all["gold"]),
                cell(&all["overlap_P"]),
                cell(&all["overlap_R"]),
                cell(&all["overlap_F1"]),
                cell(&all["spk_e2e"]),
                target.to_owned(),
                rival.to_owned(),
            ]);
        }
    }
    Ok(Table {
        title: "Quotations (news, where a set has genres; overlap; right speaker over all gold quotations)".to_owned(),
        columns: vec![
            "set, kinds",
            "quotations",
            "P",
            "R",
            "F1",
            "right speaker",
            "target F1 / speaker",
            "best rival",
        ],
        rows,
    })
}

fn claims(data: &Path) -> Result<Table, String> {
    let folder = data.join("claims");
    let mut sets: Vec<(String, PathBuf, Vec<u8>)> = Vec::new();
    for gold in rows_in(&folder, "gold_")? {
        let name = gold
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .replacen("gold_", "texts_", 1);
        let texts = folder.join(name);
        sets.push((set_name(&gold, "gold_"), gold, read(&texts)?));
    }
    for gold in rows_in(&folder, "seed")? {
        // The one article lies beside the folder of data, as plain text.
        let Some(article) = first_text(&data.join("../articles")) else {
            eprintln!("no article for {}; left out", gold.display());
            continue;
        };
        let text = fs::read_to_string(&article)
            .map_err(|error| format!("{}: {error}", article.display()))?;
        let row = format!("{}\n", json!({"id": "seed", "text": text}));
        sets.push(("seed".to_owned(), gold, row.into_bytes()));
    }
    let mut rows = Vec::new();
    for (name, gold, texts) in sets {
        let predictions = claim_rows(&texts)?;
        let told = score(
            &folder.join("score_claims.py"),
            &[],
            std::slice::from_ref(&gold),
            &predictions,
        )?;
        let said = |word: &str| {
            let mut words = told.split_whitespace().skip_while(|it| *it != word).skip(1);
            words.next().unwrap_or("–").to_owned()
        };
        let (_, target, rival) = targets::CLAIMS
            .iter()
            .find(|it| it.0 == name)
            .copied()
            .unwrap_or_default();
        rows.push(vec![
            name,
            said("gold"),
            said("predictions"),
            said("recall"),
            said("precision"),
            said("F1"),
            said("kinds"),
            target.to_owned(),
            rival.to_owned(),
        ]);
    }
    Ok(Table {
        title: "Claims".to_owned(),
        columns: vec![
            "set",
            "core claims",
            "cut",
            "core recall",
            "precision",
            "F1",
            "kinds right",
            "target F1",
            "sentences or commas",
        ],
        rows,
    })
}

/// One row per claim, as the scorer wants them.
fn claim_rows(texts: &[u8]) -> Result<Vec<u8>, String> {
    let mut rows = Vec::new();
    for line in answer(Level::Claims, texts)?.split(|byte| *byte == b'\n') {
        if line.is_empty() {
            continue;
        }
        let found: Value = serde_json::from_slice(line).map_err(|error| error.to_string())?;
        for claim in found["claims"].as_array().into_iter().flatten() {
            let (start, end, kinds) = (&claim["start"], &claim["end"], &claim["kinds"]);
            let row = json!({"doc": found["id"], "start": start, "end": end, "kinds": kinds});
            rows.push(row.to_string());
        }
    }
    Ok((rows.join("\n") + "\n").into_bytes())
}

fn worth(folder: &Path) -> Result<Table, String> {
    let script = folder.join("score_checkworthy.py");
    let mut rows = Vec::new();
    for file in rows_in(folder, "")? {
        let predictions = answers(Level::Worth, &file)?;
        let found = figures(&score(
            &script,
            &["--json"],
            std::slice::from_ref(&file),
            &predictions,
        )?)?;
        let name = set_name(&file, "");
        let (_, target, rival) = targets::WORTH
            .iter()
            .find(|it| it.0 == name)
            .copied()
            .unwrap_or_default();
        let rounded = |key: &str| {
            found[key]
                .as_f64()
                .map_or_else(|| "–".to_owned(), |it| format!("{it:.3}"))
        };
        rows.push(vec![
            name,
            cell(&found["rows"]),
            rounded("AUC"),
            rounded("docAUC"),
            rounded("MAP"),
            target.to_owned(),
            rival.to_owned(),
        ]);
    }
    Ok(Table {
        title: "Check-worthiness (ROC-AUC)".to_owned(),
        columns: vec![
            "set",
            "rows",
            "AUC",
            "AUC per document",
            "MAP",
            "target AUC",
            "rules / linear / language model",
        ],
        rows,
    })
}

fn answers(level: Level, file: &Path) -> Result<Vec<u8>, String> {
    answer(level, &read(file)?).map_err(|fault| format!("{}, {fault}", file.display()))
}

fn answer(level: Level, rows: &[u8]) -> Result<Vec<u8>, String> {
    let mut written = Vec::new();
    answer_rows(level, InsideQuotations::Cut, rows, &mut written)
        .map_err(|fault| fault.to_string())?;
    Ok(written)
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn first_text(folder: &Path) -> Option<PathBuf> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|it| it == "txt"))
        .collect();
    found.sort();
    found.into_iter().next()
}

fn figures(told: &str) -> Result<Value, String> {
    // Python writes a missing figure as NaN, which is not JSON.
    serde_json::from_str(&told.replace("NaN", "null"))
        .map_err(|error| format!("the scorer's answer is not JSON: {error}: {told}"))
}

fn cell(figure: &Value) -> String {
    match figure {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
