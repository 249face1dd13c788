//! Tells the crate the hashed names of the files in `web/dist`, and says plainly what to do when they were not built.

use std::{fs, path::Path};

/// The files the pages name, and the variable each one's hashed name is compiled in by.
const FILES: [(&str, &str); 4] = [
    ("page.css", "SIGNPOST_CSS"),
    ("page.js", "SIGNPOST_JS"),
    ("icons.svg", "SIGNPOST_ICONS"),
    ("icon.svg", "SIGNPOST_ICON"),
];

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
    for (name, variable) in FILES {
        match hashed(&text, name) {
            Some(hashed) => println!("cargo::rustc-env={variable}=/assets/{hashed}"),
            None => println!(
                "cargo::error=web/dist/manifest.json does not name {name}. Run `make web`, then build again."
            ),
        }
    }
}

/// The value of `"name": "value"`; the manifest is flat, and ours.
fn hashed<'t>(manifest: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = manifest.split_once(&format!("\"{name}\": \""))?;
    rest.split_once('"').map(|(value, _)| value)
}
