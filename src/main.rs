//! The `vault` program: hands its arguments and streams to the library.

use std::process::ExitCode;

#[expect(clippy::disallowed_methods, reason = "the one place where arguments are read")]
fn main() -> ExitCode {
    interview_vault::cli::run(std::env::args_os(), &mut std::io::stdout(), &mut std::io::stderr())
}
