//! Closed today, or tomorrow: the form that needs one more tap.

use actix_web::{HttpRequest, HttpResponse};
use jiff::{ToSpan as _, civil::Date};

use super::{fields, why::why};
use crate::agency::form::opened::{today, with_weekday};
use crate::{
    access::Actor,
    agency::form::{
        faults::FormFaults,
        fields::Fields,
        opened::{Opened, carried, open},
        view::{Block, Button, FormPage},
    },
};
use signpost_web::{ApiError, SharedApp, params::Params};

/// GET: closed today, or tomorrow. One more tap does it.
pub(crate) async fn show_one(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["day"])?;
    let opened = open(&app, &who, &request).await?;
    let day = match params.text("day") {
        Some("tomorrow") => today(&opened).saturating_add(1.day()),
        _ => today(&opened),
    };
    one_day(
        opened,
        &fields::fields(day, Some(day)),
        FormFaults::default(),
    )
    .answer()
}

/// The form, filled.
pub(crate) fn one_day(opened: Opened<'_>, fields: &Fields, faults: FormFaults) -> FormPage {
    let day: Option<Date> = fields.text("first").parse().ok();
    let day = day
        .map(|day| with_weekday(&opened, day))
        .unwrap_or_default();
    let f = &opened.f;
    let name = opened.name();
    let title = f.t2("closing-one-title", ("place", &name), ("day", &day));
    let blocks = vec![Block::Choice(why(&opened, fields, &faults, false))];
    let mut carried = carried(opened.version);
    for field in ["kind", "first", "end", "last", "need"] {
        carried.push((field.to_owned(), fields.text(field).to_owned()));
    }
    carried.push(("one".to_owned(), "yes".to_owned()));
    FormPage {
        title,
        about: String::new(),
        intro: vec![f.t("closing-one-intro")],
        news: vec![],
        action: opened.address("closings"),
        drafts: String::new(),
        draft: None,
        blocks,
        carried,
        buttons: vec![Button {
            act: "save",
            label: f.t1("closing-one-do", "day", &day),
            main: true,
        }],
        back: (opened.address(""), f.t("back")),
        faults,
        f: opened.f,
    }
}
