//! Closing a place for a day, or for some; and taking that back.

mod change;
mod one_day;
mod some_days;

use actix_web::{HttpRequest, HttpResponse};
use jiff::civil::Date;
use signpost_domain::Site;
use signpost_hours::words;
use signpost_store::Cause;

pub(super) use self::{
    change::{change, show_change},
    one_day::show_one,
    some_days::show,
};
use self::{one_day::one_day, some_days::some_days};
use super::{
    drafts,
    field::Trouble,
    fields::Fields,
    form::{ChoiceView, choice, said},
    keys,
    page::{Opened, open},
    reading::Reading,
    sheet::{Saved, Saving, see},
    sheets::{closing, reasons},
};
use crate::{
    ApiError, FieldFault, SharedApp,
    edits::Surroundings,
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
    let saved = latest(&opened, &fields, Cause::DaysChanged, |site, around| {
        let mut reading = Reading::of(&fields, lang);
        closing::read(&mut reading, site, around.today);
        reading.finish()
    })
    .await?;
    match saved {
        Saved::Done(_) => {
            drafts::drop(&opened, "closings").await?;
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

/// Why it is closed, as a choice; with words of one's `own` where there is a field for them.
fn why(opened: &Opened<'_>, fields: &Fields, trouble: &Trouble, own: bool) -> ChoiceView {
    let f = &opened.f;
    let none = (String::new(), f.t("closing-why-none"));
    let listed = reasons::REASONS
        .into_iter()
        .filter_map(|key| Some((key.to_owned(), said(&reasons::reason(key)?, f.lang))));
    let own = own.then(|| ("own".to_owned(), f.t("closing-why-own")));
    let options = std::iter::once(none).chain(listed).chain(own);
    choice(fields, trouble, "why", f.t("closing-why"), options)
}

/// Saves on the version there is, whatever version the form showed: an entry is added or taken away by its name, and touches nothing else.
pub(super) async fn latest(
    opened: &Opened<'_>,
    fields: &Fields,
    reason: Cause,
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
            let key = keys::onto(fields.text("key"), overtaken.current);
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
