//! What sites offer: rows below a site, read and written with it.

use signpost_domain::{Age, Confirmation, Service};
use sqlx::SqliteConnection;

use super::cells::{Cells, json, word};
use crate::error::StoreError;

#[derive(sqlx::FromRow)]
pub(super) struct ServiceRow {
    pub(super) site: String,
    need: String,
    offer: String,
    hours: Option<String>,
    closed_on: Option<String>,
    hours_note: String,
    description: String,
    bring: String,
    eligibility_description: String,
    minimum_age: Option<i64>,
    maximum_age: Option<i64>,
    id_required: Option<bool>,
    for_women: Option<bool>,
    pets: Option<bool>,
    items: String,
    confirmed_by: Option<String>,
    confirmed_on: Option<String>,
    review_by: Option<String>,
    source: String,
    source_day: Option<String>,
    example: bool,
}

impl TryFrom<ServiceRow> for Service {
    type Error = StoreError;

    fn try_from(row: ServiceRow) -> Result<Self, StoreError> {
        let key = format!("{}, {}", row.site, row.need);
        let cells = Cells {
            table: "services",
            row: &key,
        };
        let on = cells.day("confirmed_on", row.confirmed_on.as_deref())?;
        let review_by = cells.day("review_by", row.review_by.as_deref())?;
        let confirmation = match (row.confirmed_by, on, review_by) {
            (Some(by), Some(on), Some(review_by)) => Some(Confirmation { by, on, review_by }),
            (None, None, None) => None,
            _ => return Err(cells.fault("confirmed_by")),
        };
        Ok(Self {
            need: cells.parsed("need", &row.need)?,
            offer: cells.one_of("offer", &row.offer)?,
            hours: row.hours,
            closed_on: row
                .closed_on
                .map(|codes| cells.list("closed_on", &codes))
                .transpose()?,
            hours_note: cells.words("hours_note", &row.hours_note)?,
            description: cells.words("description", &row.description)?,
            bring: cells.words("bring", &row.bring)?,
            eligibility_description: cells
                .words("eligibility_description", &row.eligibility_description)?,
            minimum_age: age(&cells, "minimum_age", row.minimum_age)?,
            maximum_age: age(&cells, "maximum_age", row.maximum_age)?,
            id_required: row.id_required,
            for_women: row.for_women,
            pets: row.pets,
            items: cells.list("items", &row.items)?,
            confirmation,
            source: cells.source(row.source, row.source_day.as_deref())?,
            example: row.example,
        })
    }
}

fn age(
    cells: &Cells<'_>,
    column: &'static str,
    years: Option<i64>,
) -> Result<Option<Age>, StoreError> {
    let years = years.map(|years| cells.number::<u64>(column, years));
    let age = |years| Age::try_from(years).map_err(|_named_by_cell| cells.fault(column));
    years.transpose()?.map(age).transpose()
}

/// Adds one service of a site.
pub(super) async fn add(
    db: &mut SqliteConnection,
    site: &str,
    service: &Service,
) -> Result<(), StoreError> {
    let confirmation = service.confirmation.as_ref();
    sqlx::query(
        "INSERT INTO services
            (site, need, offer, hours, closed_on, hours_note, description, bring,
             eligibility_description, minimum_age, maximum_age, id_required, for_women, pets, items,
             confirmed_by, confirmed_on, review_by, source, source_day, example)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(site)
    .bind(service.need.as_str())
    .bind(word(&service.offer)?)
    .bind(service.hours.as_deref())
    .bind(service.closed_on.as_ref().map(json).transpose()?)
    .bind(json(&service.hours_note)?)
    .bind(json(&service.description)?)
    .bind(json(&service.bring)?)
    .bind(json(&service.eligibility_description)?)
    .bind(service.minimum_age.map(u8::from))
    .bind(service.maximum_age.map(u8::from))
    .bind(service.id_required)
    .bind(service.for_women)
    .bind(service.pets)
    .bind(json(&service.items)?)
    .bind(confirmation.map(|known| known.by.as_str()))
    .bind(confirmation.map(|known| known.on.to_string()))
    .bind(confirmation.map(|known| known.review_by.to_string()))
    .bind(service.source.text.as_str())
    .bind(service.source.day.map(|day| day.to_string()))
    .bind(service.example)
    .execute(db)
    .await?;
    Ok(())
}
