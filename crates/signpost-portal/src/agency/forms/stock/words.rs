//! What the form is about, in words: what people get runs out, a box for what they leave gets full.

use signpost_domain::{NeedCode, Offer, Site};

/// What there may be too little of at a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Short {
    /// What is handed out.
    Stock,
    /// Room for what is left there.
    Room,
    /// Either.
    Either,
}

impl Short {
    /// What the services of a site may run out of.
    pub(crate) fn of(site: &Site) -> Self {
        let offered = site.services.iter();
        let offered = offered.filter(|service| service.offer == Offer::Offered);
        let (room, stock): (Vec<_>, Vec<_>) = offered
            .map(|service| &service.need)
            .partition(|need| NeedCode::is_for_leaving(need));
        match (stock.is_empty(), room.is_empty()) {
            (true, false) => Self::Room,
            (_, true) => Self::Stock,
            (false, false) => Self::Either,
        }
    }

    /// The link to the form.
    pub(crate) const fn link(self) -> &'static str {
        match self {
            Self::Stock => "overview-stock",
            Self::Room => "overview-full",
            Self::Either => "overview-stock-or-full",
        }
    }

    /// Its title.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Stock => "stock-title",
            Self::Room => "full-title",
            Self::Either => "stock-or-full-title",
        }
    }

    /// What is asked first.
    pub(super) const fn what(self) -> &'static str {
        match self {
            Self::Stock => "stock-need",
            Self::Room => "full-need",
            Self::Either => "stock-or-full-need",
        }
    }

    /// When it is over.
    pub(super) const fn again(self) -> &'static str {
        match self {
            Self::Stock => "stock-again",
            Self::Room => "full-again",
            Self::Either => "stock-or-full-again",
        }
    }

    /// The day on which it is over.
    pub(super) const fn day(self) -> &'static str {
        match self {
            Self::Stock => "stock-day",
            Self::Room => "full-day",
            Self::Either => "stock-or-full-day",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_gets_full_and_a_shelf_gets_empty() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/training");
        let town = signpost_exchange::read_folder(folder);
        let town = town.expect("good data");
        for (slug, short) in [
            ("mill-park-box", Short::Room),
            ("cedar-circle-house", Short::Stock),
            ("riverbend-friday-stop", Short::Either),
        ] {
            let mut sites = town.sites.iter();
            let site = sites.find(|site| site.slug.as_str() == slug).expect(slug);
            assert_eq!(Short::of(site), short, "{slug}");
        }
    }
}
