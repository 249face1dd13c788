//! POST and DELETE of dated exceptions.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Map, Value};
use signpost_domain::{Exception, ExceptionId, ExceptionKind, ItemCode, NeedCode, Site, SiteSlug};
use signpost_store::Cause;
use utoipa::ToSchema;

use super::{
    edit::{Acknowledged, EditCall, acknowledged},
    token::EditHeaders,
    values::{Faults, merge_hours, merge_text},
    words::{KeepWords, TextPatch},
};
use crate::{parameters::EntityTag, to_go::expect_json};
use signpost_editing::{
    EditContext, FieldFault,
    rules::{self, LONGEST_EXCEPTION_DAYS, MOST_EXCEPTIONS, WrongDays},
};
use signpost_web::{ApiError, SharedApp, body, members::sent};

/// An exception to be added.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Exception)]
struct NewException {
    /// Why words should stay, by field; taken out before the rest is read.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<KeepWords>, nullable = false)]
    #[expect(dead_code, reason = "taken out of the body before the rest is read")]
    keep: Option<Value>,
    /// Its id within the site; made up when left out.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<ExceptionId>)]
    id: Option<Value>,
    /// The need it is for; null means all.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<NeedCode>)]
    need: Option<Value>,
    /// Of the kind `out_of_stock`: the things of the need that are out of stock, by code; left out or empty for all of it.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<Vec<ItemCode>>)]
    items: Option<Value>,
    /// `out_of_stock` needs the code of a need; it is over by itself after its last day.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<ExceptionKind>, required, nullable = false)]
    kind: Option<Value>,
    /// First day.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<Date>, required, nullable = false)]
    first: Option<Value>,
    /// Last day, itself included; null until further notice, with a `review_by`: through that day it is so, and then people are told to call
    /// first.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<Date>)]
    last: Option<Value>,
    /// Hours on these days, of the kind open only.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<String>)]
    hours: Option<Value>,
    /// Why.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<TextPatch>)]
    reason: Option<Value>,
    /// The day somebody should look at it again; only of what has no last day.
    #[serde(default, deserialize_with = "sent")]
    #[schema(value_type = Option<Date>)]
    review_by: Option<Value>,
}

/// Adds a dated exception to the hours of your own site
#[utoipa::path(
    post,
    path = "/api/v1/sites/{slug}/exceptions",
    params(("slug" = SiteSlug, Path, description = "The site."), EditHeaders),
    request_body = NewException,
    responses(
        (status = 201, description = "Done", body = Acknowledged,
            headers(("ETag" = EntityTag, description = "The new version"))),
    ),
    security(("token" = []))
)]
pub(crate) async fn add(
    app: SharedApp,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, ApiError> {
    let mut asked = EditCall::read(&app, &request, Cause::ExceptionAdded).await?;
    expect_json(&request, &["application/json"])?;
    let mut body = body::json_object(&body::body(payload).await?)?;
    asked.take_kept(&mut body)?;
    let done = asked
        .make(|site, around| {
            let exception = read(&body, site, around)?;
            rules::put_exception(site, exception);
            Ok(())
        })
        .await?;
    Ok(acknowledged(asked.slug(), &done, StatusCode::CREATED))
}

/// Takes an exception away
#[utoipa::path(
    delete,
    path = "/api/v1/sites/{slug}/exceptions/{id}",
    params(("slug" = SiteSlug, Path, description = "The site."),
        ("id" = ExceptionId, Path, description = "The exception."), EditHeaders),
    responses(
        (status = 200, description = "Done", body = Acknowledged,
            headers(("ETag" = EntityTag, description = "The new version"))),
    ),
    security(("token" = []))
)]
pub(crate) async fn remove(app: SharedApp, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let asked = EditCall::read(&app, &request, Cause::ExceptionRemoved).await?;
    let id: Option<ExceptionId> = request
        .match_info()
        .get("id")
        .and_then(|text| text.parse().ok());
    let id = id.ok_or_else(ApiError::not_found)?;
    let mut found = false;
    let outcome = asked
        .make(|site, _around| {
            let before = site.exceptions.len();
            site.exceptions.retain(|exception| exception.id != id);
            found = site.exceptions.len() < before;
            if found { Ok(()) } else { Err(vec![]) }
        })
        .await;
    match outcome {
        Ok(done) => Ok(acknowledged(asked.slug(), &done, StatusCode::OK)),
        Err(ApiError::Fields { faults }) if faults.is_empty() => Err(ApiError::NotFound {
            detail: format!("the site has no exception {id}"),
        }),
        Err(error) => Err(error),
    }
}

/// An exception from a body, every fault named.
fn read(
    body: &Map<String, Value>,
    site: &Site,
    around: &EditContext<'_>,
) -> Result<Exception, Vec<FieldFault>> {
    let mut faults = Faults::default();
    let NewException {
        keep: _,
        id,
        need: about,
        items,
        kind,
        first,
        last,
        hours: hours_text,
        reason: why,
        review_by,
    } = faults.members(body, "");
    let day = "a day such as 2026-12-24";
    let kind: Option<ExceptionKind> =
        faults.needed(kind, "kind", "closed, open, unknown or out_of_stock");
    let first: Option<Date> = faults.needed(first, "first", day);
    let is_open_ended = last.as_ref().is_none_or(Value::is_null);
    let last: Option<Date> = faults.optional(last, "last", day);
    let is_for_all = about.as_ref().is_none_or(Value::is_null);
    let need: Option<NeedCode> = faults.optional(about, "need", "the code of a need of this site");
    let items: Vec<ItemCode> = faults
        .optional(items, "items", "a list of codes of things, such as needles")
        .unwrap_or_default();
    check_items(&items, need.as_ref(), kind, around, &mut faults);
    let review_by: Option<Date> = faults.optional(review_by, "review_by", day);
    if is_open_ended && review_by.is_none() {
        faults.add(
            "last",
            "write the last day, such as 2026-12-24; or null until further notice, with the day on which somebody looks again as review_by",
        );
    }
    if last.is_some() && review_by.is_some() {
        faults.add(
            "review_by",
            "what has a last day ends on it: leave review_by out, or write null as last until further notice",
        );
    }
    let given: Option<ExceptionId> =
        faults.optional(id, "id", "lower-case letters, digits and hyphens");
    let mut reason = signpost_domain::Text::default();
    if let Some(value) = why {
        merge_text(&mut reason, &value, "reason", &mut faults);
    }
    let mut hours = None;
    if let Some(value) = hours_text {
        merge_hours(&mut hours, &value, "hours", &mut faults);
    }
    if let Some(need) = need.as_ref().filter(|need| site.service(need).is_none()) {
        faults.add("need", format!("this site has no service for {need}"));
    }
    if kind == Some(ExceptionKind::OutOfStock) && is_for_all {
        faults.add("need", "say what is out of stock: the code of a need");
    }
    if hours.is_some() && kind.is_some_and(|kind| kind != ExceptionKind::Open) {
        faults.add("hours", "only an exception of the kind open has hours");
    }
    if let (Some(first), Some(sure)) = (first, last.or(review_by)) {
        let field = if last.is_some() { "last" } else { "review_by" };
        check_days((first, sure), field, around, &mut faults);
    }
    if site.exceptions.len() >= MOST_EXCEPTIONS {
        faults.add(
            "id",
            format!("a site has at most {MOST_EXCEPTIONS} exceptions; remove old ones"),
        );
    }
    let taken = |id: &str| site.exceptions.iter().any(|one| one.id.as_str() == id);
    if let Some(id) = given.as_ref().filter(|id| taken(id.as_str())) {
        faults.add("id", format!("this site has an exception {id} already"));
    }
    let (Some(kind), Some(first)) = (kind, first) else {
        return Err(faults.into_list());
    };
    // The same days said twice are one closing: what was said last counts.
    let twin = || rules::same_days(site, kind, (first, last), (need.as_ref(), &items));
    let id = given
        .or_else(|| twin().map(|twin| twin.id.clone()))
        .or_else(|| rules::free_exception_id(kind, first, taken));
    let Some(id) = id else {
        faults.add("id", "no id is free; give one");
        return Err(faults.into_list());
    };
    faults.none_or(Exception {
        id,
        need,
        items,
        kind,
        first,
        last,
        hours,
        reason,
        review_by,
    })
}

/// Things are those of the need, and only what is out of stock is said thing by thing.
fn check_items(
    items: &[ItemCode],
    need: Option<&NeedCode>,
    kind: Option<ExceptionKind>,
    around: &EditContext<'_>,
    faults: &mut Faults,
) {
    if !items.is_empty() && kind.is_some_and(|kind| kind != ExceptionKind::OutOfStock) {
        faults.add(
            "items",
            "only an exception of the kind out_of_stock has items",
        );
    }
    let mut needs = around.directory.needs.iter();
    let known = need.and_then(|need| needs.find(|one| &one.code == need));
    for item in items {
        if known.is_some_and(|need| need.items.iter().all(|own| &own.code != item)) {
            faults.add("items", format!("this need has no item {item}"));
        }
    }
}

fn check_days(
    (first, last): (Date, Date),
    field: &str,
    around: &EditContext<'_>,
    faults: &mut Faults,
) {
    let detail = match rules::wrong_days(first, last, around.running) {
        None => return,
        Some(WrongDays::Backwards) => "the last day is before the first".to_owned(),
        Some(WrongDays::Over) => "the last day is over".to_owned(),
        Some(WrongDays::TooMany) => {
            format!("an exception lasts at most {LONGEST_EXCEPTION_DAYS} days")
        }
    };
    faults.add(field, detail);
}
