//! What a set of open places reaches, as it is told: rounded, with names, and with how it was measured.

use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use signpost_coverage::{
    Coverage, Method, Nearest, Standing, Town, percent, two_digits, two_digits_beside,
};
use signpost_domain::{Edition, Lang, LonLat, NeedCode, Offer, SiteSlug};
use signpost_locate::Snapshot;
use utoipa::ToSchema;

use crate::{LocalTime, LocalizedText, Speaker, directory::banner, source_words::decimal};

/// What was worked out, and for what.
#[derive(Debug, Clone)]
pub struct Reach {
    /// The need.
    pub need: NeedCode,
    /// The instant.
    pub at: Timestamp,
    /// Whether places count of which nobody knows if they are open.
    pub also_unknown: bool,
    /// The places that count, as `coverage` numbers them.
    pub points: Vec<SiteSlug>,
    /// How many are open but nobody knows where they stand.
    pub without_a_place: usize,
    /// How many are not known to be open or closed.
    pub unknown: usize,
    /// The figures.
    pub coverage: std::sync::Arc<Coverage>,
}

/// The figures for a reader. Areas and distances have two significant digits; shares are whole percents.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Reach)]
pub struct ReachView {
    /// What was asked.
    pub asked: ReachAsked,
    /// Preview or live.
    pub edition: Edition,
    /// The directory's own words; may be empty.
    pub banner: LocalizedText,
    /// How it was measured, in a code.
    #[schema(value_type = String)]
    pub method: &'static str,
    /// How it was measured, in words to stand beside the figures.
    pub method_text: String,
    /// The civil day of the figures.
    pub day: Date,
    /// How many places count.
    pub points: usize,
    /// How many are open but nobody knows where they stand; they are not counted.
    pub without_a_place: usize,
    /// How many are not known to be open or closed; counted only when asked for.
    pub unknown: usize,
    /// Places that lie in the water by their row, which is a mistake; they are not counted. Named whatever their hours.
    pub in_water: Vec<NamedSite>,
    /// The ground within reach, about.
    pub square_metres: f64,
    /// The land of all neighbourhoods that is within reach, and all of it.
    #[serde(skip)]
    pub parts: [f64; 2],
    /// The share of all neighbourhoods' land; `null` when nobody drew any.
    #[schema(required)]
    pub percent: Option<u8>,
    /// How many landmarks have an open place within the distance.
    pub landmarks_reached: usize,
    /// Each neighbourhood.
    pub neighbourhoods: Vec<NeighbourhoodView>,
    /// Each landmark, the farthest from an open place first.
    pub landmarks: Vec<LandmarkView>,
    /// The largest pieces of neighbourhoods that are not reached, largest first.
    pub gaps: Vec<GapView>,
}

/// What was asked.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ReachAsked {
    /// The need.
    pub need: NeedCode,
    /// How far one walks.
    pub metres: f64,
    /// The instant, with the town's offset.
    pub at: LocalTime,
    /// Whether places count of which nobody knows if they are open.
    pub unknown: bool,
}

/// A site by its name.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct NamedSite {
    /// Its slug.
    pub site: SiteSlug,
    /// What people call it.
    pub name: LocalizedText,
}

/// How much of a neighbourhood is reached.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = NeighbourhoodReach)]
pub struct NeighbourhoodView {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub name: LocalizedText,
    /// The share of its land within reach.
    pub percent: u8,
    /// Its land, about.
    pub square_metres: f64,
    /// Whether its outline is only about right.
    pub approximate: bool,
}

/// How far a landmark is from its nearest open place.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = LandmarkReach)]
pub struct LandmarkView {
    /// Its id.
    #[schema(value_type = String)]
    pub id: String,
    /// What people call it.
    pub name: LocalizedText,
    /// Where it is.
    pub point: LonLat,
    /// The nearest open place; `null` when no way leads to any.
    #[schema(required)]
    pub nearest: Option<NamedSite>,
    /// The way there, about; `null` when no way leads to any.
    #[schema(required)]
    pub metres: Option<f64>,
    /// Whether that is within the distance.
    pub reached: bool,
}

/// A piece of a neighbourhood that is not reached.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Gap)]
pub struct GapView {
    /// The neighbourhood it lies in.
    pub neighbourhood: LocalizedText,
    /// A landmark near its middle; `null` when there is none.
    #[schema(required)]
    pub near: Option<LocalizedText>,
    /// How large it is, about.
    pub square_metres: f64,
    /// The place in it that is furthest from any open place.
    pub deepest: LonLat,
    /// The way from there to the nearest open place, about; `null` when no way leads to any.
    #[schema(required)]
    pub metres: Option<f64>,
    /// Whether from some of it no way leads to any; then `deepest` is the furthest from which one does, when there is such a place.
    pub cut_off: bool,
}

impl ReachView {
    /// The figures for a reader of `lang`. `town` is the one they were worked out for.
    #[must_use]
    pub fn of(snapshot: &Snapshot, town: &Town, reach: &Reach, lang: Lang) -> Self {
        let coverage = &reach.coverage;
        let f = Speaker::of(lang);
        let named = |slug: &SiteSlug| NamedSite {
            site: slug.clone(),
            name: snapshot
                .find(slug)
                .map(|ix| LocalizedText::of(&snapshot.site(ix).name, lang))
                .unwrap_or_default(),
        };
        let point = |nearest: &Nearest| reach.points.get(nearest.point).map(&named);
        let mut landmarks: Vec<(f64, LandmarkView)> = coverage
            .landmarks
            .iter()
            .filter_map(|one| {
                let row = town.landmarks.get(one.landmark)?;
                let view = LandmarkView {
                    id: row.id.to_string(),
                    name: LocalizedText::of(&row.name, lang),
                    point: row.point,
                    nearest: one.nearest.as_ref().and_then(point),
                    metres: one
                        .nearest
                        .map(|nearest| two_digits_beside(nearest.metres, coverage.metres)),
                    reached: one.is_reached(coverage.metres),
                };
                let far = one.nearest.map_or(f64::INFINITY, |nearest| nearest.metres);
                Some((far, view))
            })
            .collect();
        landmarks.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
        Self {
            asked: ReachAsked {
                need: reach.need.clone(),
                metres: coverage.metres,
                at: LocalTime::new(reach.at, snapshot.town_zone()),
                unknown: reach.also_unknown,
            },
            edition: snapshot.directory().edition,
            banner: banner(snapshot, lang),
            method: coverage.method.code(),
            method_text: method(&f, town, coverage.method),
            day: snapshot.town_zone().day(reach.at),
            points: reach.points.len() - coverage.in_water.len(),
            without_a_place: reach.without_a_place,
            unknown: reach.unknown,
            in_water: in_water(snapshot, town, &reach.need, reach.at)
                .iter()
                .map(named)
                .collect(),
            square_metres: two_digits(coverage.square_metres),
            parts: [
                coverage.shares.iter().map(|one| one.reached).sum(),
                coverage.shares.iter().map(|one| one.of).sum(),
            ],
            percent: coverage.share().map(percent),
            landmarks_reached: coverage.landmarks_reached(),
            neighbourhoods: coverage
                .shares
                .iter()
                .filter_map(|share| {
                    let place = town.neighbourhoods.get(share.neighbourhood)?;
                    Some(NeighbourhoodView {
                        id: place.row.id.clone(),
                        name: LocalizedText::of(&place.row.name, lang),
                        percent: percent(share.share()),
                        square_metres: two_digits(place.square_metres),
                        approximate: place.row.approximate,
                    })
                })
                .collect(),
            landmarks: landmarks.into_iter().map(|(_, view)| view).collect(),
            gaps: coverage
                .gaps
                .iter()
                .filter_map(|gap| {
                    let place = town.neighbourhoods.get(gap.neighbourhood)?;
                    Some(GapView {
                        neighbourhood: LocalizedText::of(&place.row.name, lang),
                        near: town
                            .landmark_near(gap.deepest)
                            .map(|row| LocalizedText::of(&row.name, lang)),
                        square_metres: two_digits(gap.square_metres),
                        deepest: gap.deepest,
                        metres: gap.nearest.map(|nearest| two_digits(nearest.metres)),
                        cut_off: gap.is_cut_off,
                    })
                })
                .collect(),
        }
    }
}

/// The places of a need that lie in the water by their row, whatever their hours: a mistake to be named beside every figure.
#[must_use]
pub fn in_water(snapshot: &Snapshot, town: &Town, need: &NeedCode, at: Timestamp) -> Vec<SiteSlug> {
    snapshot
        .services_for(need)
        .iter()
        .filter(|service| snapshot.offer(**service, at) != Offer::NotOffered)
        .map(|service| snapshot.site(snapshot.site_of(*service)))
        .filter(|site| {
            let standing = site.point.map(|point| town.reach.standing(point));
            standing == Some(Standing::InWater)
        })
        .map(|site| site.slug.clone())
        .collect()
}

/// How it was measured: "As the crow flies over land, and over bridges. Outlines of neighbourhoods are approximate."
#[must_use]
pub fn method(f: &Speaker, town: &Town, method: Method) -> String {
    let measured = f.t(match method {
        Method::OverLand => "reach-over-land",
        Method::Straight => "reach-straight",
        Method::Streets => "reach-streets",
    });
    let rough = town
        .neighbourhoods
        .iter()
        .any(|place| place.row.approximate);
    if rough {
        format!("{measured} {}", f.t("reach-approximate"))
    } else {
        measured
    }
}

/// "about 440 m", "about 1.2 km".
#[must_use]
pub fn about_metres(f: &Speaker, metres: f64) -> String {
    let rounded = two_digits(metres);
    let (number, key) = if rounded < 1_000.0 {
        (format!("{rounded}"), "reach-metres")
    } else {
        (
            format!("{}", two_digits(rounded / 1_000.0)),
            "reach-kilometres",
        )
    };
    f.t1(key, "number", decimal(&number, f.lang))
}

/// "about 12 hectares", "about 1.2 km²".
#[must_use]
pub fn about_area(f: &Speaker, square_metres: f64) -> String {
    let rounded = two_digits(square_metres);
    let (number, key) = if rounded < 1_000_000.0 {
        (two_digits(rounded / 10_000.0), "reach-hectares")
    } else {
        (two_digits(rounded / 1_000_000.0), "reach-square-kilometres")
    };
    f.t1(key, "number", decimal(&format!("{number}"), f.lang))
}
