//! The words of the messages between an embedded view and the page around it:
//! the protocol that `docs/embed.md` describes.

use model::vocabulary;

/// Which protocol: each message says so.
pub const PROTOCOL: u32 = 1;

vocabulary! {
    /// What a message is about.
    Message {
        /// From the frame: its program is on the way.
        Loading = "loading",
        /// From the frame: the view is there.
        Ready = "ready",
        /// From the frame: how high its content is.
        Height = "height",
        /// From the frame: which record is open.
        Select = "select",
        /// From the frame: what is lit.
        FocusChange = "focuschange",
        /// From the frame: the filters now.
        FilterChange = "filterchange",
        /// From the frame: what is wrong, in words.
        Error = "error",
        /// From the page around: what to show.
        View = "view",
    }
}
