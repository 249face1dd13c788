//! Says plainly what to do when the pages' styles and script were not built, and looks again when a file or a message is added.

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=../../web/dist");
    println!("cargo::rerun-if-changed=../../web/locales");
    if !Path::new("../../web/dist/manifest.json").exists() {
        println!(
            "cargo::error=web/dist is missing: the styles and the script of the pages are not built. Run `make web` (or `cd web && npm ci && npm run build`), then build again."
        );
    }
}
