//! What is wrong in the environment, named all at once: the parser of the command line stops at the first.

use std::{env, net::SocketAddr, process::ExitCode};

use clap::error::ErrorKind;
use jiff::Timestamp;
use signpost_web::metrics::MetricsPlace;

/// Says what is wrong with a text, if anything is.
type Look = fn(&str) -> Option<String>;

/// Settings that are more than text, with what reads them.
const READ: [(&str, Look); 6] = [
    ("SIGNPOST_BIND", |text| wrong::<SocketAddr>(text)),
    ("SIGNPOST_METRICS", |text| wrong::<MetricsPlace>(text)),
    ("SIGNPOST_NOW", |text| wrong::<Timestamp>(text)),
    ("SIGNPOST_WORKERS", |text| wrong::<usize>(text)),
    ("SIGNPOST_PLAN_APPROVALS", |text| one_of(text, &["1", "2"])),
    ("SIGNPOST_STEWARDS_SECOND_STEP", |text| {
        one_of(text, &["optional", "required"])
    }),
];

fn wrong<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> Option<String> {
    text.parse::<T>().err().map(|error| error.to_string())
}

fn one_of(text: &str, words: &[&str]) -> Option<String> {
    (!words.contains(&text)).then(|| format!("write {}", words.join(" or ")))
}

/// Says what the command line's parser says; where a value is wrong, also what else is wrong in the environment.
#[expect(
    clippy::print_stderr,
    reason = "a command speaks to the person who typed it"
)]
pub(crate) fn refuse(error: &clap::Error) -> ExitCode {
    let is_value = matches!(
        error.kind(),
        ErrorKind::ValueValidation | ErrorKind::InvalidValue
    );
    let wrong = if is_value { faults() } else { Vec::new() };
    let _nobody_reads_it = error.print();
    if wrong.len() > 1 {
        eprintln!("\nWrong in the environment:");
        for words in wrong {
            eprintln!("  {words}");
        }
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

fn faults() -> Vec<String> {
    let read = READ.iter().filter_map(|(name, wrong)| {
        let text = env::var(name).ok()?;
        wrong(&text).map(|why| format!("{name}={text:?}: {why}"))
    });
    read.collect()
}
