//! Other days: closed for longer, open at other hours, or nobody knows.

use actix_web::{HttpRequest, HttpResponse};
use jiff::ToSpan as _;

use super::{fields, why::why};
use crate::agency::form::opened::{after_midnight, today, with_weekday};
use crate::{
    access::Actor,
    agency::form::{
        faults::FormFaults,
        field::{FieldView, Look},
        fields::Fields,
        opened::{Opened, carried, open},
        view::{Block, Button, FormPage, choice, text_fields},
    },
};
use signpost_answers::LocalizedText;
use signpost_web::{ApiError, SharedApp};

/// GET: the form for other days.
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let opened = open(&app, &who, &request).await?;
    let first = today(&opened).saturating_add(1.day());
    let fields = fields::fields(first, None);
    some_days(opened, &fields, FormFaults::default()).answer()
}

/// The form, filled.
pub(crate) fn some_days(opened: Opened<'_>, fields: &Fields, faults: FormFaults) -> FormPage {
    let f = &opened.f;
    let date = |name: &str, label: String, hint: String| {
        FieldView::of(fields, &faults, name, Look::Line("date"))
            .label(label)
            .hint(hint)
    };
    let time = |name: &str, label: String| {
        FieldView::of(fields, &faults, name, Look::Line("time")).label(label)
    };
    let night = after_midnight(&opened).map_or_else(String::new, |_| {
        let day = with_weekday(&opened, today(&opened));
        f.t1("closing-night-first", "day", &day)
    });
    let listed = |options: &[(&str, String)]| -> Vec<(String, String)> {
        options
            .iter()
            .map(|(value, label)| ((*value).to_owned(), label.clone()))
            .collect()
    };
    let kinds = listed(&[
        ("closed", f.t("closing-closed")),
        ("open", f.t("closing-open")),
        ("unknown", f.t("closing-unknown")),
    ]);
    let ends = listed(&[
        ("last", f.t("closing-end-last")),
        ("review", f.t("closing-end-review")),
    ]);
    let snapshot = opened.app.snapshot();
    let needs = opened.site.services.iter().map(|service| {
        let name = snapshot
            .need(&service.need)
            .map(|need| LocalizedText::of(&need.name, f.lang))
            .unwrap_or_default();
        (service.need.to_string(), name.to_string())
    });
    let needs = std::iter::once((String::new(), f.t("closing-all"))).chain(needs);
    let mut blocks = vec![
        Block::Choice(choice(fields, &faults, "kind", f.t("closing-kind"), kinds)),
        Block::Row(vec![
            time("from", f.t("closing-from")),
            time("to", f.t("closing-to")),
        ]),
        Block::Field(Box::new(date("first", f.t("closing-first"), night))),
        Block::Choice(choice(fields, &faults, "end", f.t("closing-end"), ends)),
        Block::Field(Box::new(date("last", f.t("closing-last"), String::new()))),
        Block::Field(Box::new(date(
            "review",
            f.t("closing-review"),
            f.t("closing-review-hint"),
        ))),
        Block::Choice(choice(fields, &faults, "need", f.t("closing-need"), needs)),
        Block::Choice(why(&opened, fields, &faults, true)),
    ];
    blocks.extend(text_fields(
        f,
        fields,
        &faults,
        "reason",
        &f.t("closing-reason"),
        &f.t("closing-reason-hint"),
    ));
    drop(snapshot);
    FormPage {
        title: f.t("closing-title"),
        about: opened.name(),
        intro: vec![f.t("closing-intro")],
        news: vec![],
        action: opened.address("closings"),
        drafts: opened.address("drafts/closings"),
        draft: None,
        blocks,
        carried: carried(opened.version),
        buttons: vec![Button {
            act: "save",
            label: f.t("save"),
            main: true,
        }],
        back: (opened.address(""), f.t("back")),
        faults,
        f: opened.f,
    }
}
