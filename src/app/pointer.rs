//! What the pointer of a mouse or a touchpad did.

use ratatui::layout::{Position, Rect};

use crate::text::ByteOffset;

/// Something that the pointer did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// What.
    pub gesture: Gesture,
    /// On which cell of the screen, in columns and rows from 0.
    pub at: Position,
}

/// What the pointer can do. Only its first button counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// The button was pressed.
    Press,
    /// The pointer moved while the button was held.
    Drag,
    /// The button was let go.
    Release,
    /// The wheel was turned towards the end.
    WheelDown,
    /// The wheel was turned towards the start.
    WheelUp,
}

/// The last press of the button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Press {
    /// On which cell.
    pub(crate) at: Position,
    /// How often that cell was pressed, nothing else between.
    pub(crate) times: usize,
    /// Which place of the article stands there; none in another pane.
    pub(crate) place: Option<ByteOffset>,
    /// Whether the button is still held.
    pub(crate) is_held: bool,
    /// Whether it was held over another place since.
    pub(crate) is_dragged: bool,
}

impl Press {
    /// A press of a cell after the one before.
    pub(crate) fn after(before: Option<Self>, at: Position) -> Self {
        let again = before.filter(|it| it.at == at);
        Self {
            at,
            times: 1 + again.map_or(0, |it| it.times),
            place: None,
            is_held: true,
            is_dragged: false,
        }
    }
}

/// The row of a pane's body that a cell is in, from 0: below the title.
pub(crate) fn row_in(pane: Rect, at: Position) -> Option<usize> {
    let is_in = pane.contains(at) && at.y > pane.y;
    is_in.then(|| usize::from(at.y - pane.y - 1))
}
