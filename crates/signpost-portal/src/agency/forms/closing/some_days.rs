//! Other days: closed for longer, open at other hours, or nobody knows.

use std::sync::LazyLock;

use actix_web::{HttpRequest, HttpResponse};

use super::{fields, why::why};
use crate::agency::form::opened::{after_midnight, today, with_weekday};
use crate::{
    access::Actor,
    agency::form::{
        faults::FormFaults,
        field::{FieldView, Look},
        fields::Fields,
        opened::{Opened, carried, open},
        view::{Block, Button, ChoiceView, FormPage, choice, text_fields},
    },
};
use jiff::civil::Date;
use signpost_answers::LocalizedText;
use signpost_domain::{Exception, ExceptionId, ExceptionKind, Text};
use signpost_editing::rules;
use signpost_web::{ApiError, SharedApp};

/// An id for what is not entered yet.
static NEW: LazyLock<ExceptionId> =
    LazyLock::new(|| ExceptionId::new("new").expect("letters are an id"));

/// GET: the form for other days.
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let opened = open(&app, &who, &request).await?;
    let fields = fields::fields(today(&opened), None);
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
        FieldView::of(fields, &faults, name, Look::Line("time"))
            .label(label)
            .selects("kind", "open")
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
        Block::Field(Box::new(
            date("last", f.t("closing-last"), String::new()).selects("end", "last"),
        )),
        Block::Field(Box::new(
            date("review", f.t("closing-review"), f.t("closing-review-hint"))
                .selects("end", "review"),
        )),
        Block::Choice(choice(fields, &faults, "need", f.t("closing-need"), needs)),
        Block::Choice(why(&opened, fields, &faults, true)),
    ];
    let own = text_fields(
        f,
        fields,
        &faults,
        "reason",
        &f.t("closing-reason"),
        &f.t("closing-reason-hint"),
    );
    blocks.extend(own.into_iter().map(|block| block.selects("why", "own")));
    if fields.has("sure") || !faults.of("sure").is_empty() {
        let sure = [("long-night".to_owned(), f.t("closing-sure-night"))];
        let sure = choice(fields, &faults, "sure", f.t("closing-sure"), sure).several();
        blocks.push(Block::Choice(sure));
    }
    if fields.has("overlap") || !faults.of("overlap").is_empty() {
        blocks.push(Block::Choice(overlap(&opened, fields, &faults)));
    }
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

/// What would stay open beside the closing, or closed beside the opening, and whether it ends too.
fn overlap(opened: &Opened<'_>, fields: &Fields, faults: &FormFaults) -> ChoiceView {
    let f = &opened.f;
    let day = |name: &str| fields.text(name).parse::<Date>().ok();
    let opens = fields.text("kind") == "open";
    let new = day("first").map(|first| Exception {
        id: NEW.clone(),
        need: fields.text("need").parse().ok(),
        items: vec![],
        kind: if opens {
            ExceptionKind::Open
        } else {
            ExceptionKind::Closed
        },
        first,
        last: day("last"),
        hours: None,
        reason: Text::default(),
        review_by: day("review"),
    });
    let still = new
        .iter()
        .flat_map(|new| rules::still_counts(&opened.site, new));
    let snapshot = opened.app.snapshot();
    let needs = &snapshot.directory().needs;
    let named = still.map(|one| signpost_changes::words::exception(one, needs, f.lang));
    let named: Vec<String> = named.collect();
    let (legend, end) = if opens {
        ("closing-overlap-open", "closing-overlap-open-end")
    } else {
        ("closing-overlap", "closing-overlap-end")
    };
    let options = [
        ("end".to_owned(), f.t(end)),
        ("keep".to_owned(), f.t("closing-overlap-keep")),
    ];
    let legend = f.t1(legend, "what", named.join("; "));
    choice(fields, faults, "overlap", legend, options)
}
