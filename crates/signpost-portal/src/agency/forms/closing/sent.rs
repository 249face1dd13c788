//! Days that are different, as they were sent by either form.

use actix_web::{HttpRequest, HttpResponse};
use signpost_store::Cause;

use super::{fields::read_days, one_day::one_day, some_days::some_days};
use crate::{
    access::{Actor, Form, redirect},
    agency::form::{
        draft,
        faults::FormFaults,
        fields::Fields,
        opened::open,
        reader::FormReader,
        save::{Saved, save_on_latest},
    },
};
use signpost_web::{ApiError, SharedApp};

/// POST of both forms.
pub(crate) async fn sent(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let opened = open(&app, &who, &request).await?;
    let mut fields = Fields::sent(form.0);
    if fields.has("one") {
        let day = fields.text("first").to_owned();
        fields.set("last", &day);
    }
    let lang = opened.f.lang;
    let saved = save_on_latest(&opened, &fields, Cause::DaysChanged, |site, around| {
        let mut reader = FormReader::of(&fields, lang);
        read_days(&mut reader, site, around.running);
        reader.finish()
    })
    .await?;
    match saved {
        Saved::Done(waits) => {
            draft::drop(&opened, "closings").await?;
            let day = fields.text("first");
            let (page, waits) = (opened.address(""), waits.in_address());
            let last = match fields.text("last") {
                last if last.is_empty() || last == day => String::new(),
                last => format!("&last={last}"),
            };
            Ok(redirect(&format!(
                "{page}?done=closed&day={day}{last}{waits}"
            )))
        }
        Saved::Refused(faults) if fields.has("one") => one_day(opened, &fields, faults).answer(),
        Saved::Refused(faults) => {
            let faults = with_short_names(faults);
            some_days(opened, &fields, faults).answer()
        }
        Saved::StaleEdit(_) => Ok(redirect(&format!("{}?done=look-again", opened.address("")))),
    }
}

/// A new exception's faults bear the names of its fields on the page: its id is not known there.
fn with_short_names(mut faults: FormFaults) -> FormFaults {
    for fault in &mut faults.wording {
        if let Some((_, name)) = fault.field.rsplit_once(".reason.") {
            fault.field = format!("reason.{name}");
        }
    }
    faults
}
