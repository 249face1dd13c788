//! Where the larger archive lies: a file, or a server that sends parts of files.

use std::{
    fs::File,
    io::{self, Read, Seek as _, SeekFrom},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::Duration,
};

use bytes::Bytes;
use ureq::{
    Agent, Body,
    http::{Response, StatusCode, header},
};

use super::FetchError;

/// What a server needs to begin with an answer.
const ANSWER_TIME: Duration = Duration::from_secs(30);
/// What one byte range may take on a slow line.
const STRETCH_TIME: Duration = Duration::from_mins(20);

/// An archive to cut from.
#[derive(Debug)]
pub struct Source {
    name: String,
    kind: Kind,
    /// By what the source is told from another one at the same place: `ETag`, else `Last-Modified`; of a file its size and time.
    version: Mutex<Option<String>>,
}

#[derive(Debug)]
enum Kind {
    File(PathBuf),
    Web(Agent),
}

impl Source {
    /// A source from what somebody typed: `http://…` or `https://…`, or a file.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let is_web = name.starts_with("https://") || name.starts_with("http://");
        let kind = if is_web {
            Kind::Web(agent())
        } else {
            Kind::File(PathBuf::from(name))
        };
        Self {
            name: name.to_owned(),
            kind,
            version: Mutex::new(None),
        }
    }

    /// Address or path.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// By what it is told from another one; known after the first read.
    pub(super) fn version(&self) -> Option<String> {
        self.version
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Up to `length` bytes from `offset` on; fewer only at the end.
    pub(super) fn read(&self, offset: u64, length: u64) -> Result<Bytes, FetchError> {
        let mut bytes = Vec::new();
        self.open(offset, length)?
            .read_to_end(&mut bytes)
            .map_err(|error| self.unreachable(&error))?;
        Ok(bytes.into())
    }

    /// The same as a stream.
    ///
    /// # Errors
    /// The source cannot be read, sends no parts, or is another one than at the first read.
    pub(super) fn open(&self, offset: u64, length: u64) -> Result<Box<dyn Read>, FetchError> {
        match &self.kind {
            Kind::File(path) => self.open_file(path, offset, length),
            Kind::Web(agent) => self.open_web(agent, offset, length),
        }
    }

    fn open_file(
        &self,
        path: &Path,
        offset: u64,
        length: u64,
    ) -> Result<Box<dyn Read>, FetchError> {
        let failed = || FetchError::file(path);
        let mut file = File::open(path).map_err(failed())?;
        let metadata = file.metadata().map_err(failed())?;
        let changed = metadata.modified().ok();
        self.is_still(Some(format!("{} {changed:?}", metadata.len())))?;
        file.seek(SeekFrom::Start(offset)).map_err(failed())?;
        Ok(Box::new(file.take(length)))
    }

    fn open_web(
        &self,
        agent: &Agent,
        offset: u64,
        length: u64,
    ) -> Result<Box<dyn Read>, FetchError> {
        let last = offset.saturating_add(length).saturating_sub(1);
        let answer = agent
            .get(&self.name)
            .header(header::RANGE, format!("bytes={offset}-{last}"))
            .header(header::ACCEPT_ENCODING, "identity")
            .call()
            .map_err(|error| self.unreachable(&error))?;
        if answer.status() != StatusCode::PARTIAL_CONTENT {
            return Err(self.refused(answer.status()));
        }
        self.is_still(version_of(&answer))?;
        Ok(Box::new(answer.into_body().into_reader().take(length)))
    }

    /// Keeps the version at the first read, and holds each later one against it.
    fn is_still(&self, seen: Option<String>) -> Result<(), FetchError> {
        let mut version = self.version.lock().unwrap_or_else(PoisonError::into_inner);
        match (version.as_ref(), seen) {
            (Some(first), Some(seen)) if *first != seen => Err(FetchError::Changed),
            (None, Some(seen)) => {
                *version = Some(seen);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn unreachable(&self, error: &dyn std::error::Error) -> FetchError {
        match &self.kind {
            Kind::Web(_) => FetchError::Unreachable {
                url: self.name.clone(),
                reason: error.to_string(),
            },
            Kind::File(path) => FetchError::File {
                path: path.clone(),
                source: io::Error::other(error.to_string()),
            },
        }
    }

    fn refused(&self, status: StatusCode) -> FetchError {
        let hint = match status {
            StatusCode::OK => {
                ": this server sends whole files only, no parts; download the file and name it with --source FILE"
            }
            StatusCode::NOT_FOUND | StatusCode::GONE => {
                ": there is no such file; daily builds are kept for about a week"
            }
            StatusCode::RANGE_NOT_SATISFIABLE => {
                ": the file is shorter than its own directory says"
            }
            _ => "",
        };
        FetchError::Refused {
            url: self.name.clone(),
            status: status.as_u16(),
            hint,
        }
    }
}

fn version_of(answer: &Response<Body>) -> Option<String> {
    let headers = answer.headers();
    headers
        .get(header::ETAG)
        .or_else(|| headers.get(header::LAST_MODIFIED))
        .and_then(|value| value.to_str().ok())
        .map(str::to_owned)
}

/// A client that names itself, takes every status as an answer, and gives up on a silent server. A proxy is taken from the environment.
pub(super) fn agent() -> Agent {
    Agent::config_builder()
        .user_agent(concat!("Signpost/", env!("CARGO_PKG_VERSION")))
        .http_status_as_error(false)
        .timeout_connect(Some(ANSWER_TIME))
        .timeout_recv_response(Some(ANSWER_TIME))
        .timeout_recv_body(Some(STRETCH_TIME))
        .build()
        .into()
}
