//! How a value is written in front matter: in quotes only where it would be read as something else without.

/// A scalar as YAML: plain where that is safe, else in double quotes.
pub fn scalar(value: &str) -> String {
    if is_plain(value) { value.to_owned() } else { quoted(value) }
}

/// A link to a note, always in quotes.
pub fn link(target: &str) -> String {
    quoted(&format!("[[{target}]]"))
}

/// A list on one line, of values that are YAML already.
pub fn list(values: &[String]) -> String {
    format!("[{}]", values.join(", "))
}

/// In double quotes, with the escapes that JSON and YAML share.
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Words that no reader of YAML takes for anything else.
fn is_plain(value: &str) -> bool {
    let starts = value.starts_with(|c: char| c.is_alphanumeric());
    let inner = value
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/' | '(' | ')' | '’' | ';' | '@' | '+'));
    let word = value.to_lowercase();
    let special = matches!(word.as_str(), "null" | "y" | "n" | "on" | "off");
    // A day, a small number and a truth value are meant as such; a longer number is a phone's.
    let number = value.len() > 4 && value.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'_');
    starts && inner && !special && !number && !value.ends_with(' ')
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn quotes_stand_where_yaml_needs_them() {
        for (value, written) in [
            ("2025-03-05", "2025-03-05"),
            ("held", "held"),
            ("true", "true"),
            ("2", "2"),
            ("a talk with the works manager", "a talk with the works manager"),
            ("[[Ines Falk]]", "\"[[Ines Falk]]\""),
            ("a: b", "\"a: b\""),
            ("say \"no\"", "\"say \\\"no\\\"\""),
            ("# no", "\"# no\""),
            ("0123456", "\"0123456\""),
            ("", "\"\""),
        ] {
            assert_eq!(scalar(value), written);
        }
    }
}
