//! Closed today, or tomorrow: the form that needs one more tap.

use actix_web::{HttpRequest, HttpResponse};
use jiff::{ToSpan as _, civil::Date};

use super::{fields, why::why};
use crate::agency::form::opened::{after_midnight, night_into, today, with_weekday};
use crate::{
    access::Actor,
    agency::form::{
        faults::FormFaults,
        fields::Fields,
        opened::{Opened, carried, open},
        view::{Block, Button, FormPage, choice},
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

/// The form, filled. After midnight, while a night still runs, it asks which day is meant.
pub(crate) fn one_day(opened: Opened<'_>, fields: &Fields, faults: FormFaults) -> FormPage {
    let typed = fields.text("first");
    let day: Option<Date> = typed.parse().ok();
    let night = after_midnight(&opened).filter(|_| day == Some(today(&opened)));
    let night_ends = day.and_then(|day| night_into(&opened, day));
    let day = day
        .map(|day| with_weekday(&opened, day))
        .unwrap_or_default();
    let f = &opened.f;
    let name = opened.name();
    let mut blocks = vec![];
    let (title, act, mut intro) = match night {
        None => (
            f.t2("closing-one-title", ("place", &name), ("day", &day)),
            f.t1("closing-one-do", "day", &day),
            vec![],
        ),
        Some(next) => {
            let next_day = with_weekday(&opened, next);
            let days = [
                (typed.to_owned(), f.t1("closing-night-running", "day", &day)),
                (next.to_string(), next_day),
            ];
            let which = choice(fields, &faults, "first", f.t("closing-night-which"), days);
            blocks.push(Block::Choice(which));
            (
                f.t1("closing-night-title", "place", &name),
                f.t("closing-night-do"),
                vec![f.t1("closing-night-intro", "day", &day)],
            )
        }
    };
    intro.push(match night_ends {
        // A night counts to the day on which it begins.
        Some(next) => {
            let next = with_weekday(&opened, next);
            f.t2("closing-one-intro-night", ("day", &day), ("next", &next))
        }
        None => f.t("closing-one-intro"),
    });
    blocks.push(Block::Choice(why(&opened, fields, &faults, false)));
    let mut carried = carried(opened.version);
    for field in ["kind", "first", "end", "need"] {
        if field != "first" || night.is_none() {
            carried.push((field.to_owned(), fields.text(field).to_owned()));
        }
    }
    carried.push(("one".to_owned(), "yes".to_owned()));
    FormPage {
        title,
        about: String::new(),
        intro,
        news: vec![],
        action: opened.address("closings"),
        drafts: String::new(),
        draft: None,
        blocks,
        carried,
        buttons: vec![Button {
            act: "save",
            label: act,
            main: true,
        }],
        back: (opened.address(""), f.t("back")),
        faults,
        f: opened.f,
    }
}
