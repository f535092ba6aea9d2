//! The vault's own letter templates: read like notes, from one folder, and small.

use std::io;
use std::path::Path;

use super::folder::{Folder, Found, Missing, Way};
use super::{Scan, open};
use crate::Error;
use crate::text::{SourceFile, Unread, Why, is_safe_path};

/// The largest letter template that is read, in bytes: 32 KiB.
pub const TEMPLATE_LIMIT: u64 = 32 << 10;

/// Reads the Markdown files that lie in the folder at `path` below `root`; not those in folders below it, nor those whose
/// name begins with a dot. Nothing is read through a link, and nothing that is no regular file.
///
/// # Errors
/// [`Error::Io`] where the root itself cannot be opened.
pub fn templates(root: &Path, path: &str) -> Result<Scan, Error> {
    let mut scan = Scan { complete: true, ..Scan::default() };
    if !is_safe_path(path) {
        return Ok(scan);
    }
    let vault = Folder::open(root).map_err(Error::io("list", root))?;
    let names = vault.walk(path, Missing::Stays).and_then(|way| match way {
        Way::Open(folder) => folder.names().map(|names| Some((folder, names))),
        Way::Missing => Ok(None),
        Way::Blocked(why) => Err(io::Error::other(why)),
    });
    match names {
        Ok(None) => {}
        Ok(Some((folder, mut names))) => {
            names.sort_unstable();
            for name in names.iter().filter(|name| is_template(Path::new(name))) {
                let path = format!("{path}/{}", name.to_string_lossy());
                match name.to_str().map_or(Ok(None), |name| read(&folder, name, &path)) {
                    Ok(file) => scan.files.extend(file),
                    Err(unread) => scan.unread.push(unread),
                }
            }
        }
        Err(error) => {
            scan.complete = false;
            let message = format!("the letter templates cannot be read: {error}");
            let help = "put a folder there that you may read".to_owned();
            scan.unread.push(Unread { path: path.to_owned(), why: Why::Folder, message, help });
        }
    }
    Ok(scan)
}

/// The template `name` in `folder`; `None` where it has gone.
fn read(folder: &Folder, name: &str, path: &str) -> Result<Option<SourceFile>, Unread> {
    let missed =
        |why, message: String, help: &str| Unread { path: path.to_owned(), why, message, help: help.to_owned() };
    let unreadable = |error: io::Error| {
        missed(Why::Unreadable, format!("this template cannot be read: {error}"), "make it readable for you")
    };
    let (file, metadata) = match folder.look(name).map_err(unreadable)? {
        Found::File(file, metadata) => (file, metadata),
        Found::Absent => return Ok(None),
        Found::Unfit(what) => {
            let message = format!("this template is {what}, so it is not read");
            return Err(missed(Why::NotRegular, message, "put the template itself here"));
        }
    };
    let bytes = open::read_up_to(&file, TEMPLATE_LIMIT + 1, metadata.len()).map_err(unreadable)?;
    if bytes.len() as u64 > TEMPLATE_LIMIT {
        let message = "this template is larger than 32 KiB, so it is not read".to_owned();
        return Err(missed(Why::TooLarge { kind: String::new() }, message, "make it shorter; a letter is one page"));
    }
    String::from_utf8(bytes).map(|text| Some(SourceFile::new(path, text))).map_err(|error| {
        let valid = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]).into_owned();
        let message = "this template is not UTF-8 from here on, so it is not read".to_owned();
        missed(Why::NotUtf8 { valid }, message, "save it as UTF-8 in your editor")
    })
}

fn is_template(name: &Path) -> bool {
    let is_hidden = name.as_os_str().as_encoded_bytes().starts_with(b".");
    !is_hidden && super::listing::is_markdown(name)
}
