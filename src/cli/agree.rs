//! `redpencil agree`: how far reviewers agree, and where they do not.

use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::claim::{Kind, Verdict};
use crate::cli::arguments::{AgreeFormat, AgreeOptions};
use crate::cli::exit_code;
use crate::cli::output::{Output, counted, ended, say, tell};
use crate::compare::{self, Judges, Panel, Row, Unit};
use crate::desk;
use crate::text::{AmbiguousWidth, Column, Problem, pad};

/// Runs the subcommand.
pub(crate) fn run(options: &AgreeOptions) -> u8 {
    let panel = match gathered(options) {
        Ok(panel) => panel,
        Err(problem) => {
            tell(&problem);
            return exit_code::BAD_INPUT;
        }
    };
    if panel.judges.len() < 2 {
        let who = panel.judges.first();
        say(&who.map_or_else(
            || "nobody has judged a claim yet".to_owned(),
            |who| format!("only {who} has judged: name the claim files of two reviewers"),
        ));
        return exit_code::NO;
    }
    ended(match options.format {
        AgreeFormat::Text => text(&panel),
        AgreeFormat::Json => as_json(&panel),
        AgreeFormat::Csv => as_csv(&panel),
    })
}

/// What all claim files say, by reviewer; where there is only one reviewer in
/// several files, by file.
fn gathered(options: &AgreeOptions) -> Result<Panel, Problem> {
    let mut files = Vec::new();
    for input in &options.paths {
        for path in desk::claim_files(std::slice::from_ref(input))? {
            let article = article_of(input, &path);
            files.push((input, article, desk::read_claims(&path)?.into_file()));
        }
    }
    let gather = |by: Judges| {
        let mut panel = Panel::new(by);
        for (input, article, file) in &files {
            panel.add(&input.display().to_string(), article, file);
        }
        panel
    };
    if options.by_file {
        return Ok(gather(Judges::Files));
    }
    let panel = gather(Judges::Reviewers);
    if panel.judges.len() < 2 && options.paths.len() > 1 {
        return Ok(gather(Judges::Files));
    }
    Ok(panel)
}

/// What says that claim files of two inputs are about one article: the path
/// below the folder that was named; files that were named are about one.
fn article_of(input: &Path, path: &Path) -> String {
    let below: PathBuf = path
        .strip_prefix(input)
        .map(Path::to_owned)
        .unwrap_or_default();
    below.to_string_lossy().into_owned()
}

/// The figures of a set of units.
struct Figures {
    units: usize,
    judged_twice: usize,
    share: Option<f64>,
    cohen: Option<f64>,
    fleiss: Option<f64>,
    alpha: Option<f64>,
}

impl Figures {
    fn of(units: &[Unit<Verdict>], judges: usize) -> Self {
        let is_judged_twice = |unit: &&Unit<Verdict>| unit.iter().flatten().count() > 1;
        Self {
            units: units.len(),
            judged_twice: units.iter().filter(is_judged_twice).count(),
            share: compare::share_agreed(units),
            cohen: (judges == 2)
                .then(|| compare::cohens_kappa(units, 0, 1))
                .flatten(),
            fleiss: compare::fleiss_kappa(units),
            alpha: compare::krippendorffs_alpha(units),
        }
    }

    fn as_json(&self) -> Value {
        json!({
            "claims": self.units,
            "judged_twice": self.judged_twice,
            "agreement": self.share,
            "cohens_kappa": self.cohen,
            "fleiss_kappa": self.fleiss,
            "krippendorffs_alpha": self.alpha,
        })
    }
}

fn text(panel: &Panel) -> io::Result<u8> {
    let mut out = Output::new();
    let units = panel.units(None);
    let figures = Figures::of(&units, panel.judges.len());
    out.line(&format!(
        "{}; {}, {} by two or more",
        panel.judges.join(", "),
        counted(figures.units, "claim judged", "claims judged"),
        figures.judged_twice
    ))?;
    out.line("")?;
    out.line(&format!("agreement           {}", percent(figures.share)))?;
    if panel.judges.len() == 2 {
        out.line(&format!("Cohen's κ           {}", decimal(figures.cohen)))?;
    }
    out.line(&format!("Fleiss' κ           {}", decimal(figures.fleiss)))?;
    out.line(&format!("Krippendorff's α    {}", decimal(figures.alpha)))?;
    for one in 0..panel.judges.len() {
        for other in one + 1..panel.judges.len() {
            confusion(&mut out, panel, &units, (one, other))?;
        }
    }
    out.line("")?;
    out.line("by kind             claims  agreement         α")?;
    for (kind, figures) in by_kind(panel) {
        out.line(&format!(
            "{:<20}{:>6}  {:>9}  {:>8}",
            kind.name(),
            figures.units,
            percent(figures.share),
            decimal(figures.alpha)
        ))?;
    }
    out.line("")?;
    out.line("by reviewer         claims  agreement with the others")?;
    for (name, judged, share) in by_judge(panel, &units) {
        let name = pad(name, Column(20), AmbiguousWidth::default());
        out.line(&format!("{name}{judged:>6}  {:>9}", percent(share)))?;
    }
    let differ = compare::disputed(&units);
    if !differ.is_empty() {
        out.line("")?;
        out.line(&format!(
            "They differ on {}:",
            counted(differ.len(), "claim", "claims")
        ))?;
        for row in differ.into_iter().map(|at| &panel.rows[at]) {
            out.line(&format!("  {}  {}", row.id, row.wording.trim_end()))?;
            out.line(&format!("      {}", judgements(panel, row).join(", ")))?;
        }
    }
    out.finish(exit_code::DONE)
}

fn confusion(
    out: &mut Output,
    panel: &Panel,
    units: &[Unit<Verdict>],
    (one, other): (usize, usize),
) -> io::Result<()> {
    let table = compare::confusion(units, one, other);
    let all = || Verdict::ALL.iter().copied().map(Some).chain([None]);
    out.line("")?;
    out.line(&format!(
        "{} down, {} across",
        panel.judges[one], panel.judges[other]
    ))?;
    let heads: Vec<String> = all().map(|it| format!("{:>11}", name(it))).collect();
    out.line(&format!("{:<11}{}", "", heads.concat()))?;
    for row in all() {
        let cells: Vec<String> = all()
            .map(|column| {
                table
                    .get(&(row, column))
                    .map_or_else(String::new, ToString::to_string)
            })
            .map(|it| format!("{it:>11}"))
            .collect();
        out.line(&format!("{:<11}{}", name(row), cells.concat()))?;
    }
    Ok(())
}

fn name(verdict: Option<Verdict>) -> &'static str {
    verdict.map_or("none", Verdict::name)
}

fn by_kind(panel: &Panel) -> Vec<(Kind, Figures)> {
    Kind::ALL
        .iter()
        .map(|&kind| {
            (
                kind,
                Figures::of(&panel.units(Some(kind)), panel.judges.len()),
            )
        })
        .filter(|it| it.1.units > 0)
        .collect()
}

/// Each judge with the claims judged and the share of pairs with the others'
/// judgements that are equal.
fn by_judge<'a>(panel: &'a Panel, units: &[Unit<Verdict>]) -> Vec<(&'a str, usize, Option<f64>)> {
    let of = |(at, name): (usize, &'a String)| {
        let (mut equal, mut pairs, mut judged) = (0_u32, 0_u32, 0);
        for unit in units {
            let Some(own) = unit[at] else { continue };
            judged += 1;
            let others = unit.iter().enumerate().filter(|it| it.0 != at);
            for other in others.filter_map(|it| *it.1) {
                pairs += 1;
                equal += u32::from(other == own);
            }
        }
        let share = (pairs > 0).then(|| f64::from(equal) / f64::from(pairs));
        (name.as_str(), judged, share)
    };
    panel.judges.iter().enumerate().map(of).collect()
}

fn judgements(panel: &Panel, row: &Row) -> Vec<String> {
    let named = panel.judges.iter().zip(&row.unit);
    named
        .filter_map(|(judge, verdict)| Some(format!("{judge}: {}", (*verdict)?)))
        .collect()
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(
        || "undefined".to_owned(),
        |it| format!("{:.1} %", it * 100.0),
    )
}

fn decimal(value: Option<f64>) -> String {
    value.map_or_else(|| "undefined".to_owned(), |it| format!("{it:.4}"))
}

fn as_json(panel: &Panel) -> io::Result<u8> {
    let units = panel.units(None);
    let mut pairs = Vec::new();
    for one in 0..panel.judges.len() {
        for other in one + 1..panel.judges.len() {
            let table = compare::confusion(&units, one, other);
            let cells = table.iter().map(|((row, column), count)| {
                json!({"first": row.map(Verdict::name), "second": column.map(Verdict::name), "claims": count})
            });
            pairs.push(json!({
                "first": panel.judges[one],
                "second": panel.judges[other],
                "cohens_kappa": compare::cohens_kappa(&units, one, other),
                "confusion": cells.collect::<Vec<_>>(),
            }));
        }
    }
    let differ: Vec<Value> = compare::disputed(&units)
        .into_iter()
        .map(|at| {
            let row = &panel.rows[at];
            let verdicts: serde_json::Map<String, Value> = panel
                .judges
                .iter()
                .zip(&row.unit)
                .filter_map(|(judge, verdict)| Some((judge.clone(), (*verdict)?.name().into())))
                .collect();
            json!({"id": row.id.as_str(), "claim": row.wording, "article": row.article, "verdicts": verdicts})
        })
        .collect();
    let kinds: Vec<Value> = by_kind(panel)
        .iter()
        .map(|(kind, figures)| {
            let mut value = figures.as_json();
            value["kind"] = kind.name().into();
            value
        })
        .collect();
    let reviewers: Vec<Value> = by_judge(panel, &units)
        .iter()
        .map(
            |(name, judged, share)| json!({"reviewer": name, "claims": judged, "agreement": share}),
        )
        .collect();
    let mut out = Output::new();
    out.json(&json!({
        "reviewers": reviewers,
        "total": Figures::of(&units, panel.judges.len()).as_json(),
        "pairs": pairs,
        "kinds": kinds,
        "differ": differ,
    }))?;
    out.finish(exit_code::DONE)
}

fn as_csv(panel: &Panel) -> io::Result<u8> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let heads = ["article", "id", "claim", "kinds"].map(str::to_owned);
    table.write_record(heads.iter().chain(&panel.judges))?;
    for row in &panel.rows {
        let kinds: Vec<&str> = row.kinds.iter().map(|it| it.name()).collect();
        let fixed = [
            row.article.clone(),
            row.id.to_string(),
            row.wording.clone(),
            kinds.join(" "),
        ];
        let verdicts = row
            .unit
            .iter()
            .map(|it| it.map_or("", Verdict::name).to_owned());
        table.write_record(fixed.into_iter().chain(verdicts))?;
    }
    let bytes = table
        .into_inner()
        .map_err(|it| io::Error::other(it.to_string()))?;
    let mut out = Output::new();
    for line in String::from_utf8_lossy(&bytes).lines() {
        out.line(line)?;
    }
    out.finish(exit_code::DONE)
}
