//! `/steward/plan/consents`: whom versions send people to, what each organization says to it, and recording an answer with a reference.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_domain::{
    ConsentAnswer, ConsentWord, Directory, Line, NeedCode, Organization, OrganizationId, PlanStatus,
};
use signpost_editing::{ConsentRequest, answer_consent, whole_directory};
use signpost_hours::words;
use signpost_plan::named_organizations;
use signpost_web::{ApiError, App, SharedApp, params::Params};

use crate::access::{Actor, Authors, Form, PortalContext, page, redirect};
use signpost_answers::plan::Names;

#[derive(Template)]
#[template(path = "portal/steward/plan/consents.html")]
struct ConsentsPage {
    f: PortalContext,
    news: Option<String>,
    rows: Vec<ConsentRow>,
    form: ConsentForm,
}

/// An organization and a need that some version names it for.
struct ConsentRow {
    organization: String,
    need: String,
    agreed: bool,
    standing: String,
    /// What it said, the latest first.
    words: Vec<String>,
}

/// The form as it was filled.
#[derive(Default)]
struct ConsentForm {
    /// Value, label, whether it is chosen: "cedar-circle supplies".
    whom: Vec<(String, String, bool)>,
    answer: String,
    first: String,
    last: String,
    reference: String,
    note: String,
    faults: Vec<(&'static str, String)>,
}

impl ConsentForm {
    fn fault(&self, field: &str) -> Option<&str> {
        let mut faults = self.faults.iter();
        let found = faults.find(|(own, _)| *own == field);
        found.map(|(_, words)| words.as_str())
    }
}

/// GET
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["done"])?;
    let f = PortalContext::of(&request, &app, &who);
    let news = params.text("done").map(|_| f.t("sp-consent-done"));
    let form = ConsentForm {
        answer: ConsentAnswer::Agreed.code().to_owned(),
        first: f.day.to_string(),
        ..ConsentForm::default()
    };
    let shown = consents_page(&app, f, "", form, news).await?;
    page(&shown.f, &shown, true)
}

/// POST: records what an organization said, with where that is written.
pub(super) async fn sent(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let mut filled = ConsentForm {
        answer: form.text("answer").to_owned(),
        first: form.text("first").to_owned(),
        last: form.text("last").to_owned(),
        reference: form.text("reference").to_owned(),
        note: form.text("note").to_owned(),
        ..ConsentForm::default()
    };
    let directory = whole_directory(app.live()).await?;
    let asked = asked_of(&directory);
    let whom = form.text("whom");
    let whom = asked
        .into_iter()
        .find(|(organization, need)| value(organization, need) == whom);
    let mut fault = |field: &'static str, key: &str| {
        filled.faults.push((field, f.speaker().say(key, &[])));
    };
    if whom.is_none() {
        fault("whom", "sp-consent-fault-whom");
    }
    let answer = ConsentAnswer::of_code(form.text("answer"));
    if answer.is_none() {
        fault("answer", "sp-consent-fault-answer");
    }
    let first: Option<jiff::civil::Date> = form.text("first").parse().ok();
    if first.is_none() {
        fault("first", "fault-day");
    }
    let last: Option<Option<jiff::civil::Date>> = match form.text("last") {
        "" => Some(None),
        text => text.parse().ok().map(Some),
    };
    match (first, last) {
        (_, None) => fault("last", "fault-day"),
        (Some(first), Some(Some(last))) if last < first => fault("last", "sp-fault-backwards"),
        _ => {}
    }
    let reference = form.text("reference");
    if reference.is_empty() || Line::new(reference).is_err() {
        fault("reference", "sp-consent-fault-reference");
    }
    if Line::new(form.text("note")).is_err() {
        fault("note", "sp-consent-fault-note");
    }
    let (Some((organization, need)), Some(answer), Some(first), Some(last), true) =
        (whom, answer, first, last, filled.faults.is_empty())
    else {
        let shown = consents_page(&app, f, form.text("whom"), filled, None).await?;
        return page(&shown.f, &shown, false);
    };
    let word = ConsentWord {
        need: Some(need),
        answer,
        first,
        last,
        on: f.day,
        by: who.author(),
        reference: reference.to_owned(),
        note: form.text("note").to_owned(),
    };
    let asked = ConsentRequest {
        organization,
        word,
        author: who.author(),
    };
    answer_consent(app.live(), asked).await?;
    Ok(redirect(&f.link("/steward/plan/consents?done=yes")))
}

fn value(organization: &OrganizationId, need: &NeedCode) -> String {
    format!("{organization} {need}")
}

/// Every organization and need that a version names which has not ended.
pub(super) fn asked_of(directory: &Directory) -> Vec<(OrganizationId, NeedCode)> {
    let plans = directory.plans.iter();
    let open = plans.filter(|plan| plan.status != PlanStatus::Ended);
    let mut asked: Vec<(OrganizationId, NeedCode)> = open
        .flat_map(|plan| named_organizations(plan, directory))
        .map(|(organization, need)| (organization.clone(), need.clone()))
        .collect();
    asked.sort();
    asked.dedup();
    asked
}

async fn consents_page(
    app: &App,
    f: PortalContext,
    chosen: &str,
    form: ConsentForm,
    news: Option<String>,
) -> Result<ConsentsPage, ApiError> {
    let directory = whole_directory(app.live()).await?;
    let authors = Authors::read(app.database()?).await?;
    let names = Names {
        directory: &directory,
        speaker: f.speaker(),
    };
    let asked = asked_of(&directory);
    let whom = asked.iter().map(|(organization, need)| {
        let value = value(organization, need);
        let (who, what) = (names.organization(organization), names.need(need));
        let label = f.t2("plan-door", ("place", &who), ("need", &what));
        let chosen = value == chosen;
        (value, label, chosen)
    });
    let form = ConsentForm {
        whom: whom.collect(),
        ..form
    };
    let rows = asked.iter().filter_map(|(id, need)| {
        let mut rows = directory.organizations.iter();
        let organization = rows.find(|row| row.id == *id)?;
        Some(row(&f, &authors, &names, organization, need))
    });
    Ok(ConsentsPage {
        rows: rows.collect(),
        form,
        news,
        f,
    })
}

fn row(
    f: &PortalContext,
    authors: &Authors,
    names: &Names<'_>,
    organization: &Organization,
    need: &NeedCode,
) -> ConsentRow {
    let (agreed, standing) = standing(f, names.directory, organization, need);
    let said = organization.consents.iter().rev();
    let said = said.filter(|word| word.need.as_ref().is_none_or(|own| own == need));
    ConsentRow {
        organization: names.organization(&organization.id),
        need: names.need(need),
        agreed,
        standing,
        words: said.map(|word| word_line(f, authors, word)).collect(),
    }
}

/// Whether people may be sent to an organization today, in words: by its own word, or by what is written in a version.
pub(super) fn standing(
    f: &PortalContext,
    directory: &Directory,
    organization: &Organization,
    need: &NeedCode,
) -> (bool, String) {
    let day = f.day;
    if let Some(word) = organization.consent_word(need, day) {
        let on = words::date(word.on, f.lang);
        return match (word.answer, word.last) {
            (ConsentAnswer::Agreed, None) => (true, f.t1("sp-consent-agreed", "day", on)),
            (ConsentAnswer::Agreed, Some(last)) => {
                let last = words::date(last, f.lang);
                let line = f.t2("sp-consent-agreed-until", ("day", &on), ("last", &last));
                (true, line)
            }
            (ConsentAnswer::NotNow, _) => (false, f.t1("sp-consent-not-now", "day", on)),
            (ConsentAnswer::Withdrawn, _) => (false, f.t1("sp-consent-withdrawn", "day", on)),
        };
    }
    let plans = directory.plans.iter().rev();
    let open = plans.filter(|plan| plan.status != PlanStatus::Ended);
    let written = open
        .filter(|plan| plan.consented(organization, need, day))
        .find_map(|plan| {
            let mut consents = plan.consents.iter();
            consents.find(|one| one.organization == organization.id)
        });
    match written {
        Some(consent) => (
            true,
            f.t1("sp-consent-written", "reference", &consent.reference),
        ),
        None => (false, f.t("sp-consent-none")),
    }
}

/// One answer in words.
fn word_line(f: &PortalContext, authors: &Authors, word: &ConsentWord) -> String {
    let day = |day| words::date(day, f.lang);
    let answer = f.t(match word.answer {
        ConsentAnswer::Agreed => "sp-word-agreed",
        ConsentAnswer::NotNow => "sp-word-not-now",
        ConsentAnswer::Withdrawn => "sp-word-withdrawn",
    });
    let days = word.last.map_or_else(
        || f.t1("sp-days-from", "first", day(word.first)),
        |last| {
            let (first, last) = (day(word.first), day(last));
            f.t2("sp-days-span", ("first", &first), ("last", &last))
        },
    );
    let args = [
        ("answer", answer),
        ("days", days),
        ("who", authors.named(&word.by)),
        ("day", day(word.on)),
    ];
    let args: Vec<(&str, &str)> = args.iter().map(|(key, value)| (*key, &**value)).collect();
    let line = f.say("sp-word", &args);
    let more = [&word.reference, &word.note].into_iter();
    let more: Vec<&str> = more
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    if more.is_empty() {
        line
    } else {
        format!("{line} {}", more.join("; "))
    }
}
