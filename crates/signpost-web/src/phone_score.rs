//! What a check by phone found, in one sentence.

use jiff::civil::Date;
use signpost_answers::Speaker;
use signpost_figures::Score;

/// "17 of 20 listings checked by phone in November 2026 were right (likely 64–95 %)."
#[must_use]
pub fn phone_score_words(speaker: Speaker, score: &Score) -> String {
    let (right, of) = (score.right.to_string(), score.of().to_string());
    let (least, most) = (score.least.to_string(), score.most.to_string());
    speaker.say(
        "check-score",
        &[
            ("right", &right),
            ("of", &of),
            ("month", &month_words(speaker, score.done_on)),
            ("least", &least),
            ("most", &most),
        ],
    )
}

/// "November 2026".
#[must_use]
pub fn month_words(speaker: Speaker, day: Date) -> String {
    let month = speaker.t_number("month-name", day.month().into());
    speaker.t2(
        "month-and-year",
        ("month", &month),
        ("year", &day.year().to_string()),
    )
}
