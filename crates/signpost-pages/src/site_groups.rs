//! What a place offers, in boxes: services with the same times and the same confirmation stand under one heading.

use signpost_answers::{ServiceView, source_words::how_sure};
use signpost_domain::{NeedCode, Offer};
use signpost_web::PageContext;

/// Services of a place that say the same of their times and of who confirmed them; never none.
pub(crate) struct Group<'s> {
    /// What is offered, each in its own words.
    pub services: Vec<&'s ServiceView>,
    /// Who confirmed all of them, or where they come from; empty where the whole place has one, said once.
    pub provenance: String,
}

/// The boxes of a place, and what all of them say of who confirmed them where it is the same. What somebody came for comes first.
pub(crate) fn groups<'s>(
    f: &PageContext,
    services: &'s [ServiceView],
    came_for: Option<&NeedCode>,
) -> (Vec<Group<'s>>, String) {
    let mut told: Vec<&ServiceView> = services.iter().filter(|one| is_told_whole(one)).collect();
    told.sort_by_key(|one| Some(&one.need) != came_for);
    let mut groups: Vec<Group<'_>> = Vec::new();
    for one in told {
        let provenance = how_sure(f, one.confirmed.as_ref(), one.source.as_ref());
        let alike = groups.iter_mut().find(|group| {
            let first = group.services.first();
            group.provenance == provenance && first.is_some_and(|first| same_times(first, one))
        });
        match alike {
            Some(group) => group.services.push(one),
            None => groups.push(Group {
                services: vec![one],
                provenance,
            }),
        }
    }
    let mut once = String::new();
    if let [first, rest @ ..] = groups.as_mut_slice()
        && !rest.is_empty()
        && rest
            .iter()
            .all(|other| other.provenance == first.provenance)
    {
        once = std::mem::take(&mut first.provenance);
        for other in rest {
            other.provenance.clear();
        }
    }
    (groups, once)
}

/// Whether one reads the same of two services when they open.
fn same_times(a: &ServiceView, b: &ServiceView) -> bool {
    let times = |one: &ServiceView| (one.offer, one.state, one.until.clone(), one.emergency);
    times(a) == times(b)
        && a.sentence == b.sentence
        && a.week == b.week
        && a.usual_hours == b.usual_hours
        && a.single_days == b.single_days
        && a.hours_note == b.hours_note
}

/// An emergency department stands with what one can get here, however little is known of it: nobody is to call it first.
pub(crate) fn is_told_whole(service: &ServiceView) -> bool {
    service.offer == Offer::Offered || !service.week.is_empty() || service.emergency
}
