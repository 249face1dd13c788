//! Days that are different, taken back or ended earlier.

use actix_web::{HttpRequest, HttpResponse};
use jiff::civil::Date;
use signpost_domain::{Exception, ExceptionId};
use signpost_store::Cause;

use super::fields;
use crate::access::redirect;
use crate::agency::form::save::save_on_latest;
use crate::{
    access::{Actor, Form, address},
    agency::{
        form::{
            faults::FormFaults,
            field::{FieldView, Look},
            fields::Fields,
            opened::{Opened, carried, open, today},
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
    let act = fields.text("act").to_owned();
    let (shorten, still) = (act == "shorten", act == "still");
    let lang = opened.f.lang;
    let today = today(&opened);
    let known = opened.site.exceptions.iter().find(|one| one.id == id);
    let known_last = known.and_then(|one| one.last).map(|day| day.to_string());
    let reason = match (shorten, still) {
        (true, _) => Cause::DaysShortened,
        (_, true) => Cause::DaysChanged,
        _ => Cause::DaysTakenBack,
    };
    let saved = save_on_latest(&opened, &fields, reason, |site, _around| {
        let mut reader = FormReader::of(&fields, lang);
        // What is typed counts or is refused: a day for another button is not dropped.
        let typed_last =
            fields.has("last") && fields.text("last") != known_last.as_deref().unwrap_or_default();
        if !shorten && typed_last {
            reader.fault("last", "fault-other-button");
        }
        if !still && !fields.text("review").is_empty() {
            reader.fault("review", "fault-other-button");
        }
        if shorten {
            let last: Option<Date> = fields.text("last").parse().ok();
            if !last.is_some_and(|last| fields::shorten(site, &id, last)) {
                reader.fault("last", "fault-shorten");
            }
        } else if still {
            let review = fields::review(&mut reader, Some(today)).filter(|day| *day >= today);
            if !review.is_some_and(|review| fields::still_so(site, &id, review)) {
                reader.fault("review", "fault-again");
            }
        } else {
            fields::remove(site, &id);
        }
        reader.finish()
    })
    .await?;
    // What the public page says of that day is looked up after it is saved.
    let day = opened.site.exceptions.iter().find(|one| one.id == id);
    let day = day.map_or(today, |one| one.first.max(today));
    match saved {
        Saved::Done(waits) => {
            let done = match (shorten, still) {
                (true, _) => "shortened",
                (_, true) => "closed",
                _ => "opened",
            };
            let (page, waits) = (opened.address(""), waits.in_address());
            Ok(redirect(&format!("{page}?done={done}&day={day}{waits}")))
        }
        Saved::Refused(faults) => change_page(opened, &id, faults, Some(&fields))?.answer(),
        Saved::StaleEdit(_) => Ok(redirect(&format!("{}?done=look-again", opened.address("")))),
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
    change_page(opened, &id, FormFaults::default(), None)?.answer()
}

fn change_page(
    opened: Opened<'_>,
    id: &ExceptionId,
    faults: FormFaults,
    typed: Option<&Fields>,
) -> Result<FormPage, ApiError> {
    let found = opened.site.exceptions.iter().find(|one| one.id == *id);
    let exception: Exception = found.cloned().ok_or_else(ApiError::not_found)?;
    let f = &opened.f;
    // What has begun and has no end is answered; anything else is taken back.
    let runs = exception.last.is_none() && exception.first <= today(&opened);
    let [over, intro] = if runs {
        ["closing-over", "closing-over-intro"]
    } else {
        ["closing-remove", "closing-change-intro"]
    };
    let mut fields = Fields::default();
    let known = exception.last.map(|day| day.to_string());
    match typed {
        Some(typed) => {
            fields.put("last", typed.text("last"));
            fields.put("review", typed.text("review"));
        }
        None => fields.put("last", known.unwrap_or_default()),
    }
    let last =
        FieldView::of(&fields, &faults, "last", Look::Line("date")).label(f.t("closing-last"));
    let mut blocks = vec![];
    let mut buttons = vec![];
    if exception.last.is_none() {
        let again = FieldView::of(&fields, &faults, "review", Look::Line("date"))
            .label(f.t("closing-review"))
            .hint(f.t("closing-still-hint"));
        blocks.push(Block::Field(Box::new(again)));
        buttons.push(Button {
            act: "still",
            label: f.t("closing-still"),
            main: false,
        });
    }
    if exception.last != Some(exception.first) {
        blocks.push(Block::Field(Box::new(last)));
        buttons.push(Button {
            act: "shorten",
            label: f.t("closing-shorten"),
            main: false,
        });
    }
    buttons.push(Button {
        act: "remove",
        label: f.t(over),
        main: true,
    });
    Ok(FormPage {
        title: site::in_words(&opened, &exception),
        about: opened.name(),
        intro: vec![f.t(intro)],
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
