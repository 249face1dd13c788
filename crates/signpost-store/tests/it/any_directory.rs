//! Directories of every shape the domain allows, without contradictions.

use std::collections::BTreeSet;

use jiff::civil::Date;
use proptest::{collection, option, prelude::*, sample::select};
use signpost_domain::{
    Confirmation, Directory, Edition, Exception, ExceptionKind, Ground, HolidayChoice, Lang,
    LonLat, Offer, Organization, Service, Site, SiteKind, Source, SourceDay, Text,
};
use signpost_domain::{DisposalPoint, PointKind, PointStatus, Sharps};

use crate::town::town;

fn words() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), ".{0,12}", "[\\x00-\\x7f]{0,8}"]
}

fn text() -> impl Strategy<Value = Text> {
    collection::vec((select(Lang::ALL.to_vec()), words()), 0..3).prop_map(|all| {
        let mut text = Text::default();
        for (lang, words) in all {
            text.set(lang, &words);
        }
        text
    })
}

fn point() -> impl Strategy<Value = LonLat> {
    (-180.0..=180.0_f64, -90.0..=90.0_f64).prop_map(|(lon, lat)| LonLat::new(lon, lat).unwrap())
}

fn day() -> impl Strategy<Value = Date> {
    (1990..2060_i16, 1..=12_i8, 1..=28_i8)
        .prop_map(|(year, month, day)| jiff::civil::date(year, month, day))
}

fn source() -> impl Strategy<Value = Source> {
    let day = prop_oneof![
        Just(None),
        day().prop_map(|day| Some(SourceDay::day(day))),
        select(vec!["2024", "2024-02"]).prop_map(|day| Some(day.parse().unwrap())),
    ];
    (words(), day).prop_map(|(text, day)| Source { text, day })
}

/// Yes, no, or nobody said.
fn said() -> impl Strategy<Value = Option<bool>> {
    option::of(any::<bool>())
}

fn organization() -> impl Strategy<Value = Organization> {
    let holidays = option::of(collection::vec(
        select(vec!["family-day", "treaty-day"]),
        0..3,
    ))
    .prop_map(|on| {
        on.map_or(HolidayChoice::Unstated, |codes| {
            HolidayChoice::ClosedOn(
                codes
                    .into_iter()
                    .map(|code| code.parse().unwrap())
                    .collect(),
            )
        })
    });
    (
        "[a-z]{1,2}",
        text(),
        option::of(words()),
        any::<(bool, bool)>(),
        holidays,
        source(),
        (words(), words()),
    )
        .prop_map(
            |(
                id,
                name,
                website,
                (indigenous_led, example),
                holidays,
                source,
                (alternate_name, former_name),
            )| Organization {
                alternate_name,
                former_name,
                id: id.parse().unwrap(),
                name,
                website,
                indigenous_led,
                holidays,
                source,
                example,
                consents: vec![],
            },
        )
}

fn service() -> impl Strategy<Value = Service> {
    let confirmation = option::of((words(), day(), 0..400_i64)).prop_map(|known| {
        known.map(|(by, on, days)| Confirmation {
            by,
            on,
            review_by: on.saturating_add(jiff::Span::new().days(days)),
        })
    });
    let offer = select(vec![Offer::Offered, Offer::NotOffered, Offer::Unknown]);
    let items = prop_oneof![Just(vec![]), Just(vec!["needles".parse().unwrap()])];
    let closed_on = prop_oneof![
        Just(None),
        Just(Some(vec![])),
        Just(Some(vec!["family-day".parse().unwrap()])),
    ];
    (
        select(vec!["supplies", "disposal"]),
        offer,
        (option::of(words()), closed_on),
        (text(), text(), text()),
        (text(), option::of(0..60_u64), option::of(60..121_u64)),
        [said(), said(), said()],
        items,
        confirmation,
        source(),
        any::<bool>(),
    )
        .prop_map(
            |(
                need,
                offer,
                (hours, closed_on),
                (hours_note, description, bring),
                (eligibility_description, minimum_age, maximum_age),
                [id_required, for_women, pets],
                items,
                confirmation,
                source,
                example,
            )| Service {
                need: need.parse().unwrap(),
                offer,
                hours,
                closed_on,
                hours_note,
                description,
                bring,
                eligibility_description,
                minimum_age: minimum_age.map(|years| years.try_into().unwrap()),
                maximum_age: maximum_age.map(|years| years.try_into().unwrap()),
                id_required,
                for_women,
                pets,
                items,
                confirmation,
                source,
                example,
            },
        )
}

fn exception() -> impl Strategy<Value = Exception> {
    let kind = select(ExceptionKind::ALL.to_vec());
    (
        "[a-z]{1,2}",
        option::of(Just("supplies")),
        kind,
        (day(), 0..30_i64),
        option::of(words()),
        text(),
        option::of(day()),
    )
        .prop_map(
            |(id, need, kind, (first, days), hours, reason, review_by)| {
                let end = first.saturating_add(jiff::Span::new().days(days));
                // A tenth of them last until further notice.
                let open_ended = days < 3;
                Exception {
                    id: id.parse().unwrap(),
                    need: need
                        .or((kind == ExceptionKind::OutOfStock).then_some("supplies"))
                        .map(|need| need.parse().unwrap()),
                    items: if kind == ExceptionKind::OutOfStock && days % 2 == 0 {
                        vec!["needles".parse().unwrap()]
                    } else {
                        vec![]
                    },
                    kind,
                    first,
                    last: (!open_ended).then_some(end),
                    hours: hours.filter(|_| kind == ExceptionKind::Open),
                    reason,
                    review_by: if open_ended { Some(end) } else { review_by },
                }
            },
        )
}

fn disposal_point() -> impl Strategy<Value = Option<DisposalPoint>> {
    let point = (
        (
            option::of(select(PointKind::ALL)),
            select(PointStatus::ALL),
            collection::vec(select(Sharps::ALL), 0..3),
        ),
        [
            option::of(any::<bool>()),
            option::of(any::<bool>()),
            option::of(any::<bool>()),
        ],
        [option::of(day()), option::of(day())],
        [words(), words(), words()],
        [option::of(1..300_u16), option::of(1..300_u16)],
    );
    let point = point.prop_map(
        |((kind, status, whose), [winter, wheelchair, braille], [since, until], lines, numbers)| {
            let [owner, emptied_by, asset] = lines;
            let [empty_every_days, capacity_litres] = numbers;
            DisposalPoint {
                kind,
                whose,
                winter,
                wheelchair,
                braille,
                status,
                since,
                until,
                owner,
                emptied_by,
                empty_every_days,
                capacity_litres,
                asset,
            }
        },
    );
    option::of(point)
}

fn site() -> impl Strategy<Value = Site> {
    let kind = select(vec![
        SiteKind::Building,
        SiteKind::Pharmacy,
        SiteKind::Box,
        SiteKind::Mobile,
    ]);
    let phone = option::of(select(vec![
        "911",
        "+1 (807) 555-0100",
        "807-555-0100 ext 3",
    ]));
    (
        (
            "[a-z]{1,2}(-[0-9])?",
            any::<prop::sample::Index>(),
            kind,
            option::of(point()),
            phone,
        ),
        (
            words(),
            words(),
            words(),
            option::of(words()),
            words(),
            words(),
        ),
        (text(), text(), text(), text()),
        (
            collection::vec(words(), 0..3),
            collection::vec(service(), 0..3),
            collection::vec(exception(), 0..4),
        ),
        (source(), any::<bool>(), disposal_point(), said()),
    )
        .prop_map(
            |(ids, strings, texts, lists, (source, example, disposal_point, step_free))| {
                let (slug, organization, kind, point, phone) = ids;
                let (address, locality, zone, website, alternate_name, former_name) = strings;
                let (name, door, access, description) = texts;
                let (languages, services, exceptions) = lists;
                Site {
                    slug: slug.parse().unwrap(),
                    // Made to fit below; the number says which.
                    organization: format!("o{}", organization.index(1000)).parse().unwrap(),
                    name,
                    alternate_name,
                    former_name,
                    kind,
                    point,
                    address,
                    locality,
                    zone,
                    phone: phone.map(|phone| phone.parse().unwrap()),
                    website,
                    door,
                    access,
                    step_free,
                    description,
                    languages,
                    services: distinct(services, |service| service.need.to_string()),
                    disposal_point,
                    exceptions: distinct(exceptions, |exception| exception.id.to_string()),
                    source,
                    example,
                }
            },
        )
}

fn distinct<T>(rows: Vec<T>, key: impl Fn(&T) -> String) -> Vec<T> {
    let mut seen = BTreeSet::new();
    rows.into_iter()
        .filter(|row| seen.insert(key(row)))
        .collect()
}

/// The town of the other tests with other organizations, sites, ground and words; its plan only while the sites it names are there.
pub(crate) fn any_directory() -> impl Strategy<Value = Directory> {
    (
        (
            text(),
            text(),
            words(),
            point(),
            select(vec![Edition::Preview, Edition::Live]),
        ),
        collection::vec(organization(), 1..5),
        collection::vec(site(), 0..8),
        (collection::vec(point(), 0..6), any::<(bool, bool, u16)>()),
    )
        .prop_map(
            |(words, organizations, sites, (ring, (lines, plan, order)))| {
                let mut directory = town();
                (
                    directory.title,
                    directory.banner,
                    directory.zone,
                    directory.centre,
                    directory.edition,
                ) = words;
                let mut own = distinct(organizations, |row| row.id.to_string());
                let mut sites = distinct(sites, |row| row.slug.to_string());
                for site in &mut sites {
                    // What does not fit together is refused before it is stored.
                    if !site.point_misfits().is_empty() {
                        site.disposal_point = None;
                    }
                    let number: usize = site
                        .organization
                        .as_str()
                        .trim_start_matches('o')
                        .parse()
                        .unwrap();
                    site.organization = own[number % own.len()].id.clone();
                }
                if plan {
                    own.append(&mut directory.organizations);
                    sites.append(&mut directory.sites);
                } else {
                    directory.plans.clear();
                }
                directory.organizations = own;
                directory.sites = sites;
                if lines {
                    let mut second = directory.lines[0].clone();
                    second.id = "a-line".parse().unwrap();
                    second.order = order;
                    directory.lines.push(second);
                } else {
                    directory.lines.clear();
                    directory.ground = Ground::default();
                }
                if let Some(bank) = directory.ground.banks.first_mut() {
                    bank.ring = ring;
                }
                directory
            },
        )
}
