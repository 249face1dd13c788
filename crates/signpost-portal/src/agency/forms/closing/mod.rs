//! Closing a place for a day, or for some; and taking that back.

mod change;
pub(crate) mod fields;
mod one_day;
mod some_days;

use actix_web::{HttpRequest, HttpResponse};
use signpost_store::Cause;

pub(crate) use self::{
    change::{change, show_change},
    one_day::show_one,
    some_days::show,
};
use self::{one_day::one_day, some_days::some_days};
use super::reasons;
use crate::access::redirect::see;
use crate::access::{Actor, Form};
use crate::agency::form::{
    draft,
    field::Trouble,
    fields::Fields,
    opened::{Opened, open},
    reader::Reading,
    save::{Saved, latest},
    view::{ChoiceView, choice, said},
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
    let fields = Fields::sent(form.0);
    let lang = opened.f.lang;
    let saved = latest(&opened, &fields, Cause::DaysChanged, |site, around| {
        let mut reading = Reading::of(&fields, lang);
        fields::read(&mut reading, site, around.today);
        reading.finish()
    })
    .await?;
    match saved {
        Saved::Done(_) => {
            draft::drop(&opened, "closings").await?;
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
