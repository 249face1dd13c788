//! `directory.toml`: what the directory is called, where it is, and whether it is in use.

use signpost_domain::{Directory, Edition, Ground, LonLat, Metres};

use crate::{columns::Columns, fault::Faults, tree, value};

pub(crate) const FILE: &str = "directory.toml";
const COLUMNS: Columns = Columns {
    required: &[],
    all: &[
        "edition",
        "title",
        "banner",
        "zone",
        "centre",
        "walking_range_km",
    ],
    texts: &["title", "banner"],
    judged: &[],
};

/// A directory with nothing in it yet. Faults are named, and stand-ins take their place.
pub(crate) fn read(file: &str, text: &str, faults: &mut Faults) -> Directory {
    let row = tree::read_toml(file, text, faults);
    row.check(&COLUMNS, &[], faults);
    row.required(faults, "edition");
    let edition = row.read(faults, "edition", |word| match word {
        "preview" => Ok(Edition::Preview),
        "live" => Ok(Edition::Live),
        _ => Err(format!(
            "write preview or live, not {}",
            value::quoted(word)
        )),
    });
    row.required(faults, "zone");
    let zone = row.read(faults, "zone", value::zone).unwrap_or_default();
    row.required(faults, "centre");
    let numbers = row.list(faults, "centre", value::degrees);
    let centre = match numbers[..] {
        [lon, lat] => LonLat::new(lon, lat).map_err(|error| error.to_string()),
        _ => Err("write the centre as [longitude, latitude]".to_owned()),
    };
    let centre = centre.unwrap_or_else(|message| {
        row.fault(faults, "centre", &message);
        nowhere()
    });
    let range = row.read(faults, "walking_range_km", |word| {
        match word.parse::<f64>() {
            Ok(km) if km > 0.0 && km <= 100.0 => Ok(Metres(km * 1_000.0)),
            _ => Err(format!(
                "write the kilometres people walk, from 0.1 to 100, not {}",
                value::quoted(word)
            )),
        }
    });
    Directory {
        walking_range: range.unwrap_or_else(Directory::usual_walking_range),
        title: row.need_text(faults, "title"),
        ..empty(
            edition.unwrap_or_default(),
            row.text(faults, "banner"),
            zone,
            centre,
        )
    }
}

/// A directory that stands in for one whose `directory.toml` cannot be read.
pub(crate) fn stand_in() -> Directory {
    let banner = signpost_domain::Text::default();
    empty(Edition::Preview, banner, "UTC".to_owned(), nowhere())
}

fn empty(
    edition: Edition,
    banner: signpost_domain::Text,
    zone: String,
    centre: LonLat,
) -> Directory {
    Directory {
        edition,
        title: signpost_domain::Text::default(),
        banner,
        zone,
        centre,
        needs: vec![],
        organizations: vec![],
        sites: vec![],
        lines: vec![],
        landmarks: vec![],
        localities: vec![],
        walking_range: Directory::usual_walking_range(),
        ground: Ground::default(),
        plans: vec![],
        tombstones: vec![],
    }
}

/// 0, 0: a point in the ocean that no site is compared with, because there is a fault already.
pub(crate) fn nowhere() -> LonLat {
    [0.0, 0.0]
        .try_into()
        .unwrap_or_else(|_out_of_range| unreachable!("0, 0 is a place"))
}
