//! How the program is linked where the linker and the C library are GNU's; what it gains stands in `docs/DECISIONS.md`.

#[expect(clippy::disallowed_methods, reason = "cargo tells a build script what it builds for by variables")]
fn target(what: &str) -> String {
    std::env::var(format!("CARGO_CFG_TARGET_{what}")).unwrap_or_default()
}

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is_static = target("FEATURE").split(',').any(|feature| feature == "crt-static");
    if target("OS") == "linux" && target("ENV") == "gnu" && !is_static {
        // Nothing is left to put right in a hundred pages of tables before the first line runs.
        println!("cargo::rustc-link-arg-bins=-no-pie");
        // One library less to look for and to set up.
        println!("cargo::rustc-link-lib=static:-bundle=gcc_eh");
    }
}
