//! A choice as a link.

/// A choice as a link.
pub(super) struct Link {
    pub href: String,
    pub label: String,
    /// Whether it is the one shown.
    pub current: bool,
}
