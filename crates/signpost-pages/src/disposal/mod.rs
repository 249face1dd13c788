//! `/disposal`: where used needles can be left, as a table, with what each place takes; and how much of the town is near one.

mod figures;
mod link;
mod query;

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::Timestamp;
use signpost_domain::{NeedCode, Offer};
use signpost_hours::OpenState;
use signpost_locate::{ServiceIx, Snapshot};

use self::{
    figures::{Figures, figures},
    link::Link,
    query::{Asked, Sort, When},
};
use crate::{
    choices::{Choice, choices_of_disposal},
    map::map_box::MapBox,
    repeats::said_once,
    respond::html,
};
use signpost_answers::{
    ConfirmedView, LineView, LocalizedText, PlaceView, PointView, SourceView, ages,
    disposal_point::is_24h,
    find_out, short_of_at,
    site_words::{state_class, whereabouts},
    source_words::how_sure,
    state_sentence,
};
use signpost_web::{ApiError, AsOf, PageContext, SharedApp};

#[derive(Template)]
#[template(path = "pages/disposal.html")]
struct DisposalPage {
    f: PageContext,
    /// Legends and choices.
    filters: Vec<(String, Vec<Link>)>,
    /// Whether somebody chose among them.
    narrowed: bool,
    /// How many places the filters leave out.
    left_out: usize,
    offered: Vec<Row>,
    unknown: Vec<Row>,
    /// What many of those say alike.
    said_once: Vec<String>,
    not_offered: Vec<Row>,
    lines: Vec<LineView>,
    choices: Vec<Choice>,
    map: MapBox,
    figures: Option<Figures>,
}

/// One place and what it takes.
struct Row {
    place: PlaceView,
    whereabouts: String,
    takes: Vec<LocalizedText>,
    items: Vec<String>,
    facts: Vec<String>,
    kind: String,
    description: LocalizedText,
    ages: String,
    for_whom: LocalizedText,
    /// How one finds out what nobody knows.
    find_out: &'static str,
    open: Option<OpenState>,
    always: bool,
    state: &'static str,
    sentence: String,
    provenance: String,
    may_be_full: bool,
}

impl Row {
    /// What the table is sorted by.
    fn key(&self, sort: Sort) -> (u8, &str, &str) {
        let first = match (sort, self.open) {
            (Sort::State, Some(OpenState::Open)) => 0,
            (Sort::State, Some(OpenState::Unknown)) => 1,
            (Sort::State, _) => 2,
            _ => 0,
        };
        let kind = if sort == Sort::Kind { &*self.kind } else { "" };
        (first, kind, self.place.name.as_str())
    }

    /// Whether the filters let it through.
    fn fits(&self, asked: &Asked) -> bool {
        let accepts = asked.accepts.is_empty() || self.items.contains(&asked.accepts);
        let when = match asked.when {
            When::Any => true,
            When::Open => self.open == Some(OpenState::Open),
            When::Always => self.always,
        };
        accepts && when
    }
}

pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let snapshot = app.snapshot_to_keep();
    let as_of = AsOf::of(&request, &app, &snapshot);
    let at = as_of.at();
    let f = PageContext::as_of(&request, &snapshot, &as_of);
    let need = NeedCode::disposal();
    let mut asked = Asked::read(request.query_string());
    let items = snapshot.need(&need).map_or(&[][..], |need| &need.items);
    if !items.iter().any(|item| item.code.as_str() == asked.accepts) {
        asked.accepts.clear();
    }
    let figures = figures(&app, &f, &asked, at).await?;
    let mut page = DisposalPage {
        filters: filters(&f, &snapshot, &asked),
        narrowed: asked.is_narrowed(),
        left_out: 0,
        offered: Vec::new(),
        unknown: Vec::new(),
        said_once: Vec::new(),
        not_offered: Vec::new(),
        lines: signpost_answers::lines_for(&snapshot, &need, at, f.lang),
        choices: choices_of_disposal(&f),
        map: MapBox::of_need(&f, &snapshot, Some(&need)),
        figures,
        f,
    };
    for ix in services(&snapshot, &need) {
        let row = row(&page.f, &snapshot, ix, at);
        match offer_at(&snapshot, ix, at) {
            Offer::Offered if row.fits(&asked) => page.offered.push(row),
            Offer::Offered => page.left_out += 1,
            Offer::Unknown => page.unknown.push(row),
            Offer::NotOffered => page.not_offered.push(row),
        }
    }
    for rows in [&mut page.offered, &mut page.unknown, &mut page.not_offered] {
        rows.sort_by(|a, b| a.key(asked.sort).cmp(&b.key(asked.sort)));
    }
    page.said_once = said_once(&page.f, &mut page.unknown, |row| &mut row.description);
    html(&page.f, &page)
}

/// What the table can be narrowed and ordered by.
fn filters(f: &PageContext, snapshot: &Snapshot, asked: &Asked) -> Vec<(String, Vec<Link>)> {
    let link = |to: Asked, label: String| Link {
        current: to == *asked,
        href: f.link(&to.address()),
        label,
    };
    let need = snapshot.need(&NeedCode::disposal());
    let items = need.map_or(&[][..], |need| &need.items);
    let items = items.iter().map(|item| {
        (
            item.code.to_string(),
            f.said(&LocalizedText::of(&item.name, f.lang)),
        )
    });
    let accepts = std::iter::once((String::new(), f.t("disposal-accepts-any"))).chain(items);
    let accepts = accepts.map(|(accepts, label)| {
        let to = Asked {
            accepts,
            ..asked.clone()
        };
        link(to, label)
    });
    let when = When::ALL.into_iter().map(|when| {
        let to = Asked {
            when,
            ..asked.clone()
        };
        link(to, f.t(&format!("disposal-when-{}", when.code())))
    });
    let sort = Sort::ALL.into_iter().map(|sort| {
        let to = Asked {
            sort,
            ..asked.clone()
        };
        link(to, f.t(&format!("disposal-sort-{}", sort.code())))
    });
    vec![
        (f.t("disposal-accepts"), accepts.collect()),
        (f.t("disposal-when"), when.collect()),
        (f.t("disposal-sort"), sort.collect()),
    ]
}

/// Every service of the need, also those that are known not to be offered.
fn services<'s>(
    snapshot: &'s Snapshot,
    need: &'s NeedCode,
) -> impl Iterator<Item = ServiceIx> + 's {
    snapshot
        .sites()
        .flat_map(|site| snapshot.services_at(site))
        .filter(move |&ix| &snapshot.service(ix).need == need)
}

/// What is known of a service at an instant; what a box had is offered no more after its last day.
fn offer_at(snapshot: &Snapshot, ix: ServiceIx, at: Timestamp) -> Offer {
    let site = snapshot.site_of(ix);
    let day = snapshot.zone(site).day(at);
    let point = snapshot.site(site).disposal_point.as_ref();
    if point.is_some_and(|point| point.stands_past_its_end(day)) {
        Offer::NotOffered
    } else {
        snapshot.offer(ix, at)
    }
}

fn row(f: &PageContext, snapshot: &Snapshot, ix: ServiceIx, at: Timestamp) -> Row {
    let (service, site) = (snapshot.service(ix), snapshot.site_of(ix));
    let place = PlaceView::of(snapshot, site, f.lang);
    let moment = snapshot.moment(ix, at);
    let offer = offer_at(snapshot, ix, at);
    let confirmed = ConfirmedView::of(service, snapshot.trust(ix, at));
    let source = SourceView::from(&service.source);
    let facts = PointView::of(snapshot.site(site)).map_or_else(Vec::new, |point| point.facts(f));
    Row {
        whereabouts: f.typed(whereabouts(&place.address, &place.locality)),
        takes: signpost_answers::items(snapshot, &service.need, &service.items, f.lang),
        items: service.items.iter().map(ToString::to_string).collect(),
        kind: facts.first().cloned().unwrap_or_default(),
        facts,
        description: LocalizedText::of(&service.description, f.lang),
        ages: ages(service, f.lang),
        for_whom: LocalizedText::of(&service.eligibility_description, f.lang),
        find_out: find_out(snapshot.site(site)),
        open: (offer != Offer::NotOffered).then_some(moment.state),
        always: is_24h(service),
        state: state_class(moment.state),
        sentence: match offer {
            Offer::NotOffered => String::new(),
            Offer::Offered | Offer::Unknown => {
                let state = state_sentence(snapshot, ix, &moment, at, f.lang);
                let short = short_of_at(f, snapshot, ix, at);
                let said = [state, short];
                let said = said.iter().filter(|words| !words.is_empty());
                f.told(said.map(String::as_str).collect::<Vec<_>>().join(". "))
            }
        },
        may_be_full: snapshot.reported_full(&place.site).is_some(),
        provenance: how_sure(f, confirmed.as_ref(), Some(&source)),
        place,
    }
}
