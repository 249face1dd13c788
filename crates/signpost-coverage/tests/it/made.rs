//! Towns laid out in metres around 50° north.

use geo::{Destination as _, Geodesic, Point};
use signpost_coverage::Town;
use signpost_domain::{
    Bank, Crossing, Ground, Landmark, LandmarkId, LonLat, Neighbourhood, Source, Text,
};

/// A place so many metres east and north of the middle of town.
pub fn at(east: f64, north: f64) -> LonLat {
    let middle = Point::new(-94.5, 50.0);
    let there = Geodesic.destination(Geodesic.destination(middle, 0.0, north), 90.0, east);
    LonLat::new(there.x(), there.y()).unwrap()
}

fn source() -> Source {
    Source {
        text: "made up".into(),
        day: None,
    }
}

/// The ring of a rectangle: west, south, east, north. Corners lie close together, so that its sides are straight on the ground too.
pub fn ring([west, south, east, north]: [f64; 4]) -> Vec<LonLat> {
    let mut ring = Vec::new();
    for step in 0..50 {
        let part = f64::from(step) / 50.0;
        ring.push((part.mul_add(east - west, west), south, 0));
    }
    let mut places: Vec<LonLat> = ring.iter().map(|&(x, y, _)| at(x, y)).collect();
    for step in 0..50 {
        let part = f64::from(step) / 50.0;
        places.push(at(east, part.mul_add(north - south, south)));
    }
    for step in 0..50 {
        let part = f64::from(step) / 50.0;
        places.push(at(part.mul_add(west - east, east), north));
    }
    for step in 0..50 {
        let part = f64::from(step) / 50.0;
        places.push(at(west, part.mul_add(south - north, north)));
    }
    places.push(places[0]);
    places
}

pub fn neighbourhood(id: &str, rectangle: [f64; 4]) -> Neighbourhood {
    Neighbourhood {
        id: id.into(),
        name: Text::en(id),
        ring: ring(rectangle),
        approximate: true,
        source: source(),
    }
}

pub fn bank(id: &str, rectangle: [f64; 4]) -> Bank {
    Bank {
        id: id.into(),
        name: Text::en(id),
        ring: ring(rectangle),
    }
}

pub fn landmark(id: &str, point: LonLat) -> Landmark {
    Landmark {
        id: LandmarkId::new(id).unwrap(),
        name: Text::en(id),
        point,
        source: source(),
    }
}

pub fn bridge(ends: [LonLat; 2], open: bool) -> Crossing {
    Crossing {
        id: "bridge".into(),
        name: Text::en("Bridge"),
        joins: ["west".into(), "east".into()],
        ends,
        open,
        source: source(),
    }
}

/// Two banks with 200 m of water between, a bridge in the middle, a neighbourhood on each bank and one over both.
pub fn river(open: bool) -> Ground {
    Ground {
        banks: vec![
            bank("west", [-2000.0, -1000.0, -100.0, 1000.0]),
            bank("east", [100.0, -1000.0, 2000.0, 1000.0]),
        ],
        crossings: vec![bridge([at(-100.1, 0.0), at(100.1, 0.0)], open)],
        neighbourhoods: vec![
            neighbourhood("west", [-1100.0, -500.0, -100.0, 500.0]),
            neighbourhood("east", [100.0, -500.0, 1100.0, 500.0]),
            neighbourhood("both", [-600.0, -500.0, 600.0, 500.0]),
        ],
    }
}

/// A town of one neighbourhood, 2 km by 1 km, where nobody drew water.
pub fn dry() -> Ground {
    Ground {
        neighbourhoods: vec![neighbourhood("town", [-1000.0, -500.0, 1000.0, 500.0])],
        ..Ground::default()
    }
}

pub fn town(ground: &Ground) -> Town {
    Town::new(ground, &[], None).unwrap()
}

/// Whether a figure is within half a percent.
pub fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= expected.abs() * 0.005 + 1e-9
}
