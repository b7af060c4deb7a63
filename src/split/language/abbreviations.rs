//! Words that end in a full stop and do not end a sentence.
//!
//! Written without their last full stop, in lower case; a full stop inside stays.

use crate::text::Language;

/// The abbreviations of one language.
pub(crate) struct Abbreviations {
    /// What stands before a name or a figure, so that no sentence ends there:
    /// titles, "No.", "cf.".
    pub(crate) before: &'static [&'static str],
    /// What may also stand last: the next word decides.
    pub(crate) anywhere: &'static [&'static str],
    /// Words that begin a sentence more often than they follow an abbreviation.
    pub(crate) starters: &'static [&'static str],
    /// Whether a number with a full stop is an ordinal: "am 3. Oktober".
    pub(crate) has_ordinals: bool,
}

/// The abbreviations of `language`; for languages without a table those of
/// English, which the others borrow for names.
pub(crate) fn abbreviations(language: Language) -> &'static Abbreviations {
    match language {
        Language::German => &GERMAN,
        Language::French => &FRENCH,
        Language::Spanish => &SPANISH,
        Language::English
        | Language::TraditionalChinese
        | Language::SimplifiedChinese
        | Language::Japanese
        | Language::Arabic
        | Language::Undetermined => &ENGLISH,
    }
}

static ENGLISH: Abbreviations = Abbreviations {
    before: &[
        "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "capt", "cmdr",
        "sgt", "maj", "adm", "rev", "fr", "hon", "pres", "supt", "messrs", "mme", "st", "mt", "ft",
        "vs", "v", "no", "nos", "vol", "pp", "p", "fig", "figs", "sec", "ch", "art", "cf", "e.g",
        "i.e", "viz", "approx", "est", "ca", "c", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
        "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs",
        "fri", "sat", "sun", "al", "ed", "eds", "trans", "op", "dept", "univ", "assn", "bros",
        "ariz", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la",
        "mass", "md", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa",
        "tenn", "tex", "va", "vt", "wash", "wis", "wyo", "p.s", "ps", "drs", "pvt", "div", "mlle",
    ],
    anywhere: &[
        "inc", "corp", "co", "ltd", "llc", "plc", "jr", "sr", "esq", "phd", "ph.d", "m.d", "b.a",
        "m.a", "u.s", "u.k", "u.n", "e.u", "u.s.a", "d.c", "l.a", "n.y", "a.m", "p.m", "am", "pm",
        "etc", "ave", "blvd", "rd", "b.c", "a.d", "bce", "ce", "r.i", "n.j", "n.c", "s.c", "sq",
        "lb", "lbs", "oz", "fl", "hr", "hrs", "min", "mins", "secs", "assoc", "intl", "natl",
        "govt", "ext", "incl", "misc", "avg", "esp", "med", "tech", "mfg", "mgr", "dist", "admin",
        "orig", "incorp",
    ],
    starters: &[
        "the",
        "a",
        "an",
        "it",
        "its",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "this",
        "that",
        "these",
        "those",
        "there",
        "in",
        "on",
        "at",
        "but",
        "and",
        "so",
        "as",
        "for",
        "if",
        "when",
        "while",
        "after",
        "before",
        "since",
        "his",
        "her",
        "their",
        "our",
        "my",
        "what",
        "who",
        "how",
        "why",
        "where",
        "however",
        "although",
        "though",
        "because",
        "many",
        "some",
        "most",
        "all",
        "both",
        "no",
        "not",
        "to",
        "with",
        "by",
        "from",
        "according",
        "last",
        "one",
        "two",
    ],
    has_ordinals: false,
};

static GERMAN: Abbreviations = Abbreviations {
    before: &[
        "dr", "prof", "hr", "fr", "st", "nr", "bd", "abs", "art", "abb", "tab", "kap", "vgl",
        "z.b", "d.h", "u.a", "i.d.r", "z.t", "o.ä", "s", "bzw", "ca", "evtl", "ggf", "inkl", "max",
        "min", "mind", "rd", "sog", "geb", "gest", "dipl", "ing", "jan", "feb", "mär", "apr",
        "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dez", "mr", "mrs", "d", "z", "v", "u",
        "i", "mag", "hl", "allg", "bes", "dt", "engl", "franz", "lat", "tel", "vs", "std",
    ],
    anywhere: &[
        "usw", "etc", "co", "inc", "mio", "mrd", "str", "jh", "chr", "ff", "u.s", "e.v",
    ],
    starters: &[
        "der", "die", "das", "ein", "eine", "er", "sie", "es", "wir", "ich", "in", "im", "am",
        "auf", "bei", "mit", "nach", "seit", "von", "zu", "doch", "aber", "und", "als", "wenn",
        "auch", "dabei", "damit", "dann", "dort", "hier", "so", "was", "wer", "wie",
    ],
    has_ordinals: true,
};

static FRENCH: Abbreviations = Abbreviations {
    before: &[
        "m", "mm", "mme", "mmes", "mlle", "mlles", "mgr", "dr", "pr", "me", "st", "ste", "no", "n",
        "vol", "p", "pp", "chap", "art", "fig", "cf", "env", "av", "ex", "p.ex", "c.-à-d", "janv",
        "févr", "avr", "juil", "sept", "oct", "nov", "déc", "ed", "éd", "vs", "bd",
    ],
    anywhere: &[
        "etc", "inc", "co", "cie", "j.-c", "apr", "hab", "u.s", "a.m", "p.m",
    ],
    starters: &[
        "le", "la", "les", "un", "une", "des", "il", "elle", "ils", "elles", "on", "nous", "je",
        "ce", "cette", "ces", "en", "dans", "à", "au", "mais", "et", "pour", "par", "avec",
        "depuis", "après", "selon", "son", "sa", "ses", "leur", "si", "quand",
    ],
    has_ordinals: false,
};

static SPANISH: Abbreviations = Abbreviations {
    before: &[
        "sr", "sra", "sres", "sras", "srta", "d", "dña", "dr", "dra", "prof", "lic", "ing", "arq",
        "gral", "cnel", "st", "sta", "sto", "núm", "no", "nº", "vol", "pág", "págs", "p", "pp",
        "art", "cap", "fig", "av", "avda", "cf", "vs", "ej", "p.ej", "aprox", "ca", "ene", "feb",
        "mar", "abr", "may", "jun", "jul", "ago", "sep", "sept", "oct", "nov", "dic", "mons", "v",
        "hab", "tel", "hnos", "bros",
    ],
    anywhere: &[
        "etc", "ee.uu", "s.a", "a.c", "d.c", "a.m", "p.m", "inc", "co", "cía", "ud", "uds",
    ],
    starters: &[
        "el", "la", "los", "las", "un", "una", "en", "a", "al", "de", "del", "por", "para", "con",
        "sin", "su", "sus", "este", "esta", "estos", "estas", "ese", "esa", "pero", "y", "no",
        "se", "si", "cuando", "como", "desde", "según", "tras", "entre", "fue", "es", "lo",
    ],
    has_ordinals: false,
};
