//! What orders a list beyond what the phone may sort.

use jiff::Timestamp;
use signpost_answers::AnswerView;
use signpost_hours::OpenState;
use signpost_plan::Why;

/// What weighs more than distance: the state, the half hour one is served in, how well it is known, whether the plan names it.
pub(crate) fn rank(
    answer: &AnswerView,
    at: Timestamp,
) -> (OpenState, Option<i64>, (bool, bool, bool), bool, bool) {
    let served = answer.served_at.as_ref();
    let half_hours = served.map(|served| (served.at.as_second() - at.as_second()) / 1800);
    (
        answer.state,
        half_hours,
        (
            answer.confirmed.is_some(),
            answer.said_offered,
            answer.said_hours,
        ),
        answer.is_plan_target(),
        answer.why.contains(&Why::CallFirst) && answer.place.phone.is_none(),
    )
}
