//! The `vault` program: hands its arguments and streams to the library.
fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
