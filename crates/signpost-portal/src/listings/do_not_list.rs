//! `/steward/do-not-list`: places that asked not to be listed and not to be called.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_domain::{Lang, Lifted, Line, Phone, Prose, SiteSlug, Tombstone};
use signpost_editing::{EditError, lift_tombstone, set_tombstone};
use signpost_hours::words;
use signpost_web::{ApiError, App, SharedApp, params::Params};

use crate::{
    access::{Actor, Authors, Form, PortalContext, address, page, redirect},
    agency::form::{
        faults::FormFaults,
        field::{FieldView, Look},
        fields::Fields,
        reader::FormReader,
        view::{Block, text_for},
    },
};

const HERE: &str = "/steward/do-not-list";

#[derive(Template)]
#[template(path = "portal/steward/do_not_list.html")]
struct DoNotListPage {
    f: PortalContext,
    news: Option<String>,
    faults: FormFaults,
    blocks: Vec<Block>,
    /// The site it is about, when it is about one.
    site: String,
    standing: Vec<StoneView>,
    lifted: Vec<StoneView>,
}

/// One of them.
struct StoneView {
    id: i64,
    name: String,
    /// "Set November 25, 2026 by Kim: They asked."
    set: String,
    /// The same of lifting it; empty while it stands.
    lifted: String,
    /// What is stored and hidden by it.
    hides: Vec<String>,
}

/// GET; `site` fills the form with a place.
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done", "site"])?;
    let f = PortalContext::of(&request, &app, &who);
    let news = match params.text("done") {
        Some("set") => Some(f.t("dnl-done-set")),
        Some("lifted") => Some(f.t("dnl-done-lifted")),
        _ => None,
    };
    let mut fields = Fields::default();
    let slug: Option<SiteSlug> = params.text("site").and_then(|slug| slug.parse().ok());
    let snapshot = app.snapshot();
    if let Some(ix) = slug.as_ref().and_then(|slug| snapshot.find(slug)) {
        let site = snapshot.site(ix);
        fields.put("site", site.slug.to_string());
        fields.put("name", text_for(&site.name, Lang::En));
        fields.put("locality", site.locality.clone());
        let phone = site.phone.as_ref().map(ToString::to_string);
        fields.put("phone", phone.unwrap_or_default());
    }
    list_page(&app, f, &fields, FormFaults::default(), news).await
}

/// POST: sets one.
pub(crate) async fn set(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    sent: Form,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let fields = Fields::sent(sent.0);
    let mut reader = FormReader::of(&fields, f.lang);
    let (mut name, mut locality, mut phone): (_, _, Option<Phone>) =
        (String::new(), String::new(), None);
    reader.line("name", &mut name);
    if name.is_empty() {
        reader.fault("name", "dnl-fault-name");
    }
    reader.line("locality", &mut locality);
    reader.phone("phone", &mut phone);
    let reason = reason_of(&mut reader, fields.text("reason"));
    let site = match fields.text("site") {
        "" => None,
        slug => Some(slug.parse::<SiteSlug>().map_err(ApiError::body)?),
    };
    if let Some(slug) = &site
        && app.database()?.site(slug).await?.is_none()
    {
        return Err(ApiError::not_found());
    }
    if let Err(faults) = reader.finish() {
        return list_page(&app, f, &fields, FormFaults::of_fields(faults), None).await;
    }
    let stone = Tombstone {
        id: 0,
        site,
        name,
        locality,
        phone,
        reason,
        set_by: who.author(),
        set_on: f.day,
        lifted: None,
    };
    set_tombstone(app.live(), &stone).await?;
    Ok(redirect(&f.link(&format!("{HERE}?done=set"))))
}

/// POST: lifts one.
pub(crate) async fn lift(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    sent: Form,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let id: i64 = address::named(&request, "id")?;
    let fields = Fields::sent(sent.0);
    let mut reader = FormReader::of(&fields, f.lang);
    let reason = reason_of(&mut reader, fields.text("reason"));
    if let Err(faults) = reader.finish() {
        let faults = FormFaults::of_fields(faults);
        return list_page(&app, f, &Fields::default(), faults, None).await;
    }
    let lifted = Lifted {
        reason,
        by: who.author(),
        on: f.day,
    };
    match lift_tombstone(app.live(), id, &lifted).await {
        Ok(()) => Ok(redirect(&f.link(&format!("{HERE}?done=lifted")))),
        Err(EditError::NotFound) => Err(ApiError::not_found()),
        Err(error) => Err(error.into()),
    }
}

/// Why: some words, and such as can be shown.
fn reason_of(reader: &mut FormReader<'_>, typed: &str) -> String {
    let words = typed.replace(['\r', '\n'], " ");
    if words.trim().is_empty() {
        reader.fault("reason", "dnl-fault-reason");
    } else {
        reader.fit("reason", &words);
    }
    words.trim().to_owned()
}

async fn list_page(
    app: &App,
    f: PortalContext,
    fields: &Fields,
    faults: FormFaults,
    news: Option<String>,
) -> Result<HttpResponse, ApiError> {
    let store = app.database()?;
    let authors = Authors::read(store).await?;
    let (all, stored) = (store.tombstones().await?, store.load().await?.directory);
    let sites = stored.map(|directory| directory.sites).unwrap_or_default();
    let view = |stone: &Tombstone| {
        let said = |key, day, by: &str, why: &str| {
            let day = words::date(day, f.lang);
            let who = authors.named(by);
            f.say(key, &[("day", &*day), ("who", &who), ("why", why)])
        };
        let hidden = sites.iter().filter(|site| stone.covers(site));
        StoneView {
            id: stone.id,
            name: stone.name.clone(),
            set: said("dnl-set-line", stone.set_on, &stone.set_by, &stone.reason),
            lifted: stone.lifted.as_ref().map_or_else(String::new, |lifted| {
                said("dnl-lifted-line", lifted.on, &lifted.by, &lifted.reason)
            }),
            hides: hidden.map(|site| text_for(&site.name, f.lang)).collect(),
        }
    };
    let (standing, lifted): (Vec<_>, Vec<_>) =
        all.iter().map(view).partition(|one| one.lifted.is_empty());
    let page_of = DoNotListPage {
        blocks: blocks(&f, fields, &faults),
        site: fields.text("site").to_owned(),
        standing,
        lifted,
        news,
        faults,
        f,
    };
    page(&page_of.f, &page_of, page_of.faults.is_none())
}

fn blocks(f: &PortalContext, fields: &Fields, faults: &FormFaults) -> Vec<Block> {
    let field = |name, look, label: &str, most| {
        FieldView::of(fields, faults, name, look)
            .label(f.t(label))
            .most(most)
    };
    let line = |name, label| field(name, Look::Line("text"), label, Line::LONGEST);
    [
        line("name", "dnl-name"),
        line("locality", "dnl-locality"),
        field("phone", Look::Line("tel"), "dnl-phone", 40),
        field("reason", Look::Lines, "dnl-reason", Prose::LONGEST),
    ]
    .map(|field| Block::Field(Box::new(field)))
    .to_vec()
}
