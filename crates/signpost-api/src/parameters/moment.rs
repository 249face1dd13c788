//! Instants that are asked about.

use std::str::FromStr;

use jiff::{Timestamp, civil::Date};
use signpost_web::App;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        KnownFormat, ObjectBuilder, Ref, RefOr, Schema, SchemaFormat,
        schema::{AnyOfBuilder, Type},
    },
};

/// An instant from 2000 through 2099: further away nothing is known, and working it out would only cost.
#[derive(Clone, Copy)]
pub(crate) struct Instant(pub Timestamp);

impl FromStr for Instant {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let at: Timestamp = text.parse().map_err(|_not_one| {
            "write an instant with its offset, such as 2026-11-22T19:30:00-05:00 (a + is %2B in an address)"
        })?;
        let (first, after) = (
            Timestamp::constant(946_684_800, 0),
            Timestamp::constant(4_102_444_800, 0),
        );
        if (first..after).contains(&at) {
            Ok(Self(at))
        } else {
            Err("only instants from 2000 through 2099 are answered")
        }
    }
}

impl PartialSchema for Instant {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .description(Some(
                "An instant with its offset, from 2000 through 2099 (RFC 3339)",
            ))
            .pattern(Some("^20[0-9]{2}-"))
            .examples(["2026-11-22T19:30:00-05:00"])
            .into()
    }
}

impl ToSchema for Instant {}

/// An instant, or a day alone, which means its noon in town.
#[derive(Clone, Copy)]
pub(crate) enum When {
    At(Timestamp),
    NoonOf(Date),
}

impl When {
    /// The instant.
    pub(crate) fn instant(self, app: &App) -> Timestamp {
        const NOON: i8 = 12;
        match self {
            Self::At(at) => at,
            Self::NoonOf(day) => {
                let snapshot = app.snapshot();
                snapshot.town_zone().instant(day.at(NOON, 0, 0, 0))
            }
        }
    }
}

impl FromStr for When {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Ok(DayOfWeek(day)) = text.parse() {
            return Ok(Self::NoonOf(day));
        }
        let instant: Result<Instant, _> = text.parse();
        match instant {
            Ok(Instant(at)) => Ok(Self::At(at)),
            // Not even a day.
            Err(_) if text.parse::<Timestamp>().is_err() => Err(
                "write an instant with its offset, such as 2026-11-22T19:30:00-05:00 (a + is %2B in an address), or a day from 2000 through \
                 2099, which means its noon in town",
            ),
            Err(far) => Err(far),
        }
    }
}

impl PartialSchema for When {
    fn schema() -> RefOr<Schema> {
        AnyOfBuilder::new()
            .item(Ref::from_schema_name(Instant::name()))
            .item(Ref::from_schema_name(DayOfWeek::name()))
            .into()
    }
}

impl ToSchema for When {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.push((Instant::name().into(), Instant::schema()));
        schemas.push((DayOfWeek::name().into(), DayOfWeek::schema()));
    }
}

/// When sites shall be open.
#[derive(Clone, Copy)]
pub(crate) enum OpenAt {
    Now,
    Then(Timestamp),
}

impl FromStr for OpenAt {
    type Err = <Instant as FromStr>::Err;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "now" {
            return Ok(Self::Now);
        }
        text.parse().map(|Instant(at)| Self::Then(at))
    }
}

impl PartialSchema for OpenAt {
    fn schema() -> RefOr<Schema> {
        AnyOfBuilder::new()
            .item(
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .enum_values(Some(["now"])),
            )
            .item(Ref::from_schema_name(Instant::name()))
            .into()
    }
}

impl ToSchema for OpenAt {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.push((Instant::name().into(), Instant::schema()));
    }
}

/// A day of a week that is asked about, from 2000 through 2099.
#[derive(Clone, Copy)]
pub(crate) struct DayOfWeek(pub Date);

impl FromStr for DayOfWeek {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const LENGTH: usize = 10;
        let day: Option<Date> = text.parse().ok().filter(|_| text.len() == LENGTH);
        let day = day.filter(|day| (2000..2100).contains(&day.year()));
        day.map(Self)
            .ok_or("write a day from 2000 through 2099, such as 2026-11-16")
    }
}

impl PartialSchema for DayOfWeek {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)))
            .description(Some("A day from 2000 through 2099"))
            .pattern(Some("^20[0-9]{2}-[0-9]{2}-[0-9]{2}$"))
            .examples(["2026-11-16"])
            .into()
    }
}

impl ToSchema for DayOfWeek {}
