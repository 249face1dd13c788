//! "Out of stock until…": two questions, and it is over by itself.

use actix_web::{HttpRequest, HttpResponse};
use jiff::{ToSpan as _, civil::Date};
use signpost_domain::Offer;
use signpost_hours::words;
use signpost_store::Cause;

use super::{fields, words::Short};
use crate::access::redirect;
use crate::access::{Actor, Form};
use crate::agency::form::{
    faults::FormFaults,
    field::{FieldView, Look},
    fields::Fields,
    opened::{Opened, after_midnight, carried, has_tomorrow, open, today, with_weekday},
    reader::FormReader,
    save::{Saved, save_on_latest},
    view::{Block, Button, ChoiceView, FormPage, choice, text_for},
};
use signpost_web::{ApiError, SharedApp, params::Params};

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["need"])?;
    let opened = open(&app, &who, &request).await?;
    let offered = offered(&opened);
    let need = match (params.text("need"), offered.as_slice()) {
        (Some(need), _) => need,
        (None, [(only, _)]) => only,
        (None, _) => "",
    };
    let fields = fields::fields(need);
    form(opened, &fields, FormFaults::default()).answer()
}

/// POST
pub(crate) async fn sent(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    sent: Form,
) -> Result<HttpResponse, ApiError> {
    let opened = open(&app, &who, &request).await?;
    let fields = Fields::sent(sent.0);
    let lang = opened.f.lang;
    let saved = save_on_latest(&opened, &fields, Cause::OutOfStock, |site, around| {
        let mut reader = FormReader::of(&fields, lang);
        let needs = &around.directory.needs;
        fields::read_stock(&mut reader, site, (needs, around.running));
        reader.finish()
    })
    .await?;
    match saved {
        Saved::Done(waits) => Ok(redirect(&format!(
            "{}?done=stock&day={}{}",
            opened.address(""),
            today(&opened),
            waits.in_address()
        ))),
        Saved::Refused(faults) => form(opened, &fields, faults).answer(),
        Saved::StaleEdit(_) => Ok(redirect(&format!("{}?done=look-again", opened.address("")))),
    }
}

/// What is offered here: the code and the name of each need.
fn offered(opened: &Opened<'_>) -> Vec<(String, String)> {
    let snapshot = opened.app.snapshot();
    let services = opened.site.services.iter();
    services
        .filter(|service| service.offer == Offer::Offered)
        .filter_map(|service| {
            let need = snapshot.need(&service.need)?;
            Some((
                service.need.to_string(),
                text_for(&need.name, opened.f.lang),
            ))
        })
        .collect()
}

/// The days on which there is some again, as buttons.
fn again(opened: &Opened<'_>, today: Date) -> Vec<(String, String)> {
    let f = &opened.f;
    let tomorrow = with_weekday(opened, today.saturating_add(1.day()));
    let key = if has_tomorrow(opened) {
        "stock-tomorrow"
    } else {
        "stock-next-day"
    };
    let mut days = vec![("tomorrow".to_owned(), f.t1(key, "day", &tomorrow))];
    if let Some(monday) = fields::monday(today) {
        let day = words::date(monday, f.lang);
        days.push(("monday".to_owned(), f.t1("stock-monday", "day", &day)));
    }
    days.push(("day".to_owned(), f.t("stock-other-day")));
    days.push(("review".to_owned(), f.t("stock-not-known")));
    days
}

/// For each need that hands out several things: which of them, as boxes.
fn things(opened: &Opened<'_>, fields: &Fields, faults: &FormFaults) -> Vec<Block> {
    let f = &opened.f;
    let snapshot = opened.app.snapshot();
    let needs = &snapshot.directory().needs;
    let offered = opened.site.services.iter();
    let offered = offered.filter(|service| service.offer == Offer::Offered);
    let blocks = offered.filter_map(|service| {
        let items = fields::items_of(service, needs);
        let need = snapshot.need(&service.need)?;
        let name = fields::items_field(&service.need);
        let options = items
            .iter()
            .map(|item| (item.code.to_string(), text_for(&item.name, f.lang)));
        let legend = f.t1("stock-items", "need", text_for(&need.name, f.lang));
        let boxes = choice(fields, faults, &name, legend, options).several();
        (!items.is_empty()).then(|| {
            Block::Choice(ChoiceView {
                hint: f.t("stock-items-hint"),
                ..boxes
            })
        })
    });
    blocks.collect()
}

fn form(opened: Opened<'_>, fields: &Fields, faults: FormFaults) -> FormPage {
    let f = &opened.f;
    let short = Short::of(&opened.site);
    let date = |name: &str, label: String, hint: String| {
        let field = FieldView::of(fields, &faults, name, Look::Line("date"));
        Block::Field(Box::new(
            field.label(label).hint(hint).selects("again", name),
        ))
    };
    let (needs, days) = (offered(&opened), again(&opened, today(&opened)));
    let mut intro = vec![f.t("stock-intro")];
    if after_midnight(&opened).is_some() {
        let day = with_weekday(&opened, today(&opened));
        intro.push(f.t1("stock-night", "day", &day));
    }
    let mut blocks = vec![Block::Choice(choice(
        fields,
        &faults,
        "need",
        f.t(short.what()),
        needs,
    ))];
    blocks.extend(things(&opened, fields, &faults));
    blocks.extend([
        Block::Choice(choice(fields, &faults, "again", f.t(short.again()), days)),
        date("day", f.t(short.day()), f.t("stock-day-hint")),
        date("review", f.t("closing-review"), f.t("stock-review-hint")),
    ]);
    FormPage {
        title: f.t(short.title()),
        about: opened.name(),
        intro,
        news: vec![],
        action: opened.address("stock"),
        drafts: String::new(),
        draft: None,
        blocks,
        carried: carried(opened.version),
        buttons: vec![Button {
            act: "save",
            label: f.t("save"),
            main: true,
        }],
        back: (opened.address(""), f.t("back")),
        faults,
        f: opened.f,
    }
}
