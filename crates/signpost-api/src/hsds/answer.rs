//! A page of rows, and one row.

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde_json::{Map, Value, json};
use signpost_domain::{Lang, folded};
use signpost_exchange::Hsds;
use signpost_locate::Snapshot;
use signpost_web::{
    ApiError, App,
    reply::{JSON, digest, tagged, text},
};

use super::query::{PageNumber, RowId};
use crate::parameters::{ListLimit, SearchWords};

/// The directory in the words of HSDS, as it stands now.
pub(super) fn hsds<'a>(
    app: &App,
    snapshot: &'a Snapshot,
    lang: Option<Lang>,
    origin: Option<&'a str>,
) -> Hsds<'a> {
    Hsds {
        directory: snapshot.directory(),
        day: snapshot.town_zone().day(app.now()),
        lang: lang.unwrap_or_default(),
        origin,
    }
}

/// Which page of a list, and what is said beside its rows.
pub(super) struct Paging {
    page: usize,
    size: usize,
    more: Map<String, Value>,
}

impl Paging {
    pub(super) fn of(page: Option<PageNumber>, size: Option<ListLimit>) -> Self {
        Self {
            page: page.map_or(1, |PageNumber(page)| page),
            size: size.unwrap_or_default().get(),
            more: Map::new(),
        }
    }

    /// The same with more members.
    pub(super) fn with(self, more: Map<String, Value>) -> Self {
        Self { more, ..self }
    }

    /// The rows of the page, told.
    pub(super) fn answer<Row>(
        self,
        request: &HttpRequest,
        rows: Vec<Row>,
        tell: impl Fn(Row) -> Value,
    ) -> Result<HttpResponse, ApiError> {
        let total = rows.len();
        let pages = total.div_ceil(self.size);
        let skip = (self.page - 1).saturating_mul(self.size);
        let shown: Vec<Value> = rows
            .into_iter()
            .skip(skip)
            .take(self.size)
            .map(tell)
            .collect();
        let mut body = json!({
            "total_items": total,
            "total_pages": pages,
            "page_number": self.page,
            "size": shown.len(),
            "first_page": self.page == 1,
            "last_page": self.page >= pages,
            "empty": shown.is_empty(),
            "contents": shown,
        });
        if let Some(members) = body.as_object_mut() {
            members.extend(self.more);
        }
        reply(request, &body)
    }
}

/// The answer, with a tag.
pub(super) fn reply(
    request: &HttpRequest,
    body: &impl Serialize,
) -> Result<HttpResponse, ApiError> {
    let body = text(body)?;
    let tag = format!("\"hsds-{}\"", digest(body.as_bytes()));
    Ok(tagged(request, body, JSON, &tag))
}

/// The id in the address. What is no id is the address of nothing.
pub(super) fn id(request: &HttpRequest) -> Result<RowId, ApiError> {
    request
        .match_info()
        .get("id")
        .and_then(|text| text.parse().ok())
        .ok_or_else(ApiError::not_found)
}

/// Whether all words that are looked for are in these texts.
pub(super) fn says(search: Option<&SearchWords>, texts: &[&str]) -> bool {
    let Some(search) = search else {
        return true;
    };
    let all = folded(&texts.join(" "));
    let words = folded(search.as_str());
    words.split_whitespace().all(|word| all.contains(word))
}
