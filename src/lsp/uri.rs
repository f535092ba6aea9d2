//! `file:` addresses, as editors name files.

use std::path::{Path, PathBuf};

/// The file that `uri` names; `None` where it names none on this machine.
pub(super) fn path(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    let rest = rest.strip_prefix("localhost").unwrap_or(rest);
    let path = decoded(rest.split(['?', '#']).next()?)?;
    let path = if cfg!(windows) { path.strip_prefix('/')?.replace('/', "\\") } else { path };
    let path = PathBuf::from(path);
    path.is_absolute().then_some(path)
}

/// The address of the file at `path`, which is absolute.
pub(super) fn uri(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if cfg!(windows) { format!("/{}", text.replace('\\', "/")) } else { text.into_owned() };
    let mut out = "file://".to_owned();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Without its percent signs; `None` where what they stand for is no UTF-8.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        let digits = behind.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        let escaped = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8(bytes).ok()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_path_survives_its_address() {
        for text in ["/notes/My Search/2025-03-04 Café 100%.md", "/a/ä#b?c.md", "/a/%41.md"] {
            assert_eq!(path(&uri(Path::new(text))).as_deref(), Some(Path::new(text)));
        }
        assert_eq!(uri(Path::new("/a b/é.md")), "file:///a%20b/%C3%A9.md");
        assert_eq!(path("file://localhost/a%2Fb"), Some(PathBuf::from("/a/b")));
        for odd in ["untitled:Untitled-1", "https://a.example/b", "file:a.md", "file:///%FF"] {
            assert_eq!(path(odd), None, "{odd}");
        }
    }
}
