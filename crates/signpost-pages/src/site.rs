//! `/sites/{slug}`: everything that is known about a place.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use jiff::Timestamp;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use signpost_domain::{NeedCode, Offer, SiteSlug, Text};
use signpost_hours::OpenState;
use signpost_locate::Snapshot;
use signpost_pictures::{Size, Subject};
use signpost_plan::Question;

use crate::{
    closing::closes_soon,
    directions::Directions,
    dispose::Dispose,
    feedback,
    linked_data::linked_data,
    list_query::ListQuery,
    map::map_box::MapBox,
    respond::html,
    site_groups::{Group, groups, is_told_whole},
};
use signpost_answers::{ExceptionView, LocalizedText, ServiceView, SiteView, find_out};
use signpost_answers::{
    holidays::{HolidaySoon, holidays_soon},
    site_words::{self, state_class, whereabouts},
    source_words::how_sure,
};
use signpost_web::{ApiError, SharedApp};
use signpost_web::{AsOf, PageContext, picture_of};

#[derive(Template)]
#[template(path = "pages/site.html")]
struct SitePage {
    f: PageContext,
    site: SiteView,
    whereabouts: String,
    languages: Vec<String>,
    holidays: Vec<HolidaySoon>,
    /// Whether the clocks there differ from the town's.
    other_clock: bool,
    source: String,
    /// What it is as a place to leave used needles, in a few words each.
    point: Vec<String>,
    /// Whether used needles can be left here, so that it can be full.
    is_point: bool,
    at: Timestamp,
    /// How one finds out what nobody knows.
    find_out: &'static str,
    /// Where one says whether this was right.
    feedback: String,
    /// What one came for, and from where: by the address.
    query: ListQuery,
    /// What the need that one came for is called; empty without one.
    needs_name: Text,
    /// Whether the night that began the day before still runs here.
    in_the_night: bool,
    /// The page's whole address, without what one came for, to hand on; its path alone when nobody says where this server is for others.
    address: String,
    map: MapBox,
    /// A picture of it and what is around it; `None` while none is drawn.
    picture: Option<String>,
    /// How one gets there; `None` where nobody knows where it is.
    directions: Option<Directions>,
    /// The place for search engines; empty on a page that they may not keep.
    linked_data: String,
    /// Beside new supplies, where used needles can be left now.
    dispose: Option<Dispose>,
    /// On paper, where nothing can be tapped: where to go for what is not offered here, with numbers.
    elsewhere: Vec<String>,
}

impl SitePage {
    /// What is offered, and what was when its details were last confirmed: its usual hours are still told, and to call first.
    fn told(&self) -> (Vec<Group<'_>>, String) {
        groups(&self.f, &self.site.services, self.query.need.as_ref())
    }

    /// What stands right under the name: what one came for, else the first that is offered, else the first of which something is said.
    fn first(&self) -> Option<&ServiceView> {
        let services = || self.site.services.iter();
        services()
            .find(|one| Some(&one.need) == self.query.need.as_ref())
            .or_else(|| services().find(|one| is_told_whole(one)))
            .or_else(|| services().find(|one| one.offer == Offer::Unknown))
    }

    /// Whether a service says more of itself than its name and its times.
    fn says(&self, one: &ServiceView) -> bool {
        let words = [&one.eligibility_description, &one.description, &one.bring];
        let plain = [&one.ages, &one.short_of];
        words.iter().any(|words| !words.is_empty())
            || plain.iter().any(|words| !words.is_empty())
            || !one.items.is_empty()
            || !self.particulars(one).is_empty()
            || one.may_be_full
    }

    /// "No ID asked for · Pets may come in": what somebody said of what people ask before they go.
    fn particulars(&self, one: &ServiceView) -> String {
        let said = |said: Option<bool>, yes: &str, no: &str| {
            let words = said.map(|said| self.f.t(if said { yes } else { no }));
            words.filter(|words| !words.is_empty())
        };
        let all = [
            said(one.id_required, "wish-id-asked", "wish-no-id"),
            one.for_women
                .filter(|&women| women)
                .map(|_| self.f.t("wish-for-women")),
            said(one.pets, "wish-pets", "wish-no-pets"),
        ];
        all.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// Whether the state of a service stands under the name already.
    fn is_first(&self, service: &ServiceView) -> bool {
        self.first().is_some_and(|first| first.need == service.need)
    }

    /// The list one came from, by the address.
    fn back(&self) -> Option<(String, String)> {
        let need = self.query.need.as_ref()?;
        let name = LocalizedText::of(&self.needs_name, self.f.lang);
        let words = self.f.t1("site-back", "need", self.f.named(&name));
        Some((self.f.link(&self.query.list_of(need)), words))
    }

    /// "today" or, in the small hours of a night that began the day before, "tonight".
    fn now_word(&self) -> String {
        self.f.t(if self.in_the_night {
            "week-tonight"
        } else {
            "week-today"
        })
    }

    fn unknown(&self) -> Vec<&ServiceView> {
        let unknown = self.with(Offer::Unknown).into_iter();
        unknown.filter(|one| !is_told_whole(one)).collect()
    }

    fn not_offered(&self) -> Vec<&ServiceView> {
        self.with(Offer::NotOffered)
    }

    fn with(&self, offer: Offer) -> Vec<&ServiceView> {
        let services = self.site.services.iter();
        services.filter(|service| service.offer == offer).collect()
    }

    #[expect(clippy::unused_self, reason = "the template calls it as a method")]
    fn state(&self, service: &ServiceView) -> &'static str {
        service.state.map_or("unknown", state_class)
    }

    /// Whether it is said to be open or closed though nobody confirmed it.
    #[expect(
        clippy::unused_self,
        reason = "a template reaches only what belongs to its page"
    )]
    fn is_unsure(&self, service: &ServiceView) -> bool {
        let known = service
            .state
            .is_some_and(|state| state != OpenState::Unknown);
        known && service.confirmed.is_none()
    }

    /// Whether one goes there at once, and calls nobody first.
    fn is_emergency(&self) -> bool {
        self.first().is_some_and(|one| one.emergency)
    }

    /// "Closes in 20 minutes"; empty while there is time.
    fn closes(&self, service: &ServiceView) -> String {
        closes_soon(&self.f, service.state, service.until.as_ref(), self.at)
    }

    fn provenance(&self, service: &ServiceView) -> String {
        how_sure(&self.f, service.confirmed.as_ref(), service.source.as_ref())
    }

    fn where_else(&self, service: &ServiceView) -> String {
        self.f.link(&format!(
            "/?need={}&from={}",
            service.need, self.site.place.site
        ))
    }

    /// A message with the name of the place and its address, for the phone's own app; `None` when the whole address is not known.
    fn message(&self) -> Option<String> {
        let whole = self.address.starts_with("http");
        let words = format!("{} {}", self.site.place.name, self.address);
        whole.then(|| {
            format!(
                "sms:?&body={}",
                utf8_percent_encode(&words, NON_ALPHANUMERIC)
            )
        })
    }

    fn days(&self, exception: &ExceptionView) -> String {
        site_words::days(&self.f, exception)
    }

    fn what(&self, exception: &ExceptionView) -> String {
        let what = site_words::what(&self.f, exception, self.find_out);
        what.trim_end_matches('.').to_owned()
    }

    fn about(&self, exception: &ExceptionView) -> Option<&LocalizedText> {
        site_words::about(&self.site.services, exception)
    }
}

pub(crate) async fn show(
    app: SharedApp,
    request: HttpRequest,
    slug: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let snapshot = app.snapshot();
    let as_of = AsOf::of(&request, &app, &snapshot);
    let at = as_of.at();
    let ix = slug
        .parse()
        .ok()
        .and_then(|slug| snapshot.find(&slug))
        .ok_or_else(ApiError::not_found)?;
    let mut f = PageContext::as_of(&request, &snapshot, &as_of);
    let subject = Subject::Place(snapshot.site(ix).slug.clone());
    let own = picture_of(&request, &subject, Size::Preview, f.lang);
    f.picture = own.or(f.picture);
    let site = signpost_answers::site(&snapshot, ix, at, f.lang);
    let query = ListQuery::read(request.query_string(), &snapshot);
    let linked_data = if f.is_for_search() {
        linked_data(&f, &snapshot, ix, at, &f.public.canonical)
    } else {
        String::new()
    };
    let mut page = SitePage {
        linked_data,
        whereabouts: f.typed(whereabouts(&site.place.address, &site.place.locality)),
        languages: site_words::languages(&f, &site.languages),
        holidays: holidays_soon(&f, &snapshot, ix, snapshot.running_day(ix, at)),
        other_clock: snapshot.zone(ix) != snapshot.town_zone(),
        source: site_words::source(&f, &site),
        is_point: site
            .services
            .iter()
            .any(|one| one.need == NeedCode::disposal() && one.offer == Offer::Offered),
        point: site
            .disposal_point
            .as_ref()
            .map(|point| point.facts(&f))
            .unwrap_or_default(),
        at,
        find_out: find_out(snapshot.site(ix)),
        feedback: feedback::address(&f, &snapshot, ix, query.need.as_ref()),
        needs_name: query
            .need
            .as_ref()
            .and_then(|need| snapshot.need(need))
            .map(|need| need.name.clone())
            .unwrap_or_default(),
        in_the_night: snapshot.running_day(ix, at) != snapshot.zone(ix).day(at),
        address: f.public.absolute(request.path()),
        query,
        dispose: Dispose::on_page(&f, &snapshot, ix, at),
        directions: site
            .place
            .point
            .zip(site.place.links.directions.as_deref())
            .map(|(point, geo)| Directions::to(point, geo)),
        map: MapBox::of_site(&f, &site.place.site),
        picture: picture_of(&request, &subject, Size::Page, f.lang),
        elsewhere: Vec::new(),
        site,
        f,
    };
    let refused = page.first().filter(|one| one.offer == Offer::NotOffered);
    let refused = refused.map(|one| one.need.clone());
    if let Some(need) = refused {
        page.elsewhere = elsewhere(&page.f, &snapshot, (&page.site.place.site, need), at);
    }
    html(&page.f, &page)
}

/// The first places to go to from here for a need, each with its address and its number.
fn elsewhere(
    f: &PageContext,
    snapshot: &Snapshot,
    (from, need): (&SiteSlug, NeedCode),
    at: Timestamp,
) -> Vec<String> {
    const MOST: usize = 3;
    let question = Question {
        need,
        at,
        near: None,
        from: Some(from.clone()),
        age: None,
        limit: MOST + 1,
    };
    let reply = signpost_answers::answer(snapshot, &question, f.lang);
    let answers = reply.map(|reply| reply.answers).unwrap_or_default();
    let others = answers.into_iter().filter(|one| one.place.site != *from);
    others
        .take(MOST)
        .map(|one| {
            let place = &one.place;
            let whereabouts = whereabouts(&place.address, &place.locality);
            let parts = [
                Some(f.named(&place.name)),
                Some(f.typed(whereabouts)),
                place.phone.as_ref().map(ToString::to_string),
            ];
            let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(", ")
        })
        .collect()
}
