//! `/agency/sites/{slug}/hours/{need}`: days and times, a look at the next week before it counts, and then it counts.

pub(crate) mod fields;
mod form;
pub(crate) mod labels;
mod preview;

use actix_web::{HttpRequest, HttpResponse};
use signpost_domain::{NeedCode, Offer};

use self::{form::form, preview::preview};
use super::{kind::Sheet, page::torn_page};
use crate::access::redirect::see;
use crate::access::{Actor, Form, page as answer};
use crate::agency::form::{
    draft,
    field::Trouble,
    fields::Fields,
    opened::{Opened, open},
    submit::{self, Outcome},
    view::said,
};
use signpost_web::{ApiError, SharedApp};

fn need(request: &HttpRequest) -> Result<NeedCode, ApiError> {
    request
        .match_info()
        .get("need")
        .and_then(|text| text.parse().ok())
        .ok_or_else(ApiError::not_found)
}

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let sheet = Sheet::Hours(need(&request)?);
    let opened = open(&app, &who, &request).await?;
    let fields = sheet.fields(&opened.site, app.snapshot().directory())?;
    let draft = draft::offer(&opened, &sheet.name()).await?;
    let version = opened.version;
    let mut form = form(opened, &sheet, &fields, Trouble::default(), version);
    form.draft = draft;
    answer(&form.f, &form, true)
}

/// POST: another row, a look at it, or saved.
pub(crate) async fn sent(
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
            draft::drop(&opened, &sheet.name()).await?;
            Ok(see(&opened.address(&sheet.name())))
        }
        ("use-draft", _) => match draft::take(&opened, &sheet.name()).await? {
            Some(draft) => {
                let version = draft.number("version").unwrap_or(opened.version);
                again(opened, &draft, Trouble::default(), version)
            }
            None => Ok(see(&opened.address(&sheet.name()))),
        },
        ("more", day) => {
            fields::add_row(&mut fields, day);
            again(opened, &fields, Trouble::default(), version)
        }
        ("same", day) => {
            fields::copy_day(&mut fields, day);
            again(opened, &fields, Trouble::default(), version)
        }
        ("back", _) => again(opened, &fields, Trouble::default(), version),
        ("save", _) => match submit::outcome(&opened, &sheet, &fields).await? {
            Outcome::Done { since, waits } => submit::done(&opened, &sheet, since, waits).await,
            Outcome::Refused {
                fields,
                trouble,
                version,
            } => again(opened, &fields, trouble, version),
            Outcome::Torn { torn, current } => {
                torn_page(opened, &sheet, &fields, &torn, current)?.answer()
            }
        },
        _ => preview(opened, &sheet, &fields),
    }
}

/// The services hours can be for, by name.
pub(crate) fn needs(opened: &Opened<'_>) -> Vec<(String, String)> {
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
