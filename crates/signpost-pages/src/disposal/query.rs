//! What the address of the page asks for. What it asks for that is not there is passed over: somebody may have printed it.

use std::fmt::Write as _;

use signpost_web::params::Params;

/// How the table is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// By town and name.
    #[default]
    Name,
    /// By what they are.
    Kind,
    /// Open first.
    State,
}

impl Sort {
    pub(super) const ALL: [Self; 3] = [Self::Name, Self::Kind, Self::State];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Kind => "kind",
            Self::State => "state",
        }
    }
}

/// When they have to be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum When {
    /// Whenever.
    #[default]
    Any,
    /// Now.
    Open,
    /// Day and night.
    Always,
}

impl When {
    pub(super) const ALL: [Self; 3] = [Self::Any, Self::Open, Self::Always];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Open => "open",
            Self::Always => "always",
        }
    }
}

/// The distances that are offered, in metres.
pub(super) const WALKS: [u16; 3] = [200, 400, 800];
/// The nearest and the farthest that may be asked for.
const WALK: std::ops::RangeInclusive<u16> = 50..=5_000;

/// What the page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    /// The code of an item they have to accept; empty for whatever.
    pub accepts: String,
    pub when: When,
    pub sort: Sort,
    /// How far one walks.
    ///
    /// # Units
    /// Metres.
    pub metres: u16,
    /// Whether places count of which nobody knows if they are open.
    pub also_unknown: bool,
}

impl Asked {
    pub(super) fn read(query: &str) -> Self {
        let params = Params::leniently(query);
        let word = |name: &str| params.text(name).unwrap_or_default();
        Self {
            accepts: word("accepts").to_owned(),
            when: When::ALL
                .into_iter()
                .find(|when| when.code() == word("when"))
                .unwrap_or_default(),
            sort: Sort::ALL
                .into_iter()
                .find(|sort| sort.code() == word("sort"))
                .unwrap_or_default(),
            metres: word("metres")
                .parse()
                .ok()
                .filter(|metres| WALK.contains(metres))
                .unwrap_or(400),
            also_unknown: word("count") == "open_or_unknown",
        }
    }

    /// Whether the table is another than the usual one.
    pub(super) fn is_narrowed(&self) -> bool {
        !self.accepts.is_empty() || self.when != When::default() || self.sort != Sort::default()
    }

    /// The address that shows this; what is usual is left out.
    pub(super) fn address(&self) -> String {
        let mut query = String::new();
        let mut add = |name: &str, value: &str| {
            let mark = if query.is_empty() { '?' } else { '&' };
            let _infallible = write!(query, "{mark}{name}={value}");
        };
        if !self.accepts.is_empty() {
            add("accepts", &self.accepts);
        }
        if self.when != When::default() {
            add("when", self.when.code());
        }
        if self.sort != Sort::default() {
            add("sort", self.sort.code());
        }
        if self.metres != 400 {
            add("metres", &self.metres.to_string());
        }
        if self.also_unknown {
            add("count", "open_or_unknown");
        }
        format!("/disposal{query}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_what_it_was_written_as_and_nonsense_is_passed_over() {
        for address in [
            "/disposal",
            "/disposal?accepts=loose&when=always&sort=state&metres=200&count=open_or_unknown",
            "/disposal?metres=1200",
        ] {
            let query = address.split_once('?').map_or("", |(_, query)| query);
            assert_eq!(Asked::read(query).address(), address);
        }
        for query in ["metres=9", "metres=x&when=soon", "sort=&utm=1", "%ff"] {
            assert_eq!(Asked::read(query).address(), "/disposal", "{query}");
        }
    }
}
