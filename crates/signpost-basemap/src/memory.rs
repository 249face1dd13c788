//! An archive as bytes: compiled in, read whole, or mapped.

use std::{
    future::{self, Future},
    io,
};

use bytes::Bytes;
use futures_util::FutureExt as _;
use pmtiles::{AsyncBackend, BackendResponse, PmtError, PmtResult};

/// Bytes that are there already; reading takes a view and never waits.
#[derive(Debug, Clone)]
pub(crate) struct Memory(pub(crate) Bytes);

impl AsyncBackend for Memory {
    fn read(
        &self,
        offset: u64,
        length: usize,
    ) -> impl Future<Output = PmtResult<BackendResponse>> + Send {
        let view = usize::try_from(offset)
            .ok()
            .filter(|start| *start <= self.0.len())
            .map(|start| {
                let end = start.saturating_add(length).min(self.0.len());
                BackendResponse::new(self.0.slice(start..end))
            });
        future::ready(view.ok_or_else(|| PmtError::from(ended())))
    }
}

/// The result of a future that never waits, because all it reads is in memory.
///
/// # Errors
/// When it would wait after all.
pub(crate) fn at_once<T>(reading: impl Future<Output = PmtResult<T>>) -> PmtResult<T> {
    reading
        .now_or_never()
        .unwrap_or_else(|| Err(io::Error::from(io::ErrorKind::WouldBlock).into()))
}

fn ended() -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, "the archive ends too early")
}
