//! Beside new supplies, where used needles can be left: on a card, in a few words.

use jiff::Timestamp;
use signpost_answers::{
    AnswerView, DisposeView, LocalizedText, nearest_disposal, source_words::roughly,
};
use signpost_domain::{NeedCode, Offer, SiteSlug};
use signpost_locate::{SiteIx, Snapshot};
use signpost_web::PageContext;

/// Where used needles can be left near a place with supplies.
pub(crate) struct Dispose {
    /// Its name; empty when it is the same place.
    pub name: LocalizedText,
    /// Its page.
    pub page: String,
    /// "about 300 m"; empty when it is the same place.
    pub distance: String,
    /// Whether somebody said that it may be full.
    pub may_be_full: bool,
}

impl Dispose {
    /// As the answer has it; nothing when none is known near.
    pub(crate) fn beside(frame: &PageContext, answer: &AnswerView) -> Option<Self> {
        Some(Self::of(
            frame,
            &answer.place.site,
            answer.dispose.as_ref()?,
        ))
    }

    /// On the page of a place: where, when it hands out supplies.
    pub(crate) fn on_page(
        frame: &PageContext,
        snapshot: &Snapshot,
        ix: SiteIx,
        at: Timestamp,
    ) -> Option<Self> {
        let site = snapshot.site(ix);
        let supplies = NeedCode::supplies();
        let hands_out =
            |one: &signpost_domain::Service| one.need == supplies && one.offer == Offer::Offered;
        let point = site.point.filter(|_| site.services.iter().any(hands_out))?;
        let near = nearest_disposal(snapshot, point, at, frame.lang)?;
        Some(Self::of(frame, &site.slug, &near))
    }

    fn of(frame: &PageContext, site: &SiteSlug, near: &DisposeView) -> Self {
        if near.site == *site {
            return Self {
                name: LocalizedText::default(),
                page: near.page.clone(),
                distance: String::new(),
                may_be_full: near.may_be_full,
            };
        }
        let far = frame.told(roughly(near.distance_m, frame.lang));
        Self {
            name: near.name.clone(),
            page: near.page.clone(),
            distance: frame.t1("distance", "distance", far),
            may_be_full: near.may_be_full,
        }
    }
}
