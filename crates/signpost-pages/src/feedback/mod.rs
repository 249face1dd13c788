//! `/sites/{slug}/feedback`: "Was this right?" Two taps, no account, no script; nothing is kept but what is said, and the day.

mod recent;

use actix_web::{
    HttpRequest, HttpResponse,
    dev::Payload,
    http::{StatusCode, header},
    web,
};
use askama::Template;
use signpost_answers::{LocalizedText, locale_path, messages::words_of};
use signpost_domain::{FeedbackKind, Lang, NeedCode, Prose, SiteSlug, Text};
use signpost_editing::{FeedbackRequest, Noted, note_feedback};
use signpost_locate::{SiteIx, Snapshot};
use signpost_web::{ApiError, PageContext, SharedApp, form, params::Params, reply::see_other};

use self::recent::Admitted;
pub use self::recent::Feedback;
use crate::respond::html;

/// The most characters of somebody's own words.
const LONGEST: usize = 500;

#[derive(Template)]
#[template(path = "pages/feedback.html")]
struct FeedbackPage {
    f: PageContext,
    name: LocalizedText,
    /// The place's page, and where this form goes.
    page: String,
    action: String,
    /// What they had come for.
    need: Option<NeedCode>,
    need_name: Option<LocalizedText>,
    /// The version of the place that they saw.
    version: u64,
    words: String,
    /// The key of what stands in the way.
    fault: Option<&'static str>,
    /// The key of what became of it.
    done: Option<&'static str>,
    /// Where to go now, for what they had come for.
    elsewhere: String,
}

/// Where one says whether what is said of a place was right. It carries the version that was looked at.
pub(crate) fn address(
    f: &PageContext,
    snapshot: &Snapshot,
    site: SiteIx,
    need: Option<&NeedCode>,
) -> String {
    let (slug, version) = (&snapshot.site(site).slug, snapshot.version(site));
    let need = need.map_or_else(String::new, |need| format!("&need={need}"));
    f.link(&format!("/sites/{slug}/feedback?v={version}{need}"))
}

/// GET
pub(crate) async fn show(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let asked = Asked::read(&request, &app.snapshot())?;
    let params = Params::leniently(request.query_string());
    let done = match params.text("done") {
        Some("kept") => Some("feedback-kept"),
        Some("changed") => Some("feedback-changed"),
        _ => None,
    };
    let need = params.text("need").unwrap_or_default();
    let version = params.text("v").and_then(|text| text.parse().ok());
    answer(
        &page(&app, &request, &asked, need, version, done),
        StatusCode::OK,
    )
}

/// POST
pub(crate) async fn sent(
    app: SharedApp,
    recent: web::Data<Feedback>,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, ApiError> {
    let asked = Asked::read(&request, &app.snapshot())?;
    let mut payload: Payload = payload.into_inner();
    let fields = form::form_fields(&request, &mut payload).await?;
    let field = |name: &str| {
        let found = fields.iter().find(|(own, _)| own == name);
        found.map_or("", |(_, value)| value.as_str())
    };
    let version: Option<u64> = field("version").parse().ok();
    let again = |fault, status| {
        let mut page = page(&app, &request, &asked, field("need"), version, None);
        field("words").clone_into(&mut page.words);
        page.fault = Some(fault);
        answer(&page, status)
    };
    let Ok(said) = field("said").parse::<FeedbackKind>() else {
        return again("feedback-fault-said", StatusCode::UNPROCESSABLE_ENTITY);
    };
    // Words that were typed and then left for another button are not sent on.
    let words = match said {
        FeedbackKind::Other => match Prose::new(field("words")) {
            Ok(words) if words.as_str().is_empty() => {
                return again("feedback-fault-empty", StatusCode::UNPROCESSABLE_ENTITY);
            }
            Ok(words) if words.as_str().chars().count() <= LONGEST => words.as_str().to_owned(),
            _ => return again("feedback-fault-words", StatusCode::UNPROCESSABLE_ENTITY),
        },
        _ => String::new(),
    };
    let need = known_need(&app.snapshot(), asked.ix, field("need"));
    let version = version.unwrap_or_default();
    let admitted = recent.admits(&asked.slug, said, app.now());
    let done = match admitted {
        Admitted::TooMany => {
            return again("feedback-fault-many", StatusCode::TOO_MANY_REQUESTS);
        }
        // Who says it is thanked like the first who did.
        Admitted::Again if version == app.snapshot().version(asked.ix) => "kept",
        Admitted::Again => "changed",
        Admitted::New => {
            let sent = FeedbackRequest {
                slug: asked.slug.clone(),
                need: need.clone(),
                said,
                words,
                version,
                doubt: doubt(),
            };
            match note_feedback(app.live(), sent).await? {
                Noted::Kept => "kept",
                Noted::ChangedSince => "changed",
            }
        }
    };
    let need = need.map_or_else(String::new, |need| format!("&need={need}"));
    Ok(see_other(&format!("{}?done={done}{need}", request.path())))
}

/// What clients read of a place that several found closed, in every language that has words for it.
fn doubt() -> Text {
    let mut text = Text::default();
    for lang in [Lang::En, Lang::Fr] {
        text.set(lang, &words_of(lang).say("feedback-doubt", &[]));
    }
    text
}

/// The place in the address.
struct Asked {
    slug: SiteSlug,
    ix: SiteIx,
}

impl Asked {
    fn read(request: &HttpRequest, snapshot: &Snapshot) -> Result<Self, ApiError> {
        let slug: Option<SiteSlug> = request
            .match_info()
            .get("slug")
            .and_then(|slug| slug.parse().ok());
        let found = slug.and_then(|slug| Some((snapshot.find(&slug)?, slug)));
        let (ix, slug) = found.ok_or_else(ApiError::not_found)?;
        Ok(Self { slug, ix })
    }
}

/// The need, when the place says something of it.
fn known_need(snapshot: &Snapshot, site: SiteIx, text: &str) -> Option<NeedCode> {
    let need: NeedCode = text.parse().ok()?;
    snapshot
        .site(site)
        .service(&need)
        .map(|own| own.need.clone())
}

fn page(
    app: &SharedApp,
    request: &HttpRequest,
    asked: &Asked,
    need: &str,
    version: Option<u64>,
    done: Option<&'static str>,
) -> FeedbackPage {
    let snapshot = app.snapshot();
    let f = PageContext::of(request, &snapshot, app.now());
    let need = known_need(&snapshot, asked.ix, need);
    let names = need.as_ref().and_then(|need| snapshot.need(need));
    let more = need.as_ref().map(|need| format!("?need={need}"));
    FeedbackPage {
        name: LocalizedText::of(&snapshot.site(asked.ix).name, f.lang),
        page: f.link(&format!("/sites/{}", asked.slug)),
        action: locale_path::address(f.lang, &format!("/sites/{}/feedback", asked.slug)),
        need_name: names.map(|need| LocalizedText::of(&need.name, f.lang)),
        version: version.unwrap_or_else(|| snapshot.version(asked.ix)),
        elsewhere: f.link(&format!("/{}", more.unwrap_or_default())),
        words: String::new(),
        fault: None,
        need,
        done,
        f,
    }
}

fn answer(page: &FeedbackPage, status: StatusCode) -> Result<HttpResponse, ApiError> {
    let mut answer = html(&page.f, page)?;
    *answer.status_mut() = status;
    // With "no-referrer" a browser would not tell us that a form is from here.
    answer.headers_mut().insert(
        header::REFERRER_POLICY,
        header::HeaderValue::from_static("same-origin"),
    );
    Ok(answer)
}
