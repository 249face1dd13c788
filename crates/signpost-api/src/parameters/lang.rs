//! `lang`, where it is all an address takes.

use serde::Deserialize;
use signpost_domain::Lang;
use signpost_web::members::written;

/// The query of an address that looks at the language alone.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct OnlyLang {
    /// Language of names and sentences; en when left out.
    #[serde(default, deserialize_with = "written")]
    lang: Option<Lang>,
}

impl OnlyLang {
    /// The language, English when it is not there.
    pub(crate) fn lang(self) -> Lang {
        self.lang.unwrap_or_default()
    }
}
