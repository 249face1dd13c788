//! `lang`, where it is all an address takes.

use jiff::Timestamp;
use serde::Deserialize;
use signpost_domain::Lang;
use signpost_web::{App, members::written, reply::Cache};

use super::When;

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

/// The query of an address that looks at the language and at an instant.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct LangAt {
    /// Language of names and sentences; en when left out.
    #[serde(default, deserialize_with = "written")]
    lang: Option<Lang>,
    /// For which instant, or day (its noon in town); now when left out. A + in the offset is written %2B.
    #[serde(default, deserialize_with = "written")]
    at: Option<When>,
}

impl LangAt {
    /// The language, English when it is not there.
    pub(crate) fn lang(&self) -> Lang {
        self.lang.unwrap_or_default()
    }

    /// The instant, now when it is not there.
    pub(crate) fn at(&self, app: &App) -> Timestamp {
        self.at.map_or_else(|| app.now(), |when| when.instant(app))
    }

    /// Whether another instant was asked for.
    pub(crate) const fn is_preview(&self) -> bool {
        self.at.is_some()
    }

    /// How long others may keep the answer: what is of another instant, not at all.
    pub(crate) const fn cache(&self) -> Cache {
        if self.is_preview() {
            Cache::Never
        } else {
            Cache::Minute
        }
    }
}
