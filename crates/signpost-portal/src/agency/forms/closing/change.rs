//! Days that are different, taken back or ended earlier.

use actix_web::{HttpRequest, HttpResponse};
use jiff::civil::Date;
use signpost_domain::{Exception, ExceptionId};
use signpost_store::Cause;

use super::fields;
use crate::access::redirect;
use crate::agency::form::save::latest;
use crate::{
    access::{Actor, Form, address},
    agency::{
        form::{
            faults::FormFaults,
            field::{FieldView, Look},
            fields::Fields,
            opened::{Opened, carried, open},
            reader::FormReader,
            save::Saved,
            view::{Block, Button, FormPage},
        },
        site,
    },
};
use signpost_web::{ApiError, SharedApp};

/// POST: takes days that are different back, or ends them earlier.
pub(crate) async fn change(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let opened = open(&app, &who, &request).await?;
    let fields = Fields::sent(form.0);
    let id: ExceptionId = address::named(&request, "id")?;
    let shorten = fields.text("act") == "shorten";
    let last: Option<Date> = fields.text("last").parse().ok();
    let lang = opened.f.lang;
    let reason = if shorten {
        Cause::DaysShortened
    } else {
        Cause::DaysTakenBack
    };
    let saved = latest(&opened, &fields, reason, |site, _around| {
        let mut reader = FormReader::of(&fields, lang);
        let done = match last {
            Some(last) if shorten => fields::shorten(site, &id, last),
            None if shorten => false,
            _ => {
                fields::remove(site, &id);
                true
            }
        };
        if !done {
            reader.fault("last", "fault-shorten");
        }
        reader.finish()
    })
    .await?;
    match saved {
        Saved::Done(_) if shorten => {
            Ok(redirect(&format!("{}?done=shortened", opened.address(""))))
        }
        Saved::Done(_) => Ok(redirect(&format!("{}?done=opened", opened.address("")))),
        Saved::Refused(faults) => change_page(opened, &id, faults)?.answer(),
        Saved::Overtaken(_) => Ok(redirect(&format!("{}?done=look-again", opened.address("")))),
    }
}

/// GET: one entry of days that are different.
pub(crate) async fn show_change(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let opened = open(&app, &who, &request).await?;
    let id: ExceptionId = address::named(&request, "id")?;
    change_page(opened, &id, FormFaults::default())?.answer()
}

fn change_page(
    opened: Opened<'_>,
    id: &ExceptionId,
    faults: FormFaults,
) -> Result<FormPage, ApiError> {
    let found = opened.site.exceptions.iter().find(|one| one.id == *id);
    let exception: Exception = found.cloned().ok_or_else(ApiError::not_found)?;
    let f = &opened.f;
    let mut fields = Fields::default();
    fields.put("last", exception.last.to_string());
    let last =
        FieldView::of(&fields, &faults, "last", Look::Line("date")).label(f.t("closing-last"));
    let mut blocks = vec![];
    let mut buttons = vec![];
    if exception.first < exception.last {
        blocks.push(Block::Field(Box::new(last)));
        buttons.push(Button {
            act: "shorten",
            label: f.t("closing-shorten"),
            main: false,
        });
    }
    buttons.push(Button {
        act: "remove",
        label: f.t("closing-remove"),
        main: true,
    });
    Ok(FormPage {
        title: site::in_words(&opened, &exception),
        about: opened.name(),
        intro: vec![f.t("closing-change-intro")],
        news: vec![],
        action: opened.address(&format!("closings/{id}")),
        drafts: String::new(),
        draft: None,
        blocks,
        carried: carried(opened.version),
        buttons,
        back: (opened.address(""), f.t("back")),
        faults,
        f: opened.f,
    })
}
