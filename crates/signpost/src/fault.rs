//! How a command fails: sentences on standard error and an exit status.

use std::process::ExitCode;

use signpost_exchange::Fault;

/// A command that could not do what was asked, in sentences for the person who typed it.
#[derive(Debug)]
pub(crate) struct Failure {
    sentences: Vec<String>,
}

impl Failure {
    /// A failure with one sentence.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self {
            sentences: vec![sentence.into()],
        }
    }

    /// Several as one, each with its sentences.
    pub(crate) fn all(failures: impl IntoIterator<Item = Self>) -> Self {
        let each = failures.into_iter().flat_map(|one| one.sentences);
        Self {
            sentences: each.collect(),
        }
    }

    /// The same, with what it is about before each sentence.
    pub(crate) fn about(self, what: &std::path::Path) -> Self {
        let about = |words: String| format!("{}: {words}", what.display());
        Self {
            sentences: self.sentences.into_iter().map(about).collect(),
        }
    }

    /// Prints every sentence; exit status 1.
    #[expect(
        clippy::print_stderr,
        reason = "a command speaks to the person who typed it"
    )]
    pub(crate) fn report(self) -> ExitCode {
        for sentence in &self.sentences {
            eprintln!("{sentence}");
        }
        ExitCode::FAILURE
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        let mut sentence = format!("signpost: {error}");
        let mut cause = error.source();
        while let Some(error) = cause {
            let words = error.to_string();
            if !sentence.contains(&words) {
                sentence.push_str(": ");
                sentence.push_str(&words);
            }
            cause = error.source();
        }
        Self::new(sentence)
    }
}

/// Every fault on its own line, then how many there were.
pub(crate) fn from_faults(faults: &[Fault]) -> Failure {
    let mut sentences: Vec<String> = faults.iter().map(ToString::to_string).collect();
    sentences.push(match faults.len() {
        1 => "1 fault. Nothing was changed.".to_owned(),
        count => format!("{count} faults. Nothing was changed."),
    });
    Failure { sentences }
}
