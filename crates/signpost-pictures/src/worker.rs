//! The program that draws with maplibre-rs: a process of its own, which may fall over, hang or be missing.

use std::{
    env,
    ffi::OsString,
    io::{Read as _, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{PictureError, Scene, job};

/// How long one picture may take. On two slow cores it takes less than two seconds.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is looked whether it is done.
const LOOK_EVERY: Duration = Duration::from_millis(20);
/// No picture of ours has more bytes.
const LARGEST: u64 = 16 << 20;
/// What begins every PNG.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The few variables it gets: where drivers lie. Keys and passwords that are in the server's are none of its business.
const PASSED_ON: &[&str] = &[
    "PATH",
    "LD_LIBRARY_PATH",
    "VK_ICD_FILENAMES",
    "VK_DRIVER_FILES",
    "WGPU_BACKEND",
    "EGL_PLATFORM",
];

/// Where the program is.
#[derive(Debug, Clone)]
pub struct Worker {
    program: PathBuf,
    patience: Duration,
}

impl Worker {
    /// The program in this file.
    #[must_use]
    pub const fn at(program: PathBuf) -> Self {
        Self {
            program,
            patience: PATIENCE,
        }
    }

    /// The same, given up earlier.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Its file.
    #[must_use]
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// Draws a scene. To be called where waiting harms nobody.
    ///
    /// # Errors
    /// The program is missing, hangs, falls over, finds no driver, or what it writes is no PNG.
    pub fn png(&self, scene: &Scene) -> Result<Vec<u8>, PictureError> {
        self.png_of_job(job(scene)?)
    }

    fn png_of_job(&self, job: Vec<u8>) -> Result<Vec<u8>, PictureError> {
        let failed = |why: String| PictureError::Worker(why);
        let variables: Vec<(&str, OsString)> = PASSED_ON
            .iter()
            .filter_map(|name| Some((*name, env::var_os(name)?)))
            .collect();
        let mut child = Command::new(&self.program)
            .env_clear()
            .envs(variables)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| failed(error.to_string()))?;
        let input = child.stdin.take();
        // It may end without having read everything; what it then answers tells why.
        let writing = thread::spawn(move || input.map(|mut input| input.write_all(&job)));
        let reading = child.stdout.take().map(|output| {
            thread::spawn(move || {
                let mut bytes = Vec::new();
                let read = output.take(LARGEST).read_to_end(&mut bytes);
                read.map(|_| bytes)
            })
        });
        let complaining = child.stderr.take().map(|output| {
            thread::spawn(move || {
                let mut bytes = Vec::new();
                let _some = output.take(64 << 10).read_to_end(&mut bytes);
                bytes
            })
        });
        // When it is given up nobody waits for what it may have started, which can hold the other ends of these pipes.
        let status = ended(&mut child, self.patience).map_err(failed)?;
        let _written = writing.join();
        let bytes = reading.and_then(|reading| reading.join().ok());
        let said = complaining.and_then(|reading| reading.join().ok());
        if !status.success() {
            let said = said.unwrap_or_default();
            let said = String::from_utf8_lossy(&said);
            // Drivers talk, and a program that fell over ends with a note on how to learn more.
            let is_told = |line: &&str| !line.is_empty() && !line.starts_with("note:");
            let last = said.lines().rfind(is_told).unwrap_or_default();
            return Err(failed(format!("{status}: {last}")));
        }
        let bytes = bytes.transpose()?.unwrap_or_default();
        if bytes.starts_with(PNG) {
            Ok(bytes)
        } else {
            Err(failed("what it wrote is no PNG".to_owned()))
        }
    }
}

/// Waits until it ends, and ends it when it takes too long.
fn ended(child: &mut Child, patience: Duration) -> Result<ExitStatus, String> {
    let until = Instant::now() + patience;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status),
            Ok(None) if Instant::now() < until => thread::sleep(LOOK_EVERY),
            Ok(None) => {
                let _gone = child.kill();
                let _status = child.wait();
                return Err(format!("it took longer than {patience:?}"));
            }
            Err(error) => {
                let _gone = child.kill();
                return Err(error.to_string());
            }
        }
    }
}
