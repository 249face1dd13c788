//! Where a place is, as people copy it out of a map: two numbers, or the address of the map's page.

use signpost_domain::LonLat;

/// The point of two numbers, latitude first, or of a map's address; `None` of nothing.
///
/// # Errors
/// The key of the words for what is wrong with it.
pub fn point_of(text: &str) -> Result<Option<LonLat>, &'static str> {
    if text.is_empty() {
        return Ok(None);
    }
    let is_link = text.contains("://") || text.starts_with("geo:") || text.starts_with("www.");
    let pair = if is_link {
        of_link(text).ok_or("fault-point-link")?
    } else {
        of_numbers(text).ok_or("fault-point")?
    };
    let (lat, lon) = pair;
    match LonLat::new(lon, lat) {
        Ok(point) => Ok(Some(point)),
        Err(_outside) if LonLat::new(lat, lon).is_ok() => Err("fault-point-swapped"),
        Err(_outside) => Err("fault-point"),
    }
}

/// "49.76955, -94.48821", or with decimal commas "49,76955; -94,48821".
fn of_numbers(text: &str) -> Option<(f64, f64)> {
    let by_blank: Vec<&str> = text
        .split(|sign: char| sign.is_whitespace() || sign == ';')
        .map(|part| part.trim_matches(','))
        .filter(|part| !part.is_empty())
        .collect();
    let by_comma: Vec<&str> = text.split(',').map(str::trim).collect();
    let (lat, lon) = match (by_blank.as_slice(), by_comma.as_slice()) {
        ([lat, lon], _) | (_, [lat, lon]) => (*lat, *lon),
        _ => return None,
    };
    let number = |text: &str| {
        let text = text.replacen(',', ".", 1).replace('\u{2212}', "-");
        text.parse::<f64>().ok().filter(|number| number.is_finite())
    };
    number(lat).zip(number(lon))
}

/// What stands in front of latitude and longitude in addresses of maps, and between the two. Those of a pin come before those of the middle of
/// what is shown.
const MARKS: [(&str, &str); 14] = [
    ("!3d", "!4d"),
    ("mlat=", "&mlon="),
    ("geo:", ","),
    ("?q=", ","),
    ("&q=", ","),
    ("query=", ","),
    ("destination=", ","),
    ("daddr=", ","),
    ("ll=", ","),
    ("place/", ","),
    ("cp=", "~"),
    ("@", ","),
    ("center=", ","),
    ("search/", ","),
];

fn of_link(text: &str) -> Option<(f64, f64)> {
    let text = text
        .replace("%2C", ",")
        .replace("%2c", ",")
        .replace("loc:", "");
    let found = MARKS.into_iter().find_map(|(before, between)| {
        text.match_indices(before).find_map(|(at, mark)| {
            let (lat, rest) = number(text.get(at + mark.len()..)?)?;
            let (lon, _) = number(rest.strip_prefix(between)?.trim_start_matches(['+', ' ']))?;
            Some((lat, lon))
        })
    });
    // #map=19/49.76955/-94.48821: the middle of what is shown.
    found.or_else(|| {
        let (_, view) = text.split_once("#map=")?;
        let mut parts = view.split('/').skip(1);
        Some((number(parts.next()?)?.0, number(parts.next()?)?.0))
    })
}

/// The number a text begins with, and what follows it.
fn number(text: &str) -> Option<(f64, &str)> {
    let fits = |sign: char| sign.is_ascii_digit() || sign == '.' || sign == '-';
    let end = text.find(|sign| !fits(sign)).unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(end)?;
    Some((number.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_read_as_maps_give_it_and_nothing_else_is_one() {
        let place = LonLat::new(-94.488_21, 49.769_55).unwrap();
        for text in [
            "49.76955, -94.48821",
            "49.76955,-94.48821",
            "49.76955 -94.48821",
            "49,76955; -94,48821",
            "49,76955, -94,48821",
            "geo:49.76955,-94.48821",
            "geo:49.76955,-94.48821?z=17",
            "https://www.openstreetmap.org/#map=19/49.76955/-94.48821",
            "https://www.openstreetmap.org/?mlat=49.76955&mlon=-94.48821#map=12/49.7/-94.4",
            "https://www.google.com/maps/@49.76955,-94.48821,17z",
            "https://www.google.com/maps/place/Kenora/@49.7,-94.4,17z/data=!3m1!4b1!4m6!3m5!8m2!3d49.76955!4d-94.48821",
            "https://maps.google.com/?q=49.76955,-94.48821",
            "https://www.google.com/maps/search/?api=1&query=49.76955%2C-94.48821",
            "https://www.google.com/maps/search/49.76955,+-94.48821",
            "https://maps.apple.com/?ll=49.76955,-94.48821&q=Pin",
            "https://www.bing.com/maps?cp=49.76955~-94.48821&lvl=16",
        ] {
            assert_eq!(point_of(text), Ok(Some(place)), "{text}");
        }
        assert_eq!(point_of(""), Ok(None));
        for bad in [
            "49.7",
            "here",
            "49,76955",
            "49.7, -94.4, 3",
            "-194.4, 490.7",
            "inf, nan",
        ] {
            assert_eq!(point_of(bad), Err("fault-point"), "{bad}");
        }
        assert_eq!(point_of("-94.48, 49.77"), Err("fault-point-swapped"));
        for link in [
            "https://maps.app.goo.gl/abc",
            "https://example.org/?q=Kenora",
            "geo:",
        ] {
            assert_eq!(point_of(link), Err("fault-point-link"), "{link}");
        }
    }
}
