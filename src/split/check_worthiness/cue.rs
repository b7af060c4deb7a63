//! What speaks for and against checking, and how much.

/// Declares the cues: name, reason shown, weight of one, how many count.
macro_rules! cues {
    ($($name:ident $reason:literal $weight:literal $most:literal;)*) => {
        /// One thing that speaks for or against checking.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Cue {
            $(#[doc = $reason] $name,)*
        }

        impl Cue {
            /// Every cue, in the order of the table.
            pub(super) const ALL: [Self; [$(Self::$name),*].len()] = [$(Self::$name),*];

            /// What it is, in words for a person.
            pub(super) const fn reason(self) -> &'static str {
                match self { $(Self::$name => $reason,)* }
            }

            /// What `count` of them weigh together.
            pub(super) fn weight(self, count: u32) -> f64 {
                let (weight, most): (f64, u32) = match self {
                    $(Self::$name => ($weight, $most),)*
                };
                weight * f64::from(count.min(most))
            }
        }
    };
}

cues! {
//  cue           reason                         weight  at most
    Figure        "a figure"                        0.9  3;
    Percent       "a percentage"                    0.8  1;
    Ratio         "a ratio"                         0.8  1;
    Money         "an amount of money"              0.6  1;
    NumberWord    "a number in words"               0.7  2;
    Date          "a date"                          0.5  2;
    Comparison    "a comparison"                    0.6  2;
    Change        "a change"                        0.8  2;
    Deed          "a deed"                          0.6  2;
    Reporting     "a reporting verb"                0.4  1;
    Matter        "a matter of public record"       0.5  2;
    Name          "a name"                          0.2  2;
    Quoted        "quoted words"                    0.3  1;
    Done          "told as done"                    0.3  2;
    Circumstance  "told how or why"                 0.2  2;
    Other         "about somebody else"             0.4  1;
    Length        "room for a fact"                 0.2  4;
    Question      "a question"                     -1.0  1;
    Modal         "a wish or a duty"               -0.5  2;
    Future        "about the future"               -0.6  1;
    Promise       "a promise"                      -0.6  1;
    Forecast      "a forecast"                     -0.6  1;
    Opinion       "an opinion"                     -0.5  2;
    FirstPerson   "the speaker about themself"     -0.5  2;
    We            "the speaker's own side"         -0.3  2;
    Address       "spoken to somebody"             -0.3  2;
    Vague         "vague words"                    -0.3  2;
    Courtesy      "a courtesy"                     -1.0  2;
    BrokenOff     "breaks off"                     -0.5  1;
    Short         "hardly any words"               -0.5  3;
}

/// How many of each cue a text has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally([u32; Cue::ALL.len()]);

impl Tally {
    /// Counts `count` more of `cue`.
    pub(super) fn add(&mut self, cue: Cue, count: u32) {
        let place = &mut self.0[cue as usize];
        *place = place.saturating_add(count);
    }

    /// How many there are of `cue`.
    pub(super) fn of(&self, cue: Cue) -> u32 {
        self.0[cue as usize]
    }

    /// Whether there is any of `cue`.
    pub(super) fn has(&self, cue: Cue) -> bool {
        self.of(cue) > 0
    }

    /// Calls what was counted as `from` by the name of `to`.
    pub(super) fn replace(&mut self, from: Cue, to: Cue) {
        let count = std::mem::take(&mut self.0[from as usize]);
        self.add(to, count);
    }
}
