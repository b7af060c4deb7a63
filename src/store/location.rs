//! Which claim file belongs to an article, and the other way round.

use std::ffi::OsStr;
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};

use serde::Deserialize;

use crate::claim::ClaimFile;
use crate::store::bounds;
use crate::store::disk::open_regular;
use crate::store::temporary::{folder_of, resolved};
use crate::text::Problem;

/// The folder of a repository that takes the claim files, where there is one.
const CLAIMS_FOLDER: &str = "claims";

/// How the name of a claim file beside its article ends.
const BESIDE: &str = ".claims.yaml";

/// How the names of articles end.
const ARTICLE_EXTENSIONS: &[&str] = &["txt", "text", "md", "markdown", "html", "htm", "xhtml"];

/// Whether the file's name is that of an article.
pub fn is_article(path: &Path) -> bool {
    let extension = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    ARTICLE_EXTENSIONS.contains(&extension.to_ascii_lowercase().as_str())
}

/// Whether the file's name is that of a claim file: `*.claims.yaml` anywhere,
/// any YAML file in a folder `claims`.
pub fn is_claim_file(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(OsStr::to_str) else {
        return false;
    };
    let in_claims = || {
        let parent = path.parent().filter(|it| !it.as_os_str().is_empty());
        let parent =
            parent.map_or_else(|| Path::new(".").canonicalize().ok(), |it| Some(it.into()));
        parent.is_some_and(|it: PathBuf| it.file_name() == Some(OsStr::new(CLAIMS_FOLDER)))
    };
    name.ends_with(BESIDE)
        || name.ends_with(".claims.yml")
        || (matches!(
            path.extension().and_then(OsStr::to_str),
            Some("yaml" | "yml")
        ) && in_claims())
}

/// The claim file that belongs to the article at `path`, there or not.
///
/// In a repository with a folder `claims` it is `claims/NAME.yaml`, else
/// `NAME.claims.yaml` beside the article, which also holds for an article that
/// lies in `claims` itself. Two articles never share one: where the name is
/// taken by another article's, the folder's name comes before it
/// (`claims/march-harbour.yaml`) or the extension stays in it.
pub fn claim_file_of(path: &Path) -> PathBuf {
    let article = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let names = match claims_folder(&article) {
        Some(folder) => names_in(&folder, &article),
        None => names_beside(path),
    };
    let free = |it: &&PathBuf| named_article(it).is_none_or(|other| is_same(&other, &article));
    // Where even the longest name is another's, the shortest is as good as any:
    // opening it will say that it is about another article.
    names.iter().find(free).unwrap_or(&names[0]).clone()
}

fn is_same(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|it| it == other)
}

/// Names beside the article, from the one wanted to the surest.
fn names_beside(path: &Path) -> Vec<PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    [stem, name]
        .iter()
        .map(|it| path.with_file_name(format!("{it}{BESIDE}")))
        .collect()
}

/// Names in the repository's folder for claims, from the one wanted to the surest.
fn names_in(folder: &Path, article: &Path) -> Vec<PathBuf> {
    let root = folder.parent().unwrap_or(folder);
    let within = article.strip_prefix(root).unwrap_or(article);
    let folders: Vec<_> = within
        .parent()
        .into_iter()
        .flat_map(Path::components)
        .filter_map(|it| match it {
            Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
            _ => None,
        })
        .collect();
    let stem = article
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let name = article
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let all = folders.join("-");
    let last = folders.last().cloned().unwrap_or_default();
    [
        stem.clone(),
        format!("{last}-{stem}"),
        format!("{all}-{stem}"),
        format!("{all}-{name}"),
    ]
    .iter()
    .map(|it| folder.join(format!("{}.yaml", it.trim_start_matches('-'))))
    .collect()
}

/// The nearest folder `claims` above the article, up to its repository's root;
/// none outside a repository and for an article that lies in that folder.
fn claims_folder(article: &Path) -> Option<PathBuf> {
    let root = repository_of(article)?;
    let above = article
        .ancestors()
        .skip(1)
        .take_while(|it| it.starts_with(&root));
    let folder = above
        .map(|it| it.join(CLAIMS_FOLDER))
        .find(|it| it.is_dir())?;
    (!article.starts_with(&folder)).then_some(folder)
}

/// The folder with `.git` (a file in linked worktrees) above `path`.
pub fn repository_of(path: &Path) -> Option<PathBuf> {
    path.ancestors()
        .skip(1)
        .find(|it| it.join(".git").exists())
        .map(Path::to_owned)
}

/// The article that the claim file at `claims` names; none where there is no such file.
fn named_article(claims: &Path) -> Option<PathBuf> {
    #[derive(Deserialize)]
    struct Line {
        file: String,
    }
    let mut head = Vec::new();
    open_regular(claims)
        .ok()?
        .take(bounds::HEAD_BYTES)
        .read_to_end(&mut head)
        .ok()?;
    let head = String::from_utf8_lossy(&head);
    let line = head
        .lines()
        .find(|it| it.trim_start().starts_with("file:"))?;
    let name = serde_yaml::from_str::<Line>(line.trim()).ok()?.file;
    Some(claims.parent()?.join(name))
}

/// Refuses a place for a new claim file to which a link leads out of the
/// repository of the article that was named (outside any repository: out of the
/// article's folder and the one above).
///
/// A stranger's repository can hold such links, and the person did not name what
/// they lead to.
pub fn refuse_elsewhere(claims: &Path, article: &Path) -> Result<(), Problem> {
    let place = resolved(claims);
    // Where there is no such folder nothing can be made.
    let Ok(folder) = folder_of(&place).canonicalize() else {
        return Ok(());
    };
    let name = article.file_name().unwrap_or_default();
    let named = folder_of(article).canonicalize().map(|it| it.join(name));
    let real = article.canonicalize();
    let fences = [named, real].into_iter().flatten().map(|it| fence_of(&it));
    if fences.into_iter().any(|it| folder.starts_with(it)) {
        return Ok(());
    }
    Err(Problem::error(format!(
        "a link leads from here to {}, outside the article's folder",
        place.display()
    ))
    .in_file(claims)
    .next_step("if you want it there, name the place yourself: --claims FILE"))
}

/// The folder that nothing of a file's own leads out of: its repository, or else
/// the folder above its own.
fn fence_of(file: &Path) -> PathBuf {
    repository_of(file)
        .or_else(|| file.ancestors().nth(2).map(Path::to_owned))
        .unwrap_or_else(|| file.to_owned())
}

/// How the claim file at `claims` names the article at `article`: the way from
/// one to the other, with `/`.
pub fn article_as_named(claims: &Path, article: &Path) -> String {
    let folder = folder_of(claims);
    let (Ok(from), Ok(to)) = (folder.canonicalize(), article.canonicalize()) else {
        return article.to_string_lossy().into_owned();
    };
    let shared = from
        .components()
        .zip(to.components())
        .take_while(|(a, b)| a == b)
        .count();
    let up = from.components().skip(shared).map(|_| "..".to_owned());
    let down = to
        .components()
        .skip(shared)
        .map(|it| it.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// The article that the claim file at `claims` is about.
///
/// A stranger's claim file must not make redpencil read what it likes, so an
/// article outside the repository is refused, and outside any repository one
/// that is neither in the claim file's folder nor in the one above. Links are
/// followed before that is decided.
pub fn article_of(claims: &Path, file: &ClaimFile) -> Result<PathBuf, Problem> {
    let name = &file.article.file;
    let folder = folder_of(claims);
    let path = folder.join(name);
    let missing = || {
        Problem::error(format!("its article {name:?} is not there"))
            .in_file(claims)
            .next_step("name the article yourself: redpencil ARTICLE --claims FILE")
    };
    let real = path.canonicalize().map_err(|_| missing())?;
    let home = claims.canonicalize().map_err(|_| missing())?;
    let fence = fence_of(&home);
    if real.starts_with(&fence) {
        return Ok(path);
    }
    Err(Problem::error(format!(
        "its article {name:?} lies outside {}",
        fence.display()
    ))
    .in_file(claims)
    .next_step("if you trust it, name the article yourself: redpencil ARTICLE --claims FILE"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::claim::Particulars;

    /// A folder with these files in it.
    fn folder(files: &[&str]) -> TempDir {
        let folder = TempDir::new().expect("a temporary folder");
        for name in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, "").expect("a file");
        }
        folder
    }

    fn about(article: &str) -> ClaimFile {
        let file = article.to_owned();
        ClaimFile::new(
            Particulars {
                file,
                ..Particulars::default()
            },
            Vec::new(),
        )
    }

    #[test]
    fn the_claim_file_stands_beside_the_article_or_in_the_folder_for_claims() {
        let plain = folder(&["harbour.txt"]);
        let found = claim_file_of(&plain.path().join("harbour.txt"));
        assert!(found.ends_with("harbour.claims.yaml"), "{found:?}");
        let repository = folder(&[".git/HEAD", "claims/x", "news/harbour.txt", "claims/in.txt"]);
        let found = claim_file_of(&repository.path().join("news/harbour.txt"));
        assert!(found.ends_with("claims/harbour.yaml"), "{found:?}");
        let found = claim_file_of(&repository.path().join("claims/in.txt"));
        assert!(found.ends_with("claims/in.claims.yaml"), "{found:?}");
    }

    #[test]
    fn two_articles_of_one_name_never_share_a_claim_file() {
        let there = folder(&[".git/HEAD", "claims/x", "a/harbour.txt", "b/harbour.txt"]);
        let first = claim_file_of(&there.path().join("a/harbour.txt"));
        fs::write(&first, "redpencil: 1\narticle:\n  file: ../a/harbour.txt\n").expect("a file");
        assert_eq!(claim_file_of(&there.path().join("a/harbour.txt")), first);
        let second = claim_file_of(&there.path().join("b/harbour.txt"));
        assert!(second.ends_with("claims/b-harbour.yaml"), "{second:?}");
        let beside = folder(&["harbour.txt", "harbour.md"]);
        let first = claim_file_of(&beside.path().join("harbour.txt"));
        fs::write(first, "redpencil: 1\narticle:\n  file: harbour.txt\n").expect("a file");
        let second = claim_file_of(&beside.path().join("harbour.md"));
        assert!(second.ends_with("harbour.md.claims.yaml"), "{second:?}");
    }

    #[test]
    fn the_way_there_is_the_way_back() {
        let there = folder(&[".git/HEAD", "claims/x", "news/march/harbour.txt"]);
        let article = there.path().join("news/march/harbour.txt");
        let claims = claim_file_of(&article);
        fs::write(&claims, "").expect("a file");
        let name = article_as_named(&claims, &article);
        assert_eq!(name, "../news/march/harbour.txt");
        let found = article_of(&claims, &about(&name)).expect("the article");
        assert!(is_same(&found, &article.canonicalize().expect("a file")));
    }

    #[test]
    fn an_article_outside_is_refused_even_through_a_link() {
        let there = folder(&["secret.txt", "project/.git/HEAD", "project/a.claims.yaml"]);
        let claims = there.path().join("project/a.claims.yaml");
        let told = |name: &str| article_of(&claims, &about(name)).map_err(|it| it.to_string());
        assert!(told("../secret.txt").is_err_and(|it| it.contains("outside")));
        assert!(told("/etc/passwd").is_err_and(|it| it.contains("outside")));
        assert!(told("nowhere.txt").is_err_and(|it| it.contains("not there")));
        #[cfg(unix)]
        {
            let link = there.path().join("project/link.txt");
            std::os::unix::fs::symlink(there.path().join("secret.txt"), link).expect("a link");
            assert!(told("link.txt").is_err_and(|it| it.contains("outside")));
        }
    }

    #[test]
    fn names_tell_articles_from_claim_files() {
        assert!(is_article(Path::new("a.TXT")) && is_article(Path::new("a.md")));
        assert!(!is_article(Path::new("a.yaml")) && !is_article(Path::new("a")));
        assert!(is_claim_file(Path::new("a.claims.yaml")));
        assert!(is_claim_file(Path::new("claims/a.yaml")));
        assert!(!is_claim_file(Path::new("settings/a.yaml")));
    }
}
