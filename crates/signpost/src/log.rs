//! The log goes to standard error, by a thread of its own: no request ever waits for a disk that is full or a pipe that nobody reads.
//! What it may say is decided in `signpost-http`; its level here.

use std::{
    io::{self, IsTerminal as _, Write},
    panic,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use tracing_appender::non_blocking::{ErrorCounter, NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::EnvFilter;

/// How many lines may wait to be written. What comes after them is dropped and counted.
const LINES_WAITING: usize = 1_024;

/// The log while it runs; what still waits is written when this is dropped, if that can be done within a second.
pub(crate) struct Log {
    _writing: WorkerGuard,
    full: ErrorCounter,
    failed: Arc<AtomicU64>,
}

impl Log {
    /// Starts logging, at the level of `SIGNPOST_LOG` (default `info`).
    pub(crate) fn start() -> Self {
        let failed = Arc::new(AtomicU64::new(0));
        let lines = Lines {
            to: io::stderr(),
            failed: Arc::clone(&failed),
        };
        let (writer, writing) = NonBlockingBuilder::default()
            .lossy(true)
            .buffered_lines_limit(LINES_WAITING)
            .thread_name("log")
            .finish(lines);
        let full = writer.error_counter();
        let filter = EnvFilter::try_from_env("SIGNPOST_LOG")
            .unwrap_or_else(|_unset| EnvFilter::new("info,actix_server=warn"));
        tracing_subscriber::fmt()
            .with_env_filter(filter)
            .with_writer(writer)
            .with_ansi(io::stderr().is_terminal())
            // What goes wrong with the log goes nowhere: there is nowhere to say it.
            .log_internal_errors(false)
            .init();
        // The runtime would write to standard error by itself, and wait for it.
        panic::set_hook(Box::new(|panicked| tracing::error!("{panicked}")));
        Self {
            _writing: writing,
            full,
            failed,
        }
    }

    /// Tells how many lines were lost so far: those nobody took in time, and those that could not be written.
    pub(crate) fn lost(&self) -> impl Fn() -> u64 + Send + Sync + 'static {
        let (full, failed) = (self.full.clone(), Arc::clone(&self.failed));
        move || full.dropped_lines() as u64 + failed.load(Ordering::Relaxed)
    }
}

/// Writes what it can, and counts what it cannot.
struct Lines<W> {
    to: W,
    failed: Arc<AtomicU64>,
}

impl<W: Write> Write for Lines<W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        if self.to.write_all(line).is_err() {
            self.failed.fetch_add(1, Ordering::Relaxed);
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        // A line that could not be written has been counted.
        let _flushed = self.to.flush();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Full;

    impl Write for Full {
        fn write(&mut self, _line: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(io::ErrorKind::StorageFull.into())
        }
    }

    #[test]
    fn a_line_that_cannot_be_written_is_counted_and_is_no_error() {
        let failed = Arc::new(AtomicU64::new(0));
        let mut lines = Lines {
            to: Full,
            failed: Arc::clone(&failed),
        };
        for _line in 0..3 {
            lines.write_all(b"one line\n").unwrap();
            lines.flush().unwrap();
        }
        assert_eq!(failed.load(Ordering::Relaxed), 3);
    }
}
