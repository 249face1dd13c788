//! `/disposal`: where used needles can be left, as a table, with what each place takes.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_domain::{NeedCode, Offer};
use signpost_locate::{ServiceIx, Snapshot};

use crate::{
    choices::{Choice, choices_of_disposal},
    map::map_box::MapBox,
    repeats::said_once,
    respond::html,
};
use signpost_answers::{
    ConfirmedView, LineView, LocalizedText, PlaceView, SourceView, ages, find_out, short_of_at,
    state_sentence,
};
use signpost_answers::{
    site_words::{state_class, whereabouts},
    source_words::how_sure,
};
use signpost_web::PageContext;
use signpost_web::{ApiError, SharedApp};

#[derive(Template)]
#[template(path = "pages/disposal.html")]
struct DisposalPage {
    f: PageContext,
    offered: Vec<Row>,
    unknown: Vec<Row>,
    /// What many of those say alike.
    said_once: Vec<String>,
    not_offered: Vec<Row>,
    lines: Vec<LineView>,
    choices: Vec<Choice>,
    map: MapBox,
}

/// One place and what it takes.
struct Row {
    place: PlaceView,
    whereabouts: String,
    takes: Vec<LocalizedText>,
    description: LocalizedText,
    ages: String,
    for_whom: LocalizedText,
    /// How one finds out what nobody knows.
    find_out: &'static str,
    state: &'static str,
    sentence: String,
    provenance: String,
}

impl Row {
    /// What the table is sorted by.
    fn town_and_name(&self) -> (&str, &str) {
        (&self.place.locality, self.place.name.as_str())
    }
}

pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let (snapshot, at) = (app.snapshot(), app.now());
    let f = PageContext::of(&request, &snapshot, at);
    let need = NeedCode::disposal();
    let mut page = DisposalPage {
        offered: Vec::new(),
        unknown: Vec::new(),
        said_once: Vec::new(),
        not_offered: Vec::new(),
        lines: signpost_answers::lines_for(&snapshot, &need, at, f.lang),
        choices: choices_of_disposal(&f),
        map: MapBox::of_need(&app, &f, &snapshot, Some(&need)),
        f,
    };
    for ix in services(&snapshot, &need) {
        let row = row(&page.f, &snapshot, ix, at);
        match snapshot.offer(ix, at) {
            Offer::Offered => page.offered.push(row),
            Offer::Unknown => page.unknown.push(row),
            Offer::NotOffered => page.not_offered.push(row),
        }
    }
    for rows in [&mut page.offered, &mut page.unknown, &mut page.not_offered] {
        rows.sort_by(|a, b| a.town_and_name().cmp(&b.town_and_name()));
    }
    page.said_once = said_once(&page.f, &mut page.unknown, |row| &mut row.description);
    html(&page.f, &page)
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

fn row(f: &PageContext, snapshot: &Snapshot, ix: ServiceIx, at: jiff::Timestamp) -> Row {
    let (service, site) = (snapshot.service(ix), snapshot.site_of(ix));
    let place = PlaceView::of(snapshot, site, f.lang);
    let moment = snapshot.moment(ix, at);
    let confirmed = ConfirmedView::of(service, snapshot.trust(ix, at));
    let source = SourceView::from(&service.source);
    Row {
        whereabouts: f.typed(whereabouts(&place.address, &place.locality)),
        place,
        takes: signpost_answers::items(snapshot, &service.need, &service.items, f.lang),
        description: LocalizedText::of(&service.description, f.lang),
        ages: ages(service, f.lang),
        for_whom: LocalizedText::of(&service.eligibility_description, f.lang),
        find_out: find_out(snapshot.site(site)),
        state: state_class(moment.state),
        sentence: match snapshot.offer(ix, at) {
            Offer::NotOffered => String::new(),
            Offer::Offered | Offer::Unknown => {
                let state = state_sentence(snapshot, ix, &moment, at, f.lang);
                let short = short_of_at(f, snapshot, ix, at);
                let said = [state, short];
                let said = said.iter().filter(|words| !words.is_empty());
                f.told(said.map(String::as_str).collect::<Vec<_>>().join(". "))
            }
        },
        provenance: how_sure(f, confirmed.as_ref(), Some(&source)),
    }
}
