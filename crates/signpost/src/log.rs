//! The log goes to standard error. What it may say is decided in `signpost-http`; its level here.

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;

/// Starts logging, at the level of `SIGNPOST_LOG` (default `info`).
pub(crate) fn start() {
    let filter = EnvFilter::try_from_env("SIGNPOST_LOG")
        .unwrap_or_else(|_unset| EnvFilter::new("info,actix_server=warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
}
