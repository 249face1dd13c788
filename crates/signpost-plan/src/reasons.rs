//! Why a candidate is where it is among the answers.

use jiff::{SignedDuration, Timestamp};
use signpost_domain::{Metres, Trust};
use signpost_hours::{Moment, OpenState};
use signpost_locate::Snapshot;

use crate::{Why, arrival::ServiceTime, candidate::Candidate, ranking::Key};

/// Open for so long is open all day.
const ALL_DAY: SignedDuration = SignedDuration::from_hours(24);

/// The codes of an answer to a question for `at`, in the order of [`Why`]. `nearest` is the shortest way on foot to any candidate.
pub(crate) fn reasons(
    snapshot: &Snapshot,
    candidate: &Candidate,
    moment: &Moment,
    at: Timestamp,
    nearest: Option<Metres>,
) -> Vec<Why> {
    let way = &candidate.way;
    let on_foot = way.on_foot && !candidate.beyond;
    let service_time = &candidate.service_time;
    let served_at = candidate.served_at();
    let open = moment.state == OpenState::Open && !candidate.beyond;
    let on_arrival = served_at == Some(candidate.arrival);
    let open_now = open && (on_arrival || !on_foot);
    let all_day = moment
        .until
        .is_none_or(|until| until.duration_since(at) >= ALL_DAY);
    let codes = [
        (Why::PlanTarget, candidate.rank != Key::NO_TARGET),
        (Why::OpenNow, open_now),
        (Why::OpenAllDay, open_now && all_day),
        (
            Why::ClosingSoon,
            on_foot && open && !on_arrival && !service_time.unknown_on_arrival,
        ),
        (Why::OpensAt, served_at.is_some() && !(open && on_arrival)),
        (Why::NotSoon, on_foot && *service_time == ServiceTime::NONE),
        (
            Why::CallFirst,
            moment.state == OpenState::Unknown || (service_time.guessed && !candidate.beyond),
        ),
        (Why::Unconfirmed, candidate.trust != Trust::Confirmed),
        (Why::OtherTown, candidate.beyond),
        (
            Why::Nearest,
            on_foot && candidate.is_told && !candidate.old_door && Some(way.metres) == nearest,
        ),
        (Why::CrossesWater, on_foot && candidate.crosses_water()),
        (Why::NoWayOnFoot, !way.on_foot && !candidate.beyond),
        (
            Why::PlaceNotKnown,
            snapshot.site(candidate.site).point.is_none(),
        ),
    ];
    codes
        .into_iter()
        .filter_map(|(code, holds)| holds.then_some(code))
        .collect()
}
