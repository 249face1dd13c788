//! `/steward/plan/hanging`: which posters hang where, since when, and whether they still say what holds.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::{ToSpan as _, civil::Date};
use signpost_answers::{
    plan::Names,
    poster::{DoorPoster, Hanging, HangingLine, Knows, hanging, hanging_line},
    public_url::PublicAddress,
};
use signpost_domain::{HangingPoster, Line, SiteSlug};
use signpost_editing::{put_up_poster, take_down_poster};
use signpost_hours::words;
use signpost_web::{ApiError, App, SharedApp, params::Params};

use super::posters::{printable, root, when};
use crate::{
    access::{Actor, Authors, Form, PortalContext, address, page, redirect},
    agency::form::{
        faults::FormFaults,
        field::{FieldView, Look},
        fields::Fields,
        key,
        reader::FormReader,
        view::{Block, choice},
    },
};

/// How long ago a poster may have been put up that is noted today.
///
/// # Units
/// Days.
const LONGEST_AGO: i64 = 400;
/// How many that were taken down are shown.
const TAKEN_DOWN: u32 = 40;

#[derive(Template)]
#[template(path = "portal/steward/plan/hanging.html")]
struct HangingPage {
    f: PortalContext,
    news: Option<String>,
    posters: Vec<PosterCard>,
    /// "Birch Health Office: front door", and from when until when.
    taken_down: Vec<(String, String)>,
    faults: FormFaults,
    blocks: Vec<Block>,
    key: String,
}

/// A poster that hangs.
struct PosterCard {
    line: HangingLine,
    /// "Up since November 25, 2026. Noted by Kim."
    since: String,
    /// "It prints, from version 2 of the plan:"
    version: String,
    /// The sentences on it, with their languages.
    says: Vec<(&'static str, String)>,
    /// Whom to call, and the address.
    more: Vec<String>,
    action: String,
}

/// A poster that can be printed today, as one of the form's choices.
struct Printable {
    value: String,
    label: String,
    door: SiteSlug,
    sheet: DoorPoster,
}

/// GET
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done"])?;
    let f = PortalContext::of(&request, &app, &who);
    let news = match params.text("done") {
        Some("up") => Some(f.t("sp-hang-done-up")),
        Some("down") => Some(f.t("sp-hang-done-down")),
        _ => None,
    };
    let mut fields = Fields::default();
    fields.put("day", f.day.to_string());
    hanging_page(&app, &request, f, &fields, FormFaults::default(), news).await
}

/// POST: one was put up.
pub(super) async fn sent(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    sent: Form,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let fields = Fields::sent(sent.0);
    let mut reader = FormReader::of(&fields, f.lang);
    let chosen = choices(&app, &request, &f)?;
    let chosen = chosen
        .into_iter()
        .find(|one| one.value == fields.text("poster"));
    if chosen.is_none() {
        reader.fault("poster", "fault-choice");
    }
    let day = reader.day("day");
    let earliest = f.day.saturating_sub(LONGEST_AGO.days());
    if day.is_some_and(|day| day > f.day || day < earliest) {
        reader.fault("day", "log-fault-day");
    }
    let mut place = String::new();
    reader.line("place", &mut place);
    if place.is_empty() {
        reader.fault("place", "sp-hang-fault-place");
    }
    let (chosen, day) = match (reader.finish(), chosen, day) {
        (Ok(()), Some(chosen), Some(day)) => (chosen, day),
        (faults, ..) => {
            let faults = FormFaults::of_fields(faults.err().unwrap_or_default());
            return hanging_page(&app, &request, f, &fields, faults, None).await;
        }
    };
    let poster = HangingPoster {
        id: 0,
        door: chosen.door,
        place,
        put_up: day,
        put_up_by: who.author(),
        says: chosen.sheet.says,
        taken_down: None,
    };
    let key = key::sent(fields.text("key"));
    put_up_poster(app.live(), &poster, key.as_deref()).await?;
    Ok(redirect(&f.link("/steward/plan/hanging?done=up")))
}

/// POST: one was taken down.
pub(super) async fn taken_down(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    _sent: Form,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let id: i64 = address::named(&request, "poster")?;
    take_down_poster(app.live(), id, &who.author()).await?;
    Ok(redirect(&f.link("/steward/plan/hanging?done=down")))
}

/// How the posters stand that hang.
async fn standing(app: &App) -> Result<Vec<Hanging>, ApiError> {
    let posters = app.database()?.posters_hanging().await?;
    let hosting = app.hosting();
    let text_number = hosting.text_number_printed().unwrap_or_default();
    let knows = Knows {
        address: hosting.public.as_ref().map(PublicAddress::as_str),
        text_number: Some(&text_number),
    };
    Ok(hanging(&app.snapshot(), posters, &knows, app.now()))
}

/// Those about which something is to be done, today or within 60 days, in words.
pub(super) async fn to_do(app: &App, f: &PortalContext) -> Result<Vec<HangingLine>, ApiError> {
    let snapshot = app.snapshot();
    let names = Names {
        directory: snapshot.directory(),
        speaker: f.speaker(),
    };
    let all = standing(app).await?.into_iter();
    let all = all.filter(|one| one.is_wrong() || one.next.is_some());
    Ok(all.map(|one| hanging_line(&names, &one)).collect())
}

/// How many hang that say something else than what holds, in words.
pub(crate) async fn in_words(app: &App, f: &PortalContext) -> Result<(String, bool), ApiError> {
    let all = standing(app).await?;
    let wrong = all.iter().filter(|one| one.is_wrong()).count();
    let number = i64::try_from(wrong).unwrap_or(i64::MAX);
    Ok((f.t_number("sp-hang-count", number), wrong > 0))
}

fn choices(
    app: &App,
    request: &HttpRequest,
    f: &PortalContext,
) -> Result<Vec<Printable>, ApiError> {
    let snapshot = app.snapshot();
    let names = Names {
        directory: snapshot.directory(),
        speaker: f.speaker(),
    };
    let all = printable(app, &root(app, request)?);
    let all = all.into_iter().flat_map(|(door, sheets)| {
        let sheets = sheets.into_iter();
        sheets.map(move |sheet| (door.clone(), sheet))
    });
    let all = all.map(|(door, sheet)| {
        let name = names.site(&door);
        let (value, label) = match sheet.first {
            None => (door.to_string(), name),
            Some(first) => {
                let when = when(f, Some(first));
                let label = f.t2("sp-hang-choice", ("door", &name), ("when", &when));
                (format!("{door} {first}"), label)
            }
        };
        Printable {
            value,
            label,
            door,
            sheet,
        }
    });
    Ok(all.collect())
}

async fn hanging_page(
    app: &App,
    request: &HttpRequest,
    f: PortalContext,
    fields: &Fields,
    faults: FormFaults,
    news: Option<String>,
) -> Result<HttpResponse, ApiError> {
    let store = app.database()?;
    let authors = Authors::read(store).await?;
    let all = standing(app).await?;
    let over = store.posters_taken_down(TAKEN_DOWN).await?;
    let choices = choices(app, request, &f)?;
    let snapshot = app.snapshot();
    let names = Names {
        directory: snapshot.directory(),
        speaker: f.speaker(),
    };
    let taken_down = over.iter().map(|one| {
        let place = f.t2(
            "poster-hangs",
            ("door", &names.site(&one.door)),
            ("place", &one.place),
        );
        (place, days(&f, &authors, one))
    });
    let page_of = HangingPage {
        posters: all
            .iter()
            .map(|one| card(&f, &authors, &names, one))
            .collect(),
        taken_down: taken_down.collect(),
        blocks: blocks(&f, fields, &faults, &choices),
        key: key::sent(fields.text("key")).unwrap_or_else(key::fresh),
        news,
        faults,
        f,
    };
    page(&page_of.f, &page_of, page_of.faults.is_none())
}

fn card(f: &PortalContext, authors: &Authors, names: &Names<'_>, one: &Hanging) -> PosterCard {
    let poster = &one.poster;
    let line = hanging_line(names, one);
    let says = &poster.says;
    let who = authors.named(&poster.put_up_by);
    let sentences = says.sentence.iter();
    let more = [&says.phone, &says.address].into_iter();
    PosterCard {
        since: f.t2("sp-hang-since", ("day", &line.since), ("who", &who)),
        version: f.t1("sp-hang-version", "number", says.version.to_string()),
        says: sentences
            .map(|(lang, words)| (lang.tag(), words.to_owned()))
            .collect(),
        more: more.filter(|words| !words.is_empty()).cloned().collect(),
        action: f.link(&format!("/steward/plan/hanging/{}", poster.id)),
        line,
    }
}

/// "November 25, 2026 to December 1, 2026. Taken down by Kim."
fn days(f: &PortalContext, authors: &Authors, one: &HangingPoster) -> String {
    let day = |day: Date| words::date(day, f.lang);
    let (last, by) = one.taken_down.as_ref().map_or_else(
        || (String::new(), String::new()),
        |(last, by)| (day(*last), authors.named(by)),
    );
    let first = day(one.put_up);
    let args = [("first", &*first), ("last", &*last), ("who", &*by)];
    f.say("sp-hang-was", &args)
}

fn blocks(
    f: &PortalContext,
    fields: &Fields,
    faults: &FormFaults,
    choices: &[Printable],
) -> Vec<Block> {
    if choices.is_empty() {
        return Vec::new();
    }
    let options = choices
        .iter()
        .map(|one| (one.value.clone(), one.label.clone()));
    let poster = choice(fields, faults, "poster", f.t("sp-hang-poster"), options);
    let place = FieldView::of(fields, faults, "place", Look::Line("text"))
        .label(f.t("sp-hang-place"))
        .hint(f.t("sp-hang-place-hint"))
        .most(Line::LONGEST);
    let day = FieldView::of(fields, faults, "day", Look::Line("date"))
        .label(f.t("sp-hang-day"))
        .most(10);
    vec![
        Block::Choice(poster),
        Block::Field(Box::new(place)),
        Block::Field(Box::new(day)),
    ]
}
