//! The `crs` member that geographic tools write into GeoJSON, as it was before RFC 7946: in which system the numbers are degrees.

use serde_json::Value;

/// Why a file in this reference system is not read; `None` when its numbers are longitude and latitude, which is what GeoJSON has.
pub(crate) fn refusal(crs: &Value) -> Option<String> {
    let property = |name: &str| crs.get("properties").and_then(|all| all.get(name));
    let name = match (crs.get("type").and_then(Value::as_str), property("name")) {
        (Some("name"), Some(Value::String(name))) => name.clone(),
        // An earlier form: {"type": "EPSG", "properties": {"code": 4326}}.
        (Some(authority), _) if property("code").is_some() => {
            let code = property("code").map(Value::to_string);
            format!("{authority}:{}", code.unwrap_or_default().trim_matches('"'))
        }
        _ => return Some(said("a reference system without a name")),
    };
    (!is_longitude_latitude(&name)).then(|| said(&name))
}

fn said(name: &str) -> String {
    let name: String = name.chars().take(80).collect();
    format!(
        "the coordinates are in {name}; save the file in WGS 84, longitude and latitude in degrees (EPSG:4326, CRS84)"
    )
}

/// WGS 84 by any of its names: `EPSG:4326`, `urn:ogc:def:crs:OGC:1.3:CRS84`, `http://www.opengis.net/def/crs/EPSG/0/4326`.
fn is_longitude_latitude(name: &str) -> bool {
    let name = name.trim().to_ascii_uppercase();
    let parts: Vec<&str> = name
        .split([':', '/'])
        .filter(|part| !part.is_empty())
        .collect();
    match parts[..] {
        ["CRS84" | "WGS84" | "WGS 84"] | ["OGC", "CRS84"] | ["CRS", "84"] | ["EPSG", "4326"] => {
            true
        }
        ["URN", "OGC" | "X-OGC", "DEF", "CRS", ref rest @ ..]
        | [
            "HTTP" | "HTTPS",
            "WWW.OPENGIS.NET",
            "DEF",
            "CRS",
            ref rest @ ..,
        ] => {
            matches!(rest, ["OGC", .., "CRS84"] | ["EPSG", .., "4326"])
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn wgs_84_passes_by_any_of_its_names_and_another_is_refused_by_its_own() {
        for name in [
            "urn:ogc:def:crs:OGC:1.3:CRS84",
            "urn:ogc:def:crs:OGC::CRS84",
            "urn:ogc:def:crs:EPSG::4326",
            "urn:ogc:def:crs:EPSG:6.9:4326",
            "EPSG:4326",
            "epsg:4326",
            "OGC:CRS84",
            "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
            "https://www.opengis.net/def/crs/EPSG/0/4326",
        ] {
            let crs = json!({"type": "name", "properties": {"name": name}});
            assert_eq!(refusal(&crs), None, "{name}");
        }
        let early = json!({"type": "EPSG", "properties": {"code": 4326}});
        assert_eq!(refusal(&early), None);
        for name in [
            "urn:ogc:def:crs:EPSG::3857",
            "EPSG:26915",
            "urn:ogc:def:crs:EPSG::43260",
            "",
        ] {
            let crs = json!({"type": "name", "properties": {"name": name}});
            assert!(refusal(&crs).unwrap().contains(name), "{name}");
        }
        for none in [json!(null), json!({"type": "link"}), json!("EPSG:4326")] {
            assert!(refusal(&none).unwrap().contains("without a name"));
        }
    }
}
