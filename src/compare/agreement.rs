//! How far those who judge the same things agree, beyond what chance explains.
//!
//! A unit is one thing that was judged; it holds one judgement per judge, none
//! where that judge gave none. Judgements are names without an order.

use std::collections::{BTreeMap, BTreeSet};

/// What each judge made of one thing, in the order of the judges.
pub type Unit<J> = Vec<Option<J>>;

/// The share of pairs of judgements of one unit that are equal, 0 to 1; none
/// where no unit was judged twice.
pub fn share_agreed<J: Ord>(units: &[Unit<J>]) -> Option<f64> {
    let (mut equal, mut all) = (0.0, 0.0);
    for unit in units {
        let judgements: Vec<&J> = unit.iter().flatten().collect();
        for (at, one) in judgements.iter().enumerate() {
            for other in &judgements[at + 1..] {
                all += 1.0;
                equal += f64::from(u8::from(one == other));
            }
        }
    }
    (all > 0.0).then(|| equal / all)
}

/// Cohen's κ of the judges number `one` and `other`, over the units that both
/// judged; none where there are none, or where chance explains everything
/// because both gave one and the same judgement throughout.
///
/// J. Cohen, "A coefficient of agreement for nominal scales", Educational and
/// Psychological Measurement 20 (1960), 37–46.
pub fn cohens_kappa<J: Ord>(units: &[Unit<J>], one: usize, other: usize) -> Option<f64> {
    let mut table: BTreeMap<(&J, &J), f64> = BTreeMap::new();
    for unit in units {
        if let (Some(Some(one)), Some(Some(other))) = (unit.get(one), unit.get(other)) {
            *table.entry((one, other)).or_default() += 1.0;
        }
    }
    let all: f64 = table.values().sum();
    let mut rows: BTreeMap<&J, f64> = BTreeMap::new();
    let mut columns: BTreeMap<&J, f64> = BTreeMap::new();
    let mut equal = 0.0;
    for ((row, column), count) in table {
        *rows.entry(row).or_default() += count;
        *columns.entry(column).or_default() += count;
        if row == column {
            equal += count;
        }
    }
    let by_chance: f64 = rows
        .iter()
        .filter_map(|(judgement, count)| Some(count * columns.get(judgement)?))
        .sum::<f64>()
        / (all * all);
    beyond_chance(equal / all, by_chance)
}

/// Fleiss' κ over the units that every judge has judged; none where there are
/// none, fewer than two judges, or one and the same judgement throughout.
///
/// J. L. Fleiss, "Measuring nominal scale agreement among many raters",
/// Psychological Bulletin 76 (1971), 378–382.
pub fn fleiss_kappa<J: Ord>(units: &[Unit<J>]) -> Option<f64> {
    let complete: Vec<BTreeMap<&J, f64>> = units
        .iter()
        .filter(|unit| unit.len() > 1 && unit.iter().all(Option::is_some))
        .map(counts)
        .collect();
    let judges: f64 = complete.first()?.values().sum();
    let all: f64 = complete.iter().map(|_| 1.0).sum();
    let mut totals: BTreeMap<&J, f64> = BTreeMap::new();
    let mut agreed = 0.0;
    for unit in &complete {
        for (judgement, count) in unit {
            *totals.entry(judgement).or_default() += count;
            agreed += count * (count - 1.0) / (judges * (judges - 1.0));
        }
    }
    let by_chance = totals
        .values()
        .map(|it| (it / (all * judges)).powi(2))
        .sum();
    beyond_chance(agreed / all, by_chance)
}

/// Krippendorff's α for nominal data; units and judges may have gaps. None
/// where no unit was judged twice, or with one and the same judgement throughout.
///
/// K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011),
/// <https://repository.upenn.edu/asc_papers/43>.
pub fn krippendorffs_alpha<J: Ord>(units: &[Unit<J>]) -> Option<f64> {
    let mut totals: BTreeMap<&J, f64> = BTreeMap::new();
    let (mut all, mut observed) = (0.0, 0.0);
    for unit in units {
        let counts = counts(unit);
        let judged: f64 = counts.values().sum();
        if judged < 2.0 {
            continue;
        }
        all += judged;
        for (judgement, count) in counts {
            *totals.entry(judgement).or_default() += count;
            observed += count * (judged - count) / (judged - 1.0);
        }
    }
    let expected: f64 = totals.values().map(|it| it * (all - it)).sum::<f64>() / (all - 1.0);
    let alpha = 1.0 - observed / expected;
    alpha.is_finite().then_some(alpha)
}

/// How often the judges number `one` and `other` gave which two judgements.
pub fn confusion<J: Ord + Copy>(
    units: &[Unit<J>],
    one: usize,
    other: usize,
) -> BTreeMap<(Option<J>, Option<J>), usize> {
    let mut table = BTreeMap::new();
    for unit in units {
        let of = |judge: usize| unit.get(judge).copied().flatten();
        let pair = (of(one), of(other));
        if pair != (None, None) {
            *table.entry(pair).or_default() += 1;
        }
    }
    table
}

/// The places of the units whose judgements differ, from 0.
pub fn disputed<J: Ord>(units: &[Unit<J>]) -> Vec<usize> {
    let differs = |unit: &Unit<J>| unit.iter().flatten().collect::<BTreeSet<_>>().len() > 1;
    (0..units.len()).filter(|&at| differs(&units[at])).collect()
}

fn counts<J: Ord>(unit: &Unit<J>) -> BTreeMap<&J, f64> {
    let mut counts = BTreeMap::new();
    for judgement in unit.iter().flatten() {
        *counts.entry(judgement).or_default() += 1.0;
    }
    counts
}

fn beyond_chance(agreed: f64, by_chance: f64) -> Option<f64> {
    let kappa = (agreed - by_chance) / (1.0 - by_chance);
    kappa.is_finite().then_some(kappa)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One row a judge, one letter a unit, a point where there is no judgement.
    fn units(rows: &[&str]) -> Vec<Unit<char>> {
        let rows: Vec<Vec<char>> = rows
            .iter()
            .map(|it| it.chars().filter(|it| *it != ' ').collect())
            .collect();
        (0..rows[0].len())
            .map(|at| {
                rows.iter()
                    .map(|row| Some(row[at]).filter(|it| *it != '.'))
                    .collect()
            })
            .collect()
    }

    fn digits(value: Option<f64>) -> String {
        value.map_or_else(|| "none".to_owned(), |it| format!("{it:.4}"))
    }

    /// Krippendorff (2011), sections A (binary), B (nominal, two observers) and
    /// C (nominal, four observers, gaps): 0.095, 0.692 and 0.743 there.
    #[test]
    fn alpha_equals_the_published_examples() {
        let binary = units(&["0100000010", "1110010000"]);
        assert_eq!(digits(krippendorffs_alpha(&binary)), "0.0952");
        let nominal = units(&["aabbdcccedda", "babbbccceddd"]);
        assert_eq!(digits(krippendorffs_alpha(&nominal)), "0.6920");
        let gaps = units(&[
            "12332 1412 ...",
            "12332 2412 5.3",
            ".3332 3422 51.",
            "12332 4412 51.",
        ]);
        assert_eq!(digits(krippendorffs_alpha(&gaps)), "0.7434");
    }

    /// Fleiss (1971), as worked through in many textbooks: 10 subjects, 14
    /// raters, 5 categories, κ = 0.210.
    #[test]
    fn fleiss_kappa_equals_the_published_example() {
        let table: [[usize; 5]; 10] = [
            [0, 0, 0, 0, 14],
            [0, 2, 6, 4, 2],
            [0, 0, 3, 5, 6],
            [0, 3, 9, 2, 0],
            [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0],
            [3, 2, 6, 3, 0],
            [2, 5, 3, 2, 2],
            [6, 5, 2, 1, 0],
            [0, 2, 2, 3, 7],
        ];
        let rows: Vec<&[usize]> = table.iter().map(|it| &it[..]).collect();
        assert_eq!(digits(fleiss_kappa(&from_counts(&rows))), "0.2099");
    }

    fn from_table(table: &[&[usize]]) -> Vec<Unit<usize>> {
        let mut units = Vec::new();
        for (one, row) in table.iter().enumerate() {
            for (other, count) in row.iter().enumerate() {
                units.extend(std::iter::repeat_n(vec![Some(one), Some(other)], *count));
            }
        }
        units
    }

    /// Cohen (1960): proportions .44 .07 .09 / .05 .20 .05 / .01 .03 .06, here
    /// of 200; agreement .70, by chance .41, κ = .492 there. The second table is
    /// the one with which textbooks explain κ: 50 grant proposals, κ = 0.4.
    #[test]
    fn cohens_kappa_equals_the_published_examples() {
        let cohen = from_table(&[&[88, 14, 18], &[10, 40, 10], &[2, 6, 12]]);
        assert_eq!(digits(share_agreed(&cohen)), "0.7000");
        assert_eq!(digits(cohens_kappa(&cohen, 0, 1)), "0.4915");
        let grants = from_table(&[&[20, 5], &[10, 15]]);
        assert_eq!(digits(cohens_kappa(&grants, 0, 1)), "0.4000");
    }

    fn from_counts(table: &[&[usize]]) -> Vec<Unit<usize>> {
        let unit = |row: &&[usize]| {
            let judgements = row.iter().enumerate();
            judgements
                .flat_map(|(it, count)| std::iter::repeat_n(Some(it), *count))
                .collect()
        };
        table.iter().map(unit).collect()
    }

    /// Examples that were published with four digits and more.
    ///
    /// K. L. Gwet, Handbook of Inter-Rater Reliability, 4th edition (2014), with
    /// the figures that its R package irrCAC prints for them: two abstractors,
    /// κ = 0.7964094 and α = 0.7972585; 15 patients and 6 psychiatrists, Fleiss'
    /// κ = 0.4139265 and α = 0.4204384; 12 subjects and 4 raters with gaps
    /// (Krippendorff's example C again), α = 0.74342.
    ///
    /// The manual of Stata, entry kappa: 85 xeromammograms and two radiologists
    /// (Boyd et al. 1982), κ = 0.4728; 10 subjects and 5 raters (Fleiss, Levin and
    /// Paik 2003), κ = 0.4179.
    #[test]
    fn the_coefficients_equal_published_examples_to_four_digits() {
        let abstractors = from_table(&[&[13, 0, 0], &[0, 20, 7], &[0, 4, 56]]);
        assert_eq!(digits(cohens_kappa(&abstractors, 0, 1)), "0.7964");
        assert_eq!(digits(krippendorffs_alpha(&abstractors)), "0.7973");
        let radiologists = [[21, 12, 0, 0], [4, 17, 1, 0], [3, 9, 15, 2], [0, 0, 0, 1]];
        let rows: Vec<&[usize]> = radiologists.iter().map(|it| &it[..]).collect();
        assert_eq!(digits(cohens_kappa(&from_table(&rows), 0, 1)), "0.4728");

        let psychiatrists = [
            [0, 0, 0, 6, 0],
            [0, 3, 0, 0, 3],
            [0, 1, 4, 0, 1],
            [0, 0, 0, 0, 6],
            [0, 3, 0, 3, 0],
            [2, 0, 4, 0, 0],
            [0, 0, 4, 0, 2],
            [2, 0, 3, 1, 0],
            [2, 0, 0, 4, 0],
            [0, 0, 0, 0, 6],
            [1, 0, 0, 5, 0],
            [1, 1, 0, 4, 0],
            [0, 3, 3, 0, 0],
            [1, 0, 0, 5, 0],
            [0, 2, 0, 3, 1],
        ];
        let rows: Vec<&[usize]> = psychiatrists.iter().map(|it| &it[..]).collect();
        let patients = from_counts(&rows);
        assert_eq!(digits(fleiss_kappa(&patients)), "0.4139");
        assert_eq!(digits(krippendorffs_alpha(&patients)), "0.4204");
        let raters = [
            [1, 4, 0],
            [2, 0, 3],
            [0, 0, 5],
            [4, 0, 1],
            [3, 0, 2],
            [1, 4, 0],
            [5, 0, 0],
            [0, 4, 1],
            [1, 0, 4],
            [3, 0, 2],
        ];
        let rows: Vec<&[usize]> = raters.iter().map(|it| &it[..]).collect();
        assert_eq!(digits(fleiss_kappa(&from_counts(&rows))), "0.4179");

        let gaps = units(&[
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . .",
            ". 3 3 3 2 3 4 2 2 5 1 3",
            "1 2 3 3 2 4 4 1 2 5 1 .",
        ]);
        assert_eq!(digits(krippendorffs_alpha(&gaps)), "0.7434");
    }

    #[test]
    fn where_chance_explains_everything_there_is_no_coefficient() {
        let same = units(&["aaaa", "aaaa"]);
        assert_eq!(digits(share_agreed(&same)), "1.0000");
        assert_eq!(digits(cohens_kappa(&same, 0, 1)), "none");
        assert_eq!(digits(fleiss_kappa(&same)), "none");
        assert_eq!(digits(krippendorffs_alpha(&same)), "none");
        let apart = units(&["ab..", "..ab"]);
        assert_eq!(digits(share_agreed(&apart)), "none");
        assert_eq!(digits(cohens_kappa(&apart, 0, 1)), "none");
        assert_eq!(digits(krippendorffs_alpha(&apart)), "none");
        assert_eq!(digits(fleiss_kappa::<char>(&[])), "none");
    }
}
