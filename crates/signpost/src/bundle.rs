//! The published directory in one file: a zip with the places, the plan, the needs, and the checksums of all of it. The same data gives the same
//! bytes.

use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
};

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use signpost_domain::{Directory, Lang, Plan, PlanStatus};
use signpost_exchange::Hsds;
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError, write::SimpleFileOptions};

/// The zip.
///
/// # Errors
/// When it is too large for one.
pub(crate) fn bundle(directory: &Directory, lang: Lang) -> Result<Vec<u8>, ZipError> {
    let mut files = vec![
        named(
            "sites.geojson",
            signpost_exchange::write_geojson(directory, lang),
        ),
        named(
            "sites.csv",
            signpost_exchange::write_public_csv(directory, lang),
        ),
        named("plan.json", pretty(&plans(directory))),
        named("needs.json", pretty(&json!(directory.needs))),
        named("about.json", pretty(&about(directory, lang))),
    ];
    let mut sums = String::new();
    for (name, content) in &files {
        let hash: [u8; 32] = Sha256::digest(content).into();
        for byte in hash {
            let _infallible = write!(sums, "{byte:02x}");
        }
        let _infallible = writeln!(sums, "  {name}");
    }
    files.push(named("SHA256SUMS", sums));
    zipped(files)
}

/// HSDS as a datapackage, zipped.
///
/// # Errors
/// When it is too large for a zip.
pub(crate) fn datapackage(hsds: &Hsds<'_>) -> Result<Vec<u8>, ZipError> {
    zipped(hsds.datapackage())
}

fn named(name: &str, content: String) -> (String, String) {
    (name.to_owned(), content)
}

fn zipped(files: Vec<(String, String)>) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // No clock, no packing that another version does otherwise.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    for (name, content) in files {
        zip.start_file(name, options)?;
        zip.write_all(content.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

fn about(directory: &Directory, lang: Lang) -> Value {
    json!({
        "title": directory.title,
        "banner": directory.banner,
        "edition": directory.edition,
        "zone": directory.zone,
        "lang": lang.tag(),
        "licence": signpost_exchange::DATA_LICENCE,
        "organizations": directory.organizations.iter().map(|one| json!({
            "id": one.id,
            "name": one.name,
            "website": one.website,
            "indigenous_led": one.indigenous_led,
        })).collect::<Vec<_>>(),
        "lines": directory.lines.iter().map(|one| json!({
            "id": one.id,
            "name": one.name,
            "phone": one.phone,
            "sentence": one.sentence,
        })).collect::<Vec<_>>(),
    })
}

/// What everybody may read of the plan: no draft, no letter of consent, no name of who approved it.
fn plans(directory: &Directory) -> Value {
    let public = directory.plans.iter();
    let public = public.filter(|plan| plan.status != PlanStatus::Draft);
    public.map(plan).collect()
}

fn plan(plan: &Plan) -> Value {
    let rules = plan.rules.iter().map(|rule| {
        let targets = rule.targets.iter();
        json!({
            "id": rule.id,
            "from": rule.from,
            "need": rule.need,
            "first": rule.first,
            "last": rule.last,
            "message": rule.message,
            "targets": targets
                .map(|target| json!({"site": target.site, "need": target.need, "note": target.note}))
                .collect::<Vec<_>>(),
        })
    });
    json!({
        "version": plan.version,
        "status": plan.status,
        "title": plan.title,
        "summary": plan.summary,
        "from": plan.from,
        "until": plan.last_day(),
        "decision": plan.decision,
        "decided_on": plan.decided_on,
        "decided_by": plan.decided_by,
        "example": plan.example,
        "rules": rules.collect::<Vec<_>>(),
    })
}
