//! A file that other programs run.

use std::io;
use std::path::Path;

use super::folder::Folder;
use super::temporary::{Access, Temporary, fresh_name};
use crate::Error;

/// Makes the executable file `name` with that text in `folder`, which is made where it is missing. Whole or not at all.
///
/// # Errors
/// [`Error::Refused`] where something has that name already; [`Error::Io`] where the system fails.
pub fn make_script(folder: &Path, name: &str, text: &str) -> Result<(), Error> {
    let on_disk = folder.join(name);
    super::make_root(folder)?;
    let open = Folder::open(folder).map_err(Error::io("open", folder))?;
    let written =
        Temporary::write(&open, fresh_name(name, 0), text.as_bytes(), access()).and_then(|file| file.place(name));
    match written.and_then(|()| open.sync()) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(Error::Refused(format!("there is something at {} already, and it is left as it is", on_disk.display())))
        }
        written => written.map_err(Error::io("write", &on_disk)),
    }
}

#[cfg(unix)]
fn access() -> Access {
    use std::os::unix::fs::PermissionsExt as _;
    Access::As(std::fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn access() -> Access {
    Access::Usual
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_script_is_made_once_and_replaces_nothing() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("deep/hooks");
        make_script(&folder, "pre-commit", "#!/bin/sh\n").unwrap();
        let error = make_script(&folder, "pre-commit", "other").unwrap_err();
        assert!(matches!(&error, Error::Refused(why) if why.contains("pre-commit")), "{error}");
        assert_eq!(fs::read_to_string(folder.join("pre-commit")).unwrap(), "#!/bin/sh\n");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(folder.join("pre-commit")).unwrap().permissions().mode() & 0o777, 0o755);
        }
    }
}
