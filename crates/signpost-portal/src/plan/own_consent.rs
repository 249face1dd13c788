//! `/agency/consent`: "People may be sent to you from … for …": an organization agrees or not, and takes it back at once.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::civil::Date;
use signpost_domain::{
    ConsentAnswer, ConsentWord, Directory, Line, NeedCode, Organization, OrganizationId,
    PlanStatus, SiteSlug,
};
use signpost_editing::{ConsentRequest, answer_consent, whole_directory};
use signpost_hours::words;
use signpost_mail::letters::NoticeKind;
use signpost_store::{AccountId, Role};
use signpost_web::{ApiError, App, SharedApp, params::Params};

use super::consents::{asked_of, standing};
use crate::{
    PortalState,
    access::SharedPortal,
    access::{Actor, Form, PortalContext, page, redirect},
    notice::tell_all,
};
use signpost_answers::plan::Names;

#[derive(Template)]
#[template(path = "portal/agency/consent.html")]
struct OwnConsentPage {
    f: PortalContext,
    news: Option<String>,
    fault: Option<String>,
    cards: Vec<ConsentCard>,
}

/// A need that people may be sent for.
struct ConsentCard {
    code: String,
    /// "People may be sent to you for …".
    question: String,
    /// From which doors, to which of its places, on which days.
    lines: Vec<String>,
    agreed: bool,
    standing: String,
    /// Until when it agreed before, or what was typed.
    last: String,
    note: String,
}

/// GET
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done"])?;
    let f = PortalContext::of(&request, &app, &who);
    // A steward answers for nobody; what is recorded with a reference has a page of its own.
    let Role::Editor(own) = who.role.clone() else {
        return Ok(redirect(&f.link("/steward/plan/consents")));
    };
    let news = match params.text("done") {
        Some("agreed") => Some(f.t("consent-done-agreed")),
        Some("not-now") => Some(f.t("consent-done-not-now")),
        Some("withdrawn") => Some(f.t("consent-done-withdrawn")),
        _ => None,
    };
    let shown = own_page(&app, f, &own, news).await?;
    page(&shown.f, &shown, true)
}

/// POST
pub(super) async fn sent(
    app: SharedApp,
    portal: SharedPortal,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let Role::Editor(own) = who.role.clone() else {
        return Err(ApiError::Forbidden);
    };
    let directory = whole_directory(app.live()).await?;
    let organization = organization_of(&directory, &own)?;
    let need: Option<NeedCode> = form.text("need").parse().ok();
    let asked = asked_of(&directory);
    let need = need.filter(|need| asked.contains(&(own.clone(), need.clone())));
    let need = need.ok_or_else(ApiError::not_found)?;
    let (agreed_before, _) = standing(&f, &directory, organization, &need);
    let answer = match (form.text("answer"), agreed_before) {
        ("agreed", _) => ConsentAnswer::Agreed,
        ("not-now" | "withdrawn", true) => ConsentAnswer::Withdrawn,
        ("not-now" | "withdrawn", false) => ConsentAnswer::NotNow,
        _ => return Err(ApiError::body("answer: write agreed, not-now or withdrawn")),
    };
    let last: Result<Option<Date>, _> = match (answer, form.text("last")) {
        (ConsentAnswer::Agreed, text) if !text.is_empty() => text.parse().map(Some),
        _ => Ok(None),
    };
    let last = last
        .ok()
        .filter(|last| last.is_none_or(|last| f.day <= last));
    let note = form.text("note");
    let (Some(last), Ok(_)) = (last, Line::new(note)) else {
        let fault = f.t1("consent-fault", "most", Line::LONGEST.to_string());
        let mut shown = own_page(&app, f, &own, None).await?;
        shown.fault = Some(fault);
        if let Some(card) = shown
            .cards
            .iter_mut()
            .find(|card| card.code == need.as_str())
        {
            form.text("last").clone_into(&mut card.last);
            note.clone_into(&mut card.note);
        }
        return page(&shown.f, &shown, false);
    };
    let asked = ConsentRequest {
        organization: own.clone(),
        word: ConsentWord {
            need: Some(need.clone()),
            answer,
            first: f.day,
            last,
            on: f.day,
            by: who.author(),
            reference: String::new(),
            note: note.to_owned(),
        },
        author: who.author(),
    };
    answer_consent(app.live(), asked).await?;
    if agreed_before && answer == ConsentAnswer::Withdrawn {
        let mut needs = directory.needs.iter();
        let named = needs.find(|own| own.code == need);
        let kind = NoticeKind::ConsentWithdrawn {
            id: own,
            organization: organization.name.clone(),
            need: named.map(|need| need.name.clone()).unwrap_or_default(),
        };
        tell_stewards(&app, &portal, kind).await?;
    }
    let done = match answer {
        ConsentAnswer::Agreed => "agreed",
        ConsentAnswer::NotNow => "not-now",
        ConsentAnswer::Withdrawn => "withdrawn",
    };
    Ok(redirect(&f.link(&format!("/agency/consent?done={done}"))))
}

/// Writes to every steward.
async fn tell_stewards(app: &App, portal: &PortalState, kind: NoticeKind) -> Result<(), ApiError> {
    let accounts = app.database()?.accounts().await?.into_iter();
    let stewards = accounts
        .filter(|account| account.role == Role::Steward && account.disabled_at.is_none())
        .map(|account| account.id);
    let stewards: Vec<AccountId> = stewards.collect();
    tell_all(app, portal, &stewards, kind).await;
    Ok(())
}

fn organization_of<'d>(
    directory: &'d Directory,
    id: &OrganizationId,
) -> Result<&'d Organization, ApiError> {
    let mut rows = directory.organizations.iter();
    rows.find(|row| row.id == *id)
        .ok_or_else(ApiError::not_found)
}

async fn own_page(
    app: &App,
    f: PortalContext,
    own: &OrganizationId,
    news: Option<String>,
) -> Result<OwnConsentPage, ApiError> {
    let directory = whole_directory(app.live()).await?;
    let organization = organization_of(&directory, own)?;
    let names = Names {
        directory: &directory,
        speaker: f.speaker(),
    };
    let cards = asked_of(&directory)
        .into_iter()
        .filter(|(id, _)| id == own)
        .map(|(_, need)| {
            let (agreed, standing) = standing(&f, &directory, organization, &need);
            let word = organization.consent_word(&need, f.day);
            let last = word.and_then(|word| word.last);
            ConsentCard {
                question: f.t1("consent-question", "need", names.need(&need)),
                lines: lines(&f, &names, own, &need),
                last: last.map_or_else(String::new, |day| day.to_string()),
                note: String::new(),
                code: need.to_string(),
                agreed,
                standing,
            }
        })
        .collect();
    Ok(OwnConsentPage {
        fault: None,
        cards,
        news,
        f,
    })
}

/// "From Birch Health Office to Cedar Circle House, from April 1, 2026", for every rule that names a place of theirs and is not over.
fn lines(
    f: &PortalContext,
    names: &Names<'_>,
    own: &OrganizationId,
    need: &NeedCode,
) -> Vec<String> {
    let is_own = |slug: &SiteSlug| {
        let mut sites = names.directory.sites.iter();
        sites.any(|site| site.slug == *slug && site.organization == *own)
    };
    let plans = names.directory.plans.iter();
    let mut lines = Vec::new();
    for plan in plans.filter(|plan| plan.status != PlanStatus::Ended) {
        if plan.last_day().is_some_and(|last| last < f.day) {
            continue;
        }
        for rule in &plan.rules {
            let first = rule.first.or(plan.from);
            let last = rule.last.or(plan.last_day());
            for target in &rule.targets {
                if target.need(rule) != need || !is_own(&target.site) {
                    continue;
                }
                let days = match (first, last) {
                    (None, _) => f.t("consent-days-open"),
                    (Some(first), None) => {
                        f.t1("sp-days-from", "first", words::date(first, f.lang))
                    }
                    (Some(first), Some(last)) => {
                        let (first, last) = (words::date(first, f.lang), words::date(last, f.lang));
                        f.t2("sp-days-span", ("first", &first), ("last", &last))
                    }
                };
                let (door, place) = (names.site(&rule.from), names.site(&target.site));
                let args = [("door", &*door), ("place", &*place), ("days", &*days)];
                let line = f.say("consent-line", &args);
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
        }
    }
    lines
}
