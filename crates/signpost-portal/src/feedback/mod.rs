//! What visitors say of places: a list with its age, and what those who look after them decide.

pub(crate) mod kinds;
mod outcomes;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use jiff::civil::Date;
use signpost_answers::LocalizedText;
use signpost_domain::{FeedbackDecision, FeedbackKind, SiteSlug};
use signpost_editing::{decide_feedback, is_of_visitors};
use signpost_locate::Snapshot;
use signpost_store::Feedback;

use self::{kinds::kind_key, outcomes::MonthRow};
use crate::access::{
    Act, Actor, Authors, Form, Owner, PortalContext, Role, RouteEntry, Verdict, address, get, may,
    page, post, redirect,
};
use signpost_web::{ApiError, App, SharedApp, params::Params};

/// How many decided ones are shown.
const DECIDED: u32 = 40;

/// The routes.
pub(crate) fn routes() -> Vec<RouteEntry> {
    vec![
        get("/agency/feedback", Act::SeeOwn, || web::to(show)),
        get("/steward/feedback", Act::Review, || web::to(show)),
        post("/agency/sites/{slug}/feedback", Act::EditSite, || {
            web::to(decide)
        }),
    ]
}

#[derive(Template)]
#[template(path = "portal/agency/feedback.html")]
struct FeedbackPage {
    f: PortalContext,
    done: bool,
    places: Vec<Place>,
    decided: Vec<String>,
    /// What came of it in months that are over; for stewards.
    months: Vec<MonthRow>,
}

/// A place of which something was said.
struct Place {
    slug: SiteSlug,
    name: LocalizedText,
    doubted: bool,
    said: Vec<FeedbackLine>,
}

/// One thing that was said: what and how long ago, and the words.
struct FeedbackLine {
    line: String,
    words: String,
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done"])?;
    let f = PortalContext::of(&request, &app, &who);
    let (store, snapshot) = (app.database()?, app.snapshot());
    let authors = Authors::read(store).await?;
    let mut decided = Vec::new();
    for one in store.feedback_decided(DECIDED).await? {
        let (Some(place), Some((decision, by))) = (own(&f, &snapshot, &one.site), &one.decided)
        else {
            continue;
        };
        let key = match decision {
            FeedbackDecision::Mended => "fb-mended",
            FeedbackDecision::StillRight => "fb-still-right",
            FeedbackDecision::NotOurs => "fb-not-ours",
        };
        let what = format!("{}: {}", place.name, line(&f, &snapshot, &one));
        let words = [
            ("what", what.as_str()),
            ("decision", &f.t(key)),
            ("who", &authors.named(by)),
        ];
        decided.push(f.say("fb-decided-line", &words));
    }
    let page_of = FeedbackPage {
        done: params.text("done").is_some(),
        places: waiting(&app, &f).await?,
        months: outcomes::rows(&app, &f).await?,
        decided,
        f,
    };
    page(&page_of.f, &page_of, true)
}

/// The places of which something waits that this reader may decide.
async fn waiting(app: &App, f: &PortalContext) -> Result<Vec<Place>, ApiError> {
    let snapshot = app.snapshot();
    let mut places: Vec<Place> = Vec::new();
    let mut rows = app.database()?.feedback_waiting().await?;
    let complaints: Vec<SiteSlug> = rows
        .iter()
        .filter(|one| one.said != FeedbackKind::Right)
        .map(|one| one.site.clone())
        .collect();
    rows.retain(|one| complaints.contains(&one.site));
    for one in rows {
        let said = FeedbackLine {
            line: line(f, &snapshot, &one),
            words: one.words.clone(),
        };
        match places.last_mut().filter(|place| place.slug == one.site) {
            Some(place) => place.said.push(said),
            None => places.extend(own(f, &snapshot, &one.site).map(|place| Place {
                said: vec![said],
                ..place
            })),
        }
    }
    Ok(places)
}

/// How many places visitors said something of, in words.
pub(crate) async fn in_words(app: &App, f: &PortalContext) -> Result<(String, bool), ApiError> {
    let many = waiting(app, f).await?.len();
    let number = i64::try_from(many).unwrap_or(i64::MAX);
    Ok((f.t_number("fb-waiting", number), many > 0))
}

/// The place, when it is this reader's to look after. One that is gone has nobody to look after it.
fn own(f: &PortalContext, snapshot: &Snapshot, slug: &SiteSlug) -> Option<Place> {
    let ix = snapshot.find(slug)?;
    let owner = Owner::Organization(&snapshot.organization(ix).id);
    (may(&f.who.role, Act::EditSite, owner) == Verdict::Yes).then(|| Place {
        slug: slug.clone(),
        name: LocalizedText::of(&snapshot.site(ix).name, f.lang),
        doubted: snapshot.site(ix).exceptions.iter().any(is_of_visitors),
        said: Vec::new(),
    })
}

/// "Closed when they came (Supplies): 3 days ago".
fn line(f: &PortalContext, snapshot: &Snapshot, one: &Feedback) -> String {
    let what = f.t(kind_key(one.said));
    let when = age(f, one.day);
    let need = one.need.as_ref().and_then(|need| snapshot.need(need));
    match need {
        Some(need) => f.say(
            "fb-line-need",
            &[
                ("what", &what),
                ("need", need.name.words(f.lang)),
                ("when", &when),
            ],
        ),
        None => f.t2("fb-line", ("what", &what), ("when", &when)),
    }
}

fn age(f: &PortalContext, day: Date) -> String {
    let days = (f.day - day).get_days();
    f.t_number("fb-age", i64::from(days.max(0)))
}

/// POST: decides all that waits of one place.
pub(crate) async fn decide(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let slug = address::slug(&request)?;
    let decision: FeedbackDecision = form
        .text("decision")
        .parse()
        .map_err(|()| ApiError::body("decision: mended, still_right or not_ours"))?;
    decide_feedback(app.live(), &slug, decision, &who.author()).await?;
    let list = match who.role {
        Role::Steward => "/steward/feedback?done=1",
        Role::Editor(_) | Role::Subcommittee => "/agency/feedback?done=1",
    };
    Ok(redirect(
        &PortalContext::of(&request, &app, &who).link(list),
    ))
}
