//! Closing a place for a day, or for some; and taking that back.

use actix_web::{HttpRequest, HttpResponse};
use jiff::{ToSpan as _, civil::Date};
use signpost_domain::{Exception, ExceptionId, Site};
use signpost_hours::words;

use super::{
    field::{FieldView, Look, Trouble},
    fields::Fields,
    form::{Block, Button, FormPage, choice, said, text_fields},
    overview,
    page::{Opened, carried, open},
    reading::Reading,
    sheet::{Saved, Saving, see},
    sheets::{closing, reasons},
};
use crate::{
    ApiError, FieldFault, SharedApp,
    answers::Said,
    edits::Surroundings,
    params::Params,
    portal::access::{Actor, Form},
};

/// The civil day at the site.
pub(super) fn today(opened: &Opened<'_>) -> Date {
    let snapshot = opened.app.snapshot();
    let now = opened.app.now();
    match snapshot.find(&opened.slug) {
        Some(ix) => snapshot.zone(ix).day(now),
        None => snapshot.town_zone().day(now),
    }
}

/// "Thursday, November 26, 2026".
pub(super) fn with_weekday(opened: &Opened<'_>, day: Date) -> String {
    let lang = opened.f.lang;
    opened.f.t2(
        "closing-day",
        ("weekday", words::weekday_name(day.weekday(), lang)),
        ("date", &words::date(day, lang)),
    )
}

/// GET: closed today, or tomorrow. One more tap does it.
pub(super) async fn show_one(
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
    one_day(opened, &closing::fields(day, Some(day)), Trouble::default()).answer()
}

fn one_day(opened: Opened<'_>, fields: &Fields, trouble: Trouble) -> FormPage {
    let day: Option<Date> = fields.text("first").parse().ok();
    let day = day
        .map(|day| with_weekday(&opened, day))
        .unwrap_or_default();
    let f = &opened.f;
    let name = opened.name();
    let title = f.t2("closing-one-title", ("place", &name), ("day", &day));
    let blocks = vec![Block::Choice(why(&opened, fields, &trouble, false))];
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
        trouble,
        f: opened.f,
    }
}

fn why(
    opened: &Opened<'_>,
    fields: &Fields,
    trouble: &Trouble,
    own: bool,
) -> super::form::ChoiceView {
    let f = &opened.f;
    let none = (String::new(), f.t("closing-why-none"));
    let listed = reasons::REASONS
        .into_iter()
        .filter_map(|key| Some((key.to_owned(), said(&reasons::reason(key)?, f.lang))));
    let own = own.then(|| ("own".to_owned(), f.t("closing-why-own")));
    let options = std::iter::once(none).chain(listed).chain(own);
    choice(fields, trouble, "why", f.t("closing-why"), options)
}

/// GET: the form for other days.
pub(super) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let opened = open(&app, &who, &request).await?;
    let first = today(&opened).saturating_add(1.day());
    let fields = closing::fields(first, None);
    some_days(opened, &fields, Trouble::default()).answer()
}

fn some_days(opened: Opened<'_>, fields: &Fields, trouble: Trouble) -> FormPage {
    let f = &opened.f;
    let date = |name: &str, label: String, hint: String| {
        FieldView::of(fields, &trouble, name, Look::Line("date"))
            .label(label)
            .hint(hint)
    };
    let time = |name: &str, label: String| {
        FieldView::of(fields, &trouble, name, Look::Line("time")).label(label)
    };
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
            .map(|need| Said::of(&need.name, f.lang))
            .unwrap_or_default();
        (service.need.to_string(), name.to_string())
    });
    let needs = std::iter::once((String::new(), f.t("closing-all"))).chain(needs);
    let mut blocks = vec![
        Block::Choice(choice(fields, &trouble, "kind", f.t("closing-kind"), kinds)),
        Block::Row(vec![
            time("from", f.t("closing-from")),
            time("to", f.t("closing-to")),
        ]),
        Block::Field(Box::new(date("first", f.t("closing-first"), String::new()))),
        Block::Choice(choice(fields, &trouble, "end", f.t("closing-end"), ends)),
        Block::Field(Box::new(date("last", f.t("closing-last"), String::new()))),
        Block::Field(Box::new(date(
            "review",
            f.t("closing-review"),
            f.t("closing-review-hint"),
        ))),
        Block::Choice(choice(fields, &trouble, "need", f.t("closing-need"), needs)),
        Block::Choice(why(&opened, fields, &trouble, true)),
    ];
    blocks.extend(text_fields(
        f,
        fields,
        &trouble,
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
        trouble,
        f: opened.f,
    }
}

/// POST of both forms.
pub(super) async fn sent(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let opened = open(&app, &who, &request).await?;
    let fields = Fields::sent(form.0);
    let lang = opened.f.lang;
    let saved = latest(&opened, &fields, "days changed", |site, around| {
        let mut reading = Reading::of(&fields, lang);
        closing::read(&mut reading, site, around.today);
        reading.finish()
    })
    .await?;
    match saved {
        Saved::Done(_) => {
            super::drafts::drop(&opened, "closings").await?;
            Ok(see(&format!("{}?done=closed", opened.address(""))))
        }
        Saved::Refused(trouble) if fields.has("one") => one_day(opened, &fields, trouble).answer(),
        Saved::Refused(trouble) => {
            let trouble = with_short_names(trouble);
            some_days(opened, &fields, trouble).answer()
        }
        Saved::Overtaken(_) => Ok(see(&format!("{}?done=look-again", opened.address("")))),
    }
}

/// A new exception's faults bear the names of its fields on the page: its id is not known there.
fn with_short_names(mut trouble: Trouble) -> Trouble {
    for fault in &mut trouble.wording {
        if let Some((_, name)) = fault.field.rsplit_once(".reason.") {
            fault.field = format!("reason.{name}");
        }
    }
    trouble
}

/// POST: takes days that are different back, or ends them earlier.
pub(super) async fn change(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, ApiError> {
    let opened = open(&app, &who, &request).await?;
    let fields = Fields::sent(form.0);
    let id: ExceptionId = request
        .match_info()
        .get("id")
        .and_then(|text| text.parse().ok())
        .ok_or_else(ApiError::not_found)?;
    let shorten = fields.text("act") == "shorten";
    let last: Option<Date> = fields.text("last").parse().ok();
    let lang = opened.f.lang;
    let reason = if shorten {
        "days shortened"
    } else {
        "days taken back"
    };
    let saved = latest(&opened, &fields, reason, |site, _around| {
        let mut reading = Reading::of(&fields, lang);
        let done = match last {
            Some(last) if shorten => closing::shorten(site, &id, last),
            None if shorten => false,
            _ => {
                closing::remove(site, &id);
                true
            }
        };
        if !done {
            reading.fault("last", "fault-shorten");
        }
        reading.finish()
    })
    .await?;
    match saved {
        Saved::Done(_) if shorten => Ok(see(&format!("{}?done=shortened", opened.address("")))),
        Saved::Done(_) => Ok(see(&format!("{}?done=opened", opened.address("")))),
        Saved::Refused(trouble) => change_page(opened, &id, trouble)?.answer(),
        Saved::Overtaken(_) => Ok(see(&format!("{}?done=look-again", opened.address("")))),
    }
}

/// GET: one entry of days that are different.
pub(super) async fn show_change(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let opened = open(&app, &who, &request).await?;
    let id: ExceptionId = request
        .match_info()
        .get("id")
        .and_then(|text| text.parse().ok())
        .ok_or_else(ApiError::not_found)?;
    change_page(opened, &id, Trouble::default())?.answer()
}

fn change_page(
    opened: Opened<'_>,
    id: &ExceptionId,
    trouble: Trouble,
) -> Result<FormPage, ApiError> {
    let found = opened.site.exceptions.iter().find(|one| one.id == *id);
    let exception: Exception = found.cloned().ok_or_else(ApiError::not_found)?;
    let f = &opened.f;
    let mut fields = Fields::default();
    fields.put("last", exception.last.to_string());
    let last =
        FieldView::of(&fields, &trouble, "last", Look::Line("date")).label(f.t("closing-last"));
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
        title: overview::in_words(&opened, &exception),
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
        trouble,
        f: opened.f,
    })
}

/// Saves on the version there is, whatever version the form showed: an entry is added or taken away by its name, and touches nothing else.
pub(super) async fn latest(
    opened: &Opened<'_>,
    fields: &Fields,
    reason: &str,
    change: impl Fn(&mut Site, &Surroundings<'_>) -> Result<(), Vec<FieldFault>>,
) -> Result<Saved, ApiError> {
    let saving = Saving {
        app: opened.app,
        who: opened.who,
        slug: &opened.slug,
        fields,
        reason,
    };
    match saving.save(&change).await? {
        Saved::Overtaken(overtaken) => {
            let mut newer = fields.clone();
            newer.set("version", &overtaken.current.to_string());
            let key = super::keys::onto(fields.text("key"), overtaken.current);
            newer.set("key", &key);
            let saving = Saving {
                fields: &newer,
                ..saving
            };
            saving.save(&change).await
        }
        saved => Ok(saved),
    }
}
