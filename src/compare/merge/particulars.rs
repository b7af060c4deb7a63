//! What stands round the claims: the article's particulars, sign-offs, other keys.

use crate::claim::{Claim, ClaimFile, Particulars, ParticularsConflict, Sides};
use crate::compare::merge::field::{self, Open, pick_open, pick_ours, united};

/// The merged file with `claims` in it.
pub(super) fn merge(
    base: &ClaimFile,
    ours: &ClaimFile,
    theirs: &ClaimFile,
    claims: Vec<Claim>,
) -> ClaimFile {
    let mut conflict = ParticularsConflict::default();
    let unknown = field::unknown(
        &base.unknown,
        &ours.unknown,
        &theirs.unknown,
        &mut conflict.unknown,
    );
    let article = article([&base.article, &ours.article, &theirs.article], conflict);
    ClaimFile {
        schema: ours.schema.max(theirs.schema),
        article,
        claims,
        signed: united(&base.signed, &ours.signed, &theirs.signed),
        unknown,
    }
}

fn article(sides: [&Particulars; 3], mut conflict: ParticularsConflict) -> Particulars {
    let [base, ours, theirs] = sides;
    let none = ParticularsConflict::default();
    let [was, we, they] = sides.map(|it| it.conflict.as_deref().unwrap_or(&none));
    let unknown = field::unknown(
        &base.unknown,
        &ours.unknown,
        &theirs.unknown,
        &mut conflict.unknown,
    );
    let still_open = field::unknown(
        &was.unknown,
        &we.unknown,
        &they.unknown,
        &mut conflict.unknown,
    );
    for (key, value) in still_open.0 {
        conflict.unknown.0.entry(key).or_insert(value);
    }
    let file = three(sides, |it| open(&it.file, it, |it| &it.file));
    let title = three(sides, |it| open(&it.title, it, |it| &it.title));
    let language = three(sides, |it| open(&it.language, it, |it| &it.language));
    let published = three(sides, |it| open(&it.published, it, |it| &it.published));
    conflict.file = file.1;
    conflict.title = title.1;
    conflict.language = language.1;
    conflict.published = published.1;
    Particulars {
        file: file.0,
        title: title.0,
        language: language.0,
        published: published.0,
        // Which article the file was last split from is worked out again when
        // it is opened, so nobody has to choose.
        digest: pick_ours(&base.digest, &ours.digest, &theirs.digest),
        conflict: conflict.if_any(),
        unknown,
    }
}

fn three<T: PartialEq + Clone>(
    sides: [&Particulars; 3],
    of: impl Fn(&Particulars) -> Open<T>,
) -> Open<T> {
    let [base, ours, theirs] = sides.map(of);
    pick_open(&base, &ours, &theirs)
}

fn open<T: Clone>(
    value: &T,
    article: &Particulars,
    sides: impl Fn(&ParticularsConflict) -> &Sides<T>,
) -> Open<T> {
    let sides = article.conflict.as_deref().map(|it| sides(it).clone());
    (value.clone(), sides.unwrap_or_default())
}
