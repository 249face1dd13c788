//! Where the files are when the first word is said: on disk in a debug build, in the program in a release build.

use std::borrow::Cow;

/// The texts of some Fluent files, named from the folder of the calling crate's `Cargo.toml`.
///
/// A debug build reads them when it first needs them, so that a changed word needs no compiler; a release build has them compiled in.
///
/// # Panics
/// In a debug build, when a file is not there any more.
///
/// # Examples
/// ```no_run
/// use std::sync::LazyLock;
/// use signpost_domain::Lang;
/// use signpost_messages::{Catalogue, texts};
///
/// static MESSAGES: LazyLock<Catalogue> = LazyLock::new(|| {
///     Catalogue::read(&[
///         (Lang::En, texts!["locales/en/clock.ftl", "locales/en/week.ftl"]),
///         (Lang::Fr, texts!["locales/fr/clock.ftl", "locales/fr/week.ftl"]),
///     ])
/// });
/// ```
#[macro_export]
macro_rules! texts {
    ($($path:literal),+ $(,)?) => {
        ::std::vec![$($crate::text!($path)),+]
    };
}

/// One file of [`texts!`].
#[doc(hidden)]
#[macro_export]
macro_rules! text {
    ($path:literal) => {{
        #[cfg(debug_assertions)]
        let text = $crate::read_text(::std::concat!(
            ::std::env!("CARGO_MANIFEST_DIR"),
            "/",
            $path
        ));
        #[cfg(not(debug_assertions))]
        let text = ::std::borrow::Cow::Borrowed(::std::include_str!(::std::concat!(
            ::std::env!("CARGO_MANIFEST_DIR"),
            "/",
            $path
        )));
        text
    }};
}

/// The text of a file, for [`texts!`] in a debug build.
///
/// # Panics
/// When there is no such file: a page of keys instead of words would only hide it.
#[must_use]
pub fn read_text(path: &str) -> Cow<'static, str> {
    match std::fs::read_to_string(path) {
        Ok(text) => text.into(),
        Err(error) => panic!("{path}: {error}"),
    }
}
