//! A picture put together: ground, roads, pins, and names as far as there is room.

use signpost_answers::LocalizedText;
use signpost_basemap::Archive;
use signpost_domain::{Lang, LonLat, SiteSlug};
use signpost_locate::{SiteIx, Snapshot, metres_between};
use signpost_poster::lettering::Weight;

use crate::{
    PictureError, Size, colour,
    labels::{Labels, Look},
    names, pins,
    scene::Scene,
    sketch, streets,
    tile::features,
    view::{Spot, View},
    words::{Words, plain},
};

/// What a picture is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The whole town, with every place in walking range.
    Town,
    /// One place, and what is around it.
    Place(SiteSlug),
}

/// The word for the town in addresses. No place can be called so: slugs have no underscore.
const TOWN: &str = "_town";

impl Subject {
    /// Its word in addresses.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Town => TOWN,
            Self::Place(slug) => slug.as_str(),
        }
    }

    /// What has this word.
    #[must_use]
    pub fn of_code(word: &str) -> Option<Self> {
        if word == TOWN {
            return Some(Self::Town);
        }
        word.parse().ok().map(Self::Place)
    }
}

/// A place as a pin.
struct Pin {
    name: String,
    spot: Spot,
}

/// Puts a picture together; `None` of a place nobody knows the spot of, or of a town without places.
///
/// # Errors
/// A tile of the street map that cannot be read.
pub fn compose(
    snapshot: &Snapshot,
    town: Option<&Archive>,
    subject: &Subject,
    size: Size,
    lang: Lang,
) -> Result<Option<Scene>, PictureError> {
    let Some((view, chosen)) = looked_at(snapshot, town, subject, size) else {
        return Ok(None);
    };
    let fineness = size.fineness();
    let words = Words::of(lang);
    let directory = snapshot.directory();
    let mut scene = Scene::of(view);
    let mut labels = Labels::of(view.width, view.height);
    streets::land(&mut scene);
    let map = town.filter(|archive| shows(archive, chosen.map_or(directory.centre, |at| at.1)));
    let features = match map {
        Some(archive) => features(archive, &view, fineness, lang)?,
        None => Vec::new(),
    };
    if map.is_some() {
        streets::draw(&mut scene, &features, fineness);
    } else {
        sketch::draw(&mut scene, directory, fineness);
    }
    let line = map.map_or_else(
        || words.sketch(),
        |archive| plain(&archive.about().attribution),
    );
    let own = chosen.map(|(site, at)| (site, view.place(at)));
    let others = around(snapshot, &view, own.map(|(site, _)| site), lang);
    let spots: Vec<Spot> = others.iter().map(|pin| pin.spot).collect();
    let is_own_pin = |pin: &Pin| {
        let all = spots.iter().chain(own.as_ref().map(|(_, spot)| spot));
        let mut far = all.map(|spot| (spot.0 - pin.spot.0).hypot(spot.1 - pin.spot.1));
        far.any(|pixels| pixels < 9.0 * fineness)
    };
    let mut landmarks = landmarks(snapshot, &view, lang);
    landmarks.retain(|pin| !is_own_pin(pin));
    let known: Vec<Spot> = landmarks.iter().map(|pin| pin.spot).collect();
    pins::landmarks(&mut scene, &known, fineness);
    pins::others(&mut scene, &mut labels, &spots, fineness);
    if let Some((_, spot)) = own {
        pins::chosen(&mut scene, &mut labels, spot, fineness);
    }
    pins::edge(&mut scene, &mut labels, &line, &words, fineness);
    if let Some((site, spot)) = own {
        let name = LocalizedText::of(&snapshot.site(site).name, lang);
        let look = Look {
            weight: Weight::Bold,
            size: 13.5 * fineness,
            colour: colour::WORDS,
        };
        // Beside the head of the drop, not its tip.
        let head = (spot.0, spot.1 - 14.0 * fineness);
        labels.beside(&mut scene, name.as_str(), head, 15.0 * fineness, look);
        if map.is_none() {
            sketch::rings(&mut scene, &mut labels, &words, spot, fineness);
        }
    }
    let look = |weight, size: f64, colour| Look {
        weight,
        size: size * fineness,
        colour,
    };
    for pin in &others {
        let look = look(Weight::Bold, 10.5, colour::OTHER_PIN);
        labels.beside(&mut scene, &pin.name, pin.spot, 8.5 * fineness, look);
    }
    for pin in &landmarks {
        let look = look(Weight::Regular, 10.5, colour::LANDMARK);
        labels.beside(&mut scene, &pin.name, pin.spot, 5.5 * fineness, look);
    }
    if map.is_some() {
        names::of_water(&mut scene, &mut labels, &features, fineness);
        names::of_streets(&mut scene, &mut labels, &features, fineness);
    } else {
        sketch::names(&mut scene, &mut labels, directory, lang, fineness);
    }
    Ok(Some(scene))
}

/// The ground to show, and the place it is of, if it is of one.
fn looked_at(
    snapshot: &Snapshot,
    town: Option<&Archive>,
    subject: &Subject,
    size: Size,
) -> Option<(View, Option<(SiteIx, LonLat)>)> {
    /// A sketch shows more ground, for there is less on it.
    const SKETCH: f64 = 2.2;
    match subject {
        Subject::Place(slug) => {
            let ix = snapshot.find(slug)?;
            let at = snapshot.site(ix).point?;
            let metres = size.around_one();
            let drawn = town.is_some_and(|archive| shows(archive, at));
            let metres = if drawn { metres } else { metres * SKETCH };
            Some((View::around(at, metres, size), Some((ix, at))))
        }
        Subject::Town => {
            let directory = snapshot.directory();
            let (centre, range) = (directory.centre, directory.walking_range);
            let in_range = |at: &LonLat| metres_between(centre, *at) <= range;
            let points = snapshot
                .sites()
                .filter_map(|site| snapshot.site(site).point)
                .filter(in_range);
            let points: Vec<LonLat> = points.collect();
            Some((View::of_all(&points, size)?, None))
        }
    }
}

/// Whether an archive shows the ground around a place.
fn shows(archive: &Archive, at: LonLat) -> bool {
    let [west, south, east, north] = archive.about().bounds.sides();
    (west..=east).contains(&at.lon()) && (south..=north).contains(&at.lat())
}

/// The other places in view, nearest to the middle first.
fn around(snapshot: &Snapshot, view: &View, but: Option<SiteIx>, lang: Lang) -> Vec<Pin> {
    let all = snapshot.sites().filter(|site| Some(*site) != but);
    let pins = all.filter_map(|site| {
        let site = snapshot.site(site);
        let spot = view.place(site.point?);
        let name = LocalizedText::of(&site.name, lang).as_str().to_owned();
        Some(Pin { name, spot })
    });
    in_view(pins, view)
}

fn landmarks(snapshot: &Snapshot, view: &View, lang: Lang) -> Vec<Pin> {
    let all = &snapshot.directory().landmarks;
    let pins = all.iter().map(|landmark| Pin {
        name: LocalizedText::of(&landmark.name, lang).as_str().to_owned(),
        spot: view.place(landmark.point),
    });
    in_view(pins, view)
}

fn in_view(pins: impl Iterator<Item = Pin>, view: &View) -> Vec<Pin> {
    let middle = (view.width / 2.0, view.height / 2.0);
    let far = |pin: &Pin| (pin.spot.0 - middle.0).hypot(pin.spot.1 - middle.1);
    let mut pins: Vec<Pin> = pins.filter(|pin| view.sees(&[pin.spot], 0.0)).collect();
    pins.sort_by(|a, b| far(a).total_cmp(&far(b)).then_with(|| a.name.cmp(&b.name)));
    pins
}
