//! What is asked: for each kind of answer thousands of addresses, of different places.

use signpost_domain::{Directory, LonLat};

use crate::town::{self, NEEDS};

/// How many different places are asked from.
const PLACES: usize = 10_000;

/// One kind of answer.
pub struct Target {
    pub name: &'static str,
    pub paths: Vec<String>,
    /// What answers it.
    pub status: u16,
    pub gzip: bool,
}

impl Target {
    fn new(name: &'static str, paths: impl Iterator<Item = String>) -> Self {
        Self {
            name,
            paths: paths.collect(),
            status: 200,
            gzip: false,
        }
    }

    /// The same as bytes that a bare server sends.
    pub fn of_bytes(name: &'static str) -> Self {
        Self::new(name, std::iter::empty())
    }
}

/// All kinds over a town.
pub fn all(town: &Directory) -> Vec<Target> {
    let near = |number: usize| {
        let place = town::where_people_are(town, number);
        format!("{:.5},{:.5}", place.lat(), place.lon())
    };
    let need = |number: usize| NEEDS[number % NEEDS.len()];
    let places = || 0..PLACES;
    let landmarks = |number: usize| &town.landmarks[number % town.landmarks.len()].id;
    let list = || places().map(|n| format!("/?need={}&near={}", need(n), landmarks(n)));
    vec![
        Target::new(
            "where-to-go, 10",
            places().map(|n| {
                format!(
                    "/api/v1/where-to-go?need={}&limit=10&near={}",
                    need(n),
                    near(n)
                )
            }),
        ),
        Target::new(
            "nearest 10 of a need, open now",
            places().map(|n| {
                format!(
                    "/api/v1/sites?need={}&open=now&limit=10&near={}",
                    need(n),
                    near(n)
                )
            }),
        ),
        Target::new(
            "nearest 10 of a need",
            places().map(|n| format!("/api/v1/sites?need={}&limit=10&near={}", need(n), near(n))),
        ),
        Target::new(
            "box, 10",
            places().map(|n| {
                let at = town::where_people_are(town, n);
                let (lon, lat) = (at.lon(), at.lat());
                let (west, south, east, north) = (lon - 0.02, lat - 0.02, lon + 0.02, lat + 0.02);
                format!("/api/v1/sites?bbox={west:.5},{south:.5},{east:.5},{north:.5}&limit=10")
            }),
        ),
        Target::new("list page", list()),
        Target {
            gzip: true,
            ..Target::new("list page, gzip", list())
        },
        Target::new(
            "site page",
            places().map(|n| format!("/sites/{}", site(town, n).slug)),
        ),
        Target::new("tiles z10-14, first asked", tiles(town, PLACES).into_iter()),
        Target::new(
            "tiles z10-14, asked again",
            tiles(town, 500).into_iter().cycle().take(PLACES),
        ),
        Target {
            status: 303,
            ..Target::new(
                "/go",
                places().map(|n| format!("/go/{}", site(town, n).slug)),
            )
        },
    ]
}

fn site(town: &Directory, number: usize) -> &signpost_domain::Site {
    &town.sites[(number * 7_919) % town.sites.len()]
}

/// Different tiles, each with a place in it.
fn tiles(town: &Directory, most: usize) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    let points = (0..most * 20).filter_map(|number| Some((number, site(town, number).point?)));
    let tiles = points.map(|(number, point)| tile(10 + number as u32 % 5, point));
    tiles
        .filter(|tile| seen.insert(tile.clone()))
        .take(most)
        .collect()
}

/// The tile a place is in (Web Mercator).
fn tile(zoom: u32, place: LonLat) -> String {
    let across = f64::from(1_u32 << zoom);
    let x = (place.lon() + 180.0) / 360.0 * across;
    let y = (1.0 - place.lat().to_radians().tan().asinh() / std::f64::consts::PI) / 2.0 * across;
    format!("/tiles/sites/{zoom}/{}/{}.mvt", x.floor(), y.floor())
}
