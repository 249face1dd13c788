//! `/steward/phone`: checks by phone, what each found, and drawing the next one.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_editing::{MOST_LISTINGS, draw_phone_check};
use signpost_hours::words;
use signpost_web::{ApiError, SharedApp, params::Params, phone_score_words};

use crate::access::{Actor, Form, PortalContext, page, redirect};

/// How many are drawn when nobody says otherwise.
const USUAL: &str = "20";

#[derive(Template)]
#[template(path = "portal/steward/phone_checks.html")]
struct ChecksPage {
    f: PortalContext,
    checks: Vec<CheckLink>,
    many: String,
    seed: String,
    fault: Option<String>,
}

/// One check: its link, when it was drawn, and what it found so far.
struct CheckLink {
    id: i64,
    title: String,
    standing: String,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    Params::read(request.query_string(), &[])?;
    let f = PortalContext::of(&request, &app, &who);
    // The day is a lot nobody chose.
    let seed = f.day.to_string().replace('-', "");
    checks_page(&app, f, (USUAL.to_owned(), seed), None).await
}

/// POST: draws one.
pub(crate) async fn draw(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let (many, seed) = (form.text("many").to_owned(), form.text("seed").to_owned());
    let asked: Option<u32> = many.parse().ok();
    let asked = asked.filter(|many| (1..=MOST_LISTINGS).contains(many));
    let (Some(asked), Ok(number)) = (asked, seed.parse::<u64>()) else {
        let fault = f.t1("check-fault", "most", MOST_LISTINGS.to_string());
        return checks_page(&app, f, (many, seed), Some(fault)).await;
    };
    let check = draw_phone_check(app.live(), (asked, number), &who.author()).await?;
    Ok(redirect(&f.link(&format!("/steward/phone/{}", check.id))))
}

async fn checks_page(
    app: &SharedApp,
    f: PortalContext,
    (many, seed): (String, String),
    fault: Option<String>,
) -> Result<HttpResponse, ApiError> {
    let all = app.database()?.phone_checks().await?;
    let checks = all.iter().map(|check| {
        let done = check.lines.iter().filter(|line| line.whole().is_some());
        let (done, of) = (done.count().to_string(), check.lines.len().to_string());
        CheckLink {
            id: check.id,
            title: f.t1("check-drawn", "day", words::date(check.drawn_on, f.lang)),
            standing: check.score().map_or_else(
                || f.t2("check-so-far", ("done", &done), ("of", &of)),
                |score| phone_score_words(f.speaker(), &score),
            ),
        }
    });
    let page_of = ChecksPage {
        checks: checks.collect(),
        many,
        seed,
        fault,
        f,
    };
    page(&page_of.f, &page_of, page_of.fault.is_none())
}
