//! What the documents show is what the program prints: their commands are run.
//!
//! To refresh them: `TRYCMD=overwrite cargo test --test transcripts`.

#[test]
fn the_commands_of_the_documents_print_what_they_show() {
    trycmd::TestCases::new()
        .env("XDG_STATE_HOME", env!("CARGO_TARGET_TMPDIR"))
        .register_bin("cargo", std::path::Path::new(env!("CARGO")))
        .register_bin("vault", std::path::Path::new(env!("CARGO_BIN_EXE_vault")))
        .case("README.md");
}
