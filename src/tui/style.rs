//! Roles as styles: sixteen colours, the terminal's own ground, and a sign
//! beside every colour. A theme says at the end what each colour becomes, so
//! that no view has to know which one holds.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use crate::app::{Hue, Role, Stretch};
use crate::claim::{Status, Verdict};
use crate::config::Theme;

/// The style of a role.
pub(crate) const fn of(role: Role) -> Style {
    match role {
        Role::Plain | Role::Notice => Style::new(),
        Role::Dim => Style::new().add_modifier(Modifier::DIM),
        Role::Strong | Role::Key => Style::new().add_modifier(Modifier::BOLD),
        Role::Status(status) => of_status(status),
        Role::Alert => Style::new().fg(Color::Red).add_modifier(Modifier::BOLD),
    }
}

/// The colour of a status; the sign and the word stand beside it always.
pub(crate) const fn of_status(status: Status) -> Style {
    match status {
        Status::Unreviewed => Style::new(),
        Status::Agreed(Verdict::Verified) => Style::new().fg(Color::Green),
        Status::Agreed(Verdict::Disputed) => Style::new().fg(Color::Red),
        Status::Agreed(Verdict::Unknown) => Style::new().fg(Color::Yellow),
        Status::Contested => Style::new().fg(Color::Magenta),
    }
}

/// The colour of a claim, whatever it tells.
pub(crate) const fn of_hue(hue: Hue) -> Style {
    const SIX: [Color; 6] = [
        Color::Blue,
        Color::Yellow,
        Color::Magenta,
        Color::Green,
        Color::Cyan,
        Color::Red,
    ];
    match hue {
        Hue::Status(status) => of_status(status),
        Hue::Plain => Style::new(),
        Hue::Nth(nth) => Style::new().fg(SIX[nth % SIX.len()]),
    }
}

/// Gives what the views have drawn the colours of a theme; without one, none.
pub(crate) fn paint(buffer: &mut Buffer, theme: Option<Theme>) {
    for cell in &mut buffer.content {
        let Some(theme) = theme else {
            cell.fg = Color::Reset;
            cell.bg = Color::Reset;
            continue;
        };
        cell.fg = match (cell.fg, theme.ground) {
            (Color::Green, _) => Color::Indexed(theme.verified),
            (Color::Red, _) => Color::Indexed(theme.disputed),
            (Color::Yellow, _) => Color::Indexed(theme.unknown),
            (Color::Magenta, _) => Color::Indexed(theme.contested),
            (Color::Blue, _) => Color::Indexed(theme.further[0]),
            (Color::Cyan, _) => Color::Indexed(theme.further[1]),
            (Color::Reset, Some(ground)) => Color::Indexed(ground.words),
            (other, _) => other,
        };
        if let (Color::Reset, Some(ground)) = (cell.bg, theme.ground) {
            cell.bg = Color::Indexed(ground.behind);
        }
    }
}

/// What the cursor is on: turned round, so that it shows without colours.
pub(crate) const CURRENT: Style = Style::new().add_modifier(Modifier::REVERSED);

/// The cursor in the article on words of that style.
pub(crate) fn caret(under: Style) -> Style {
    turned(under, Color::Yellow).add_modifier(Modifier::BOLD)
}

/// What is selected in the article.
pub(crate) fn selected(under: Style) -> Style {
    turned(under, Color::Cyan)
}

/// Turned round against what is under it, so that it shows without colours too.
fn turned(under: Style, color: Color) -> Style {
    if under.add_modifier.contains(Modifier::REVERSED) {
        let turned = under.remove_modifier(Modifier::REVERSED);
        return turned.fg(Color::Black).bg(color);
    }
    under.fg(color).add_modifier(Modifier::REVERSED)
}

/// The title of the pane that takes the keys.
pub(crate) const FOCUSED: Style =
    Style::new().add_modifier(Modifier::REVERSED.union(Modifier::BOLD));

/// The title of any other pane.
pub(crate) const TITLE: Style = Style::new().add_modifier(Modifier::BOLD);

/// What a search has found, on ground of that style. It is turned round, and
/// turned back where it was so already, so that it shows without colours; the
/// match that the reader was brought to is bold and underlined too.
pub(crate) fn found(ground: Style, is_current: bool) -> Style {
    let style = if ground.add_modifier.contains(Modifier::REVERSED) {
        Style::new().remove_modifier(Modifier::REVERSED)
    } else {
        Style::new().add_modifier(Modifier::REVERSED)
    };
    let style = style.fg(Color::Yellow);
    if is_current {
        style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    } else {
        style
    }
}

/// Lines between panes.
pub(crate) const LINE: Style = Style::new().add_modifier(Modifier::DIM);

/// A stretch of the article. `hue` gives the colour of a claim.
pub(crate) fn of_stretch(
    stretch: Stretch,
    is_mark: bool,
    current: Option<usize>,
    hue: impl Fn(usize) -> Hue,
) -> Style {
    let style = match stretch {
        Stretch::Text => Style::new(),
        Stretch::LeftOut => Style::new().add_modifier(Modifier::DIM | Modifier::ITALIC),
        Stretch::Label => Style::new().add_modifier(Modifier::BOLD),
        Stretch::Claim(position) => {
            let style = of_hue(hue(position)).add_modifier(Modifier::UNDERLINED);
            if Some(position) == current {
                style.add_modifier(Modifier::REVERSED)
            } else {
                style
            }
        }
    };
    // A mark is no word of the article: it must not be read as one.
    if is_mark {
        style.fg(Color::Magenta).add_modifier(Modifier::BOLD)
    } else {
        style
    }
}
