//! Instants as a reader sees them.

use jiff::Timestamp;
use serde::{Serialize, Serializer};
use signpost_hours::Zone;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{KnownFormat, ObjectBuilder, RefOr, Schema, SchemaFormat, schema::Type},
};

/// An instant, and the zone whose clocks its readers look at.
///
/// It is compared and counted with as an instant, and becomes text only in JSON: RFC 3339 with the offset of the zone,
/// `2026-11-22T19:30:00-05:00`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalTime {
    /// The instant.
    pub at: Timestamp,
    /// Whose clocks show it.
    pub zone: Zone,
}

impl LocalTime {
    /// An instant by the clocks of `zone`.
    #[must_use]
    pub fn new(at: Timestamp, zone: &Zone) -> Self {
        Self {
            at,
            zone: zone.clone(),
        }
    }
}

impl PartialSchema for LocalTime {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .description(Some(
                "An instant, with the offset of the zone whose clocks its readers look at",
            ))
            .examples(["2026-11-22T19:30:00-05:00"])
            .into()
    }
}

impl ToSchema for LocalTime {}

impl Serialize for LocalTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&rfc3339(self.at, &self.zone))
    }
}

/// An instant with the offset of a zone, to the second: `2026-11-22T19:30:00-05:00`.
#[must_use]
pub fn rfc3339(at: Timestamp, zone: &Zone) -> String {
    zone.zoned(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_json_it_has_the_offset_of_its_zone() {
        let at: Timestamp = "2026-11-23T00:30:00.75Z".parse().unwrap();
        for (zone, text) in [
            ("America/Toronto", "2026-11-22T19:30:00-05:00"),
            ("America/Regina", "2026-11-22T18:30:00-06:00"),
        ] {
            let time = LocalTime::new(at, &Zone::named(zone).unwrap());
            assert_eq!(serde_json::to_value(&time).unwrap(), text);
        }
    }
}
