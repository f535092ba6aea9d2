//! Writes an invented vault of any size: `cargo run --release --example generate -- DIR NOTES`.
#![expect(clippy::disallowed_methods, reason = "a tool for measurements: it writes files and reads its arguments")]

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

#[path = "../benches/vault.rs"]
mod vault;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args_os().skip(1);
    let (Some(folder), Some(count)) = (args.next(), args.next()) else {
        return Err("name a new folder and the number of notes".into());
    };
    let folder = PathBuf::from(folder);
    let count: usize = count.to_string_lossy().parse()?;
    fs::create_dir(&folder)?;
    for (path, text) in vault::files(count) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(&folder))?;
        fs::write(path, text)?;
    }
    Ok(())
}
