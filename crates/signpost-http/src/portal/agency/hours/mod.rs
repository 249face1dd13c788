//! `/agency/sites/{slug}/hours/{need}`: days and times, a look at the next week before it counts, and then it counts.

mod form;
mod preview;

use actix_web::{HttpRequest, HttpResponse};
use signpost_domain::{NeedCode, Offer};

use self::{
    form::{day_name, form},
    preview::preview,
};
use super::{
    drafts,
    field::Trouble,
    fields::Fields,
    form::said,
    kind::Sheet,
    outcome::{self, Outcome},
    page::{Opened, open},
    sheet::see,
    sheets::hours::{self, DAYS},
};
use crate::{
    ApiError, SharedApp,
    portal::access::{Actor, Form, PortalFrame, page as answer},
};

/// What belongs together in the form, by name.
pub(super) fn label(f: &PortalFrame, group: &str) -> String {
    let day = (0..).zip(DAYS).find(|(_, name)| *name == group);
    match (day, group) {
        (Some((number, _)), _) => day_name(number, f.lang),
        (None, "need") => f.t("hours-for"),
        (None, "kind") => f.t("hours-kind"),
        (None, "text") => f.t("hours-text"),
        (None, "appointment") => f.t("hours-appointment"),
        (None, "holidays-off") => f.t("hours-holidays-off"),
        (None, _) => f.t("hours-monthly"),
    }
}

fn need(request: &HttpRequest) -> Result<NeedCode, ApiError> {
    request
        .match_info()
        .get("need")
        .and_then(|text| text.parse().ok())
        .ok_or_else(ApiError::not_found)
}

/// GET
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let sheet = Sheet::Hours(need(&request)?);
    let opened = open(&app, &who, &request).await?;
    let fields = sheet.fields(&opened.site, app.snapshot().directory())?;
    let draft = drafts::offer(&opened, &sheet.name()).await?;
    let version = opened.version;
    let mut form = form(opened, &sheet, &fields, Trouble::default(), version);
    form.draft = draft;
    answer(&form.f, &form, true)
}

/// POST: another row, a look at it, or saved.
pub(super) async fn sent(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    sent: Form,
) -> Result<HttpResponse, ApiError> {
    let need = need(&request)?;
    let sheet = Sheet::Hours(need);
    let opened = open(&app, &who, &request).await?;
    let mut fields = Fields::sent(sent.0);
    let version = fields.number("version").unwrap_or(opened.version);
    let again = |opened, fields: &Fields, trouble: Trouble, version| {
        let form = form(opened, &sheet, fields, trouble, version);
        answer(&form.f, &form, form.trouble.is_none())
    };
    let act = fields.text("act").to_owned();
    match act.split_once(' ').unwrap_or((&act, "")) {
        ("drop-draft", _) => {
            drafts::drop(&opened, &sheet.name()).await?;
            Ok(see(&opened.address(&sheet.name())))
        }
        ("use-draft", _) => match drafts::take(&opened, &sheet.name()).await? {
            Some(draft) => {
                let version = draft.number("version").unwrap_or(opened.version);
                again(opened, &draft, Trouble::default(), version)
            }
            None => Ok(see(&opened.address(&sheet.name()))),
        },
        ("more", day) => {
            hours::add_row(&mut fields, day);
            again(opened, &fields, Trouble::default(), version)
        }
        ("same", day) => {
            hours::copy_day(&mut fields, day);
            again(opened, &fields, Trouble::default(), version)
        }
        ("back", _) => again(opened, &fields, Trouble::default(), version),
        ("save", _) => match outcome::outcome(&opened, &sheet, &fields).await? {
            Outcome::Done { since, waits } => outcome::done(&opened, &sheet, since, waits).await,
            Outcome::Refused {
                fields,
                trouble,
                version,
            } => again(opened, &fields, trouble, version),
            Outcome::Torn { torn, current } => {
                outcome::torn_page(opened, &sheet, &fields, &torn, current)?.answer()
            }
        },
        _ => preview(opened, &sheet, &fields),
    }
}

/// The services hours can be for, by name.
pub(super) fn needs(opened: &Opened<'_>) -> Vec<(String, String)> {
    let snapshot = opened.app.snapshot();
    let offered = opened.site.services.iter();
    offered
        .filter(|service| service.offer != Offer::NotOffered)
        .map(|service| {
            let name = snapshot
                .need(&service.need)
                .map(|need| said(&need.name, opened.f.lang));
            (service.need.to_string(), name.unwrap_or_default())
        })
        .collect()
}
