//! Tells the crate the hashed name of every file in `web/dist`, and says plainly what to do when they were not built.

use std::{fs, path::Path};

fn main() {
    let manifest = Path::new("../../web/dist/manifest.json");
    println!("cargo::rerun-if-changed=../../web/dist");
    println!("cargo::rerun-if-changed=../../web/locales");
    let Ok(text) = fs::read_to_string(manifest) else {
        println!(
            "cargo::error=web/dist is missing: the styles and the script of the pages are not built. Run `make web` (or `cd web && npm ci && npm run build`), then build again."
        );
        return;
    };
    // `page.css` becomes the variable SIGNPOST_PAGE_CSS; which of them the pages need, `src/assets.rs` says.
    for (name, hashed) in text.lines().filter_map(entry) {
        let variable = name.replace(['.', '-'], "_").to_uppercase();
        println!("cargo::rustc-env=SIGNPOST_{variable}=/assets/{hashed}");
    }
}

/// The two texts of a line `"name": "value",`; the manifest is flat, and ours.
fn entry(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.trim().trim_end_matches(',').split_once(": ")?;
    Some((unquoted(name)?, unquoted(value)?))
}

fn unquoted(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.strip_suffix('"')
}
