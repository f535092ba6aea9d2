//! `left → right`: a doubt and its reply, a challenge and its accomplishment.

/// The words before the last arrow (`→` or `->`), and those behind it; nothing behind: no arrow.
pub fn split(text: &str) -> (&str, Option<&str>) {
    let arrow = ["→", "->"].iter().filter_map(|arrow| Some((text.rfind(arrow)?, arrow.len()))).max();
    match arrow {
        Some((at, len)) => {
            let right = text[at + len..].trim();
            (text[..at].trim(), (!right.is_empty()).then_some(right))
        }
        None => (text.trim(), None),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_last_arrow_splits() {
        assert_eq!(super::split("slow → fast"), ("slow", Some("fast")));
        assert_eq!(super::split("a -> b → c"), ("a -> b", Some("c")));
        assert_eq!(super::split("plain"), ("plain", None));
        assert_eq!(super::split("open →"), ("open", None));
        assert_eq!(super::split("→ reply"), ("", Some("reply")));
    }
}
