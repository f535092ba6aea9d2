//! File names, until the outbox has them.
pub(super) fn file_name(parts: &[&str]) -> String {
    parts.join(" ").replace(['/', '\\', ':'], " ")
}
