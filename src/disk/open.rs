//! Opening a file to read it, without following a link in its last part and without waiting on a
//! pipe or a device.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _};
use std::path::Path;

/// So often a file is read at most until two reads agree.
const READS: usize = 20;

/// Opens the file at `path`; a link there is an error. What it opened may still be no regular
/// file, so ask its metadata before reading.
#[cfg(unix)]
pub(super) fn without_link(path: &Path) -> io::Result<File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt as _;

    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
    OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path)
}

/// Opens the file at `path`; a link there is an error.
#[cfg(not(unix))]
pub(super) fn without_link(path: &Path) -> io::Result<File> {
    if std::fs::symlink_metadata(path)?.is_symlink() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is a link"));
    }
    OpenOptions::new().read(true).open(path)
}

/// The first `limit` bytes of `file`; `expected` is how many there probably are.
#[cfg(unix)]
pub(super) fn read_up_to(file: &File, limit: u64, expected: u64) -> io::Result<Vec<u8>> {
    use rustix::{buffer::spare_capacity, io::retry_on_intr};

    let expected = usize::try_from(expected.min(limit)).unwrap_or_default();
    // Room for one more than expected: where as many came as were expected, and no more, that is the end.
    let mut bytes = Vec::with_capacity(expected + 1);
    while bytes.len() < expected {
        if retry_on_intr(|| rustix::io::read(file, spare_capacity(&mut bytes)))? == 0 {
            return Ok(bytes);
        }
    }
    if bytes.len() > expected || expected == 0 {
        let read = bytes.len() as u64;
        file.take(limit.saturating_sub(read)).read_to_end(&mut bytes)?;
        bytes.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    }
    Ok(bytes)
}

/// The first `limit` bytes of `file`; `expected` is how many there probably are.
#[cfg(not(unix))]
pub(super) fn read_up_to(file: &File, limit: u64, expected: u64) -> io::Result<Vec<u8>> {
    // One more than expected, so that the end shows without growing the buffer.
    let capacity = usize::try_from(expected.min(limit)).unwrap_or_default() + 1;
    let mut bytes = Vec::with_capacity(capacity);
    file.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The first `limit` bytes of `file`, once two reads of it agree; `None` where it never rests.
pub(super) fn read_settled(file: &mut File, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let mut last = None;
    for _ in 0..READS {
        file.rewind()?;
        let bytes = read_up_to(file, limit, limit)?;
        if last.as_ref() == Some(&bytes) {
            return Ok(last);
        }
        last = Some(bytes);
    }
    Ok(None)
}
