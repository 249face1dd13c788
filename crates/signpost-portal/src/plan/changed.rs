//! What changed since a steward looked: of a place, an organization, a version or the town, in words.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::de::DeserializeOwned;
use signpost_answers::plan::{Names, difference_lines};
use signpost_changes::{differences as site_differences, words as site_words};
use signpost_domain::{
    ConsentAnswer, HolidayChoice, HolidayCode, NeedCode, Organization, Plan, PlanStatus, Site,
};
use signpost_editing::{ChangedSince, ChangedSubject};
use signpost_hours::{Calendar, words};
use signpost_plan::differences;
use signpost_store::SubjectKind;

/// All that changed, each in a sentence. Where nothing of the history did, it is the day that is another.
pub(super) fn changed_lines(names: &Names<'_>, since: &ChangedSince) -> Vec<String> {
    let mut lines = Vec::new();
    for subject in &since.subjects {
        let own = of_subject(names, subject, &since.needs);
        // What has no words of its own is named at least.
        let own = if own.is_empty() {
            vec![named(names, subject.kind, &subject.id)]
        } else {
            own
        };
        lines.extend(own.into_iter().filter(|line| !line.is_empty()));
    }
    lines.dedup();
    if lines.is_empty() {
        let day = words::date(since.day, names.speaker.lang);
        lines.push(names.speaker.t1("sp-changed-day", "day", day));
    }
    lines
}

fn of_subject(
    names: &Names<'_>,
    subject: &ChangedSubject,
    needs: &BTreeSet<NeedCode>,
) -> Vec<String> {
    let (before, after) = (subject.before.as_deref(), subject.after.as_deref());
    match subject.kind {
        SubjectKind::Site => site(names, read(before).as_ref(), read(after).as_ref()),
        SubjectKind::Organization => match read(before).zip(read(after)) {
            Some((before, after)) => organization(names, &before, &after, needs),
            None => Vec::new(),
        },
        SubjectKind::Plan => version(names, read(before).as_ref(), read(after).as_ref()),
        SubjectKind::Settings | SubjectKind::Ground | SubjectKind::Line | SubjectKind::Landmark => {
            Vec::new()
        }
    }
}

fn named(names: &Names<'_>, kind: SubjectKind, id: &str) -> String {
    match kind {
        SubjectKind::Site => id
            .parse()
            .map_or_else(|_| id.to_owned(), |slug| names.site(&slug)),
        SubjectKind::Organization => id
            .parse()
            .map_or_else(|_| id.to_owned(), |id| names.organization(&id)),
        SubjectKind::Plan => names.speaker.t1("sp-version", "number", id),
        SubjectKind::Settings | SubjectKind::Ground | SubjectKind::Line | SubjectKind::Landmark => {
            names.speaker.t("sp-changed-town")
        }
    }
}

fn read<T: DeserializeOwned>(json: Option<&str>) -> Option<T> {
    serde_json::from_str(json?).ok()
}

fn site(names: &Names<'_>, before: Option<&Site>, after: Option<&Site>) -> Vec<String> {
    let Some(known) = after.or(before) else {
        return Vec::new();
    };
    let lang = names.speaker.lang;
    let place = known.name.words(lang);
    let found = site_differences(before, after);
    let lines = site_words::of(&found, &names.directory.needs, lang).into_iter();
    lines.map(|line| about(names, place, &line)).collect()
}

fn about(names: &Names<'_>, place: &str, line: &str) -> String {
    names
        .speaker
        .t2("sp-changed-about", ("place", place), ("line", line))
}

fn organization(
    names: &Names<'_>,
    before: &Organization,
    after: &Organization,
    needs: &BTreeSet<NeedCode>,
) -> Vec<String> {
    let (speaker, mut lines) = (names.speaker, Vec::new());
    let who = after.name.words(speaker.lang);
    // Each new answer, for each need it is about: what was true on its first day before, and is now.
    let new = after.consents.iter();
    let new = new.filter(|word| !before.consents.contains(word));
    for word in new {
        let of_word = needs.iter();
        for need in of_word.filter(|need| word.need.as_ref().is_none_or(|own| own == *need)) {
            let (was, is) = (
                answer(names, before, need, word.first),
                answer(names, after, need, word.first),
            );
            let need = names.need(need);
            let args = [
                ("who", who),
                ("need", &need),
                ("before", &was),
                ("after", &is),
            ];
            let line = speaker.say("sp-changed-consent", &args);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    if before.holidays != after.holidays {
        let (was, is) = (
            holidays(names, &before.holidays),
            holidays(names, &after.holidays),
        );
        let args = [
            ("who", who),
            ("before", was.as_str()),
            ("after", is.as_str()),
        ];
        lines.push(speaker.say("sp-changed-holidays", &args));
    }
    if before.name != after.name {
        let args = [("who", who), ("before", before.name.words(speaker.lang))];
        lines.push(speaker.say("sp-changed-name", &args));
    }
    lines
}

/// What an organization said that counts on a day: "agreed until December 31, 2026".
fn answer(names: &Names<'_>, organization: &Organization, need: &NeedCode, day: Date) -> String {
    let speaker = names.speaker;
    let word = organization.consent_word(need, day);
    match word.map(|word| (word.answer, word.last)) {
        // What the plan itself notes may have counted, so it is not called silent.
        None => speaker.t("sp-changed-no-answer"),
        Some((ConsentAnswer::Agreed, None)) => speaker.t("sp-changed-agreed"),
        Some((ConsentAnswer::Agreed, Some(last))) => speaker.t1(
            "sp-changed-agreed-until",
            "last",
            words::date(last, speaker.lang),
        ),
        Some((ConsentAnswer::NotNow, _)) => speaker.t("sp-changed-not-now"),
        Some((ConsentAnswer::Withdrawn, _)) => speaker.t("sp-changed-withdrawn"),
    }
}

fn holidays(names: &Names<'_>, choice: &HolidayChoice) -> String {
    let speaker = names.speaker;
    let name = |code: &HolidayCode| {
        let known = Calendar::ontario().named(code);
        known.map_or_else(
            || code.to_string(),
            |name| name.words(speaker.lang).to_owned(),
        )
    };
    match choice {
        HolidayChoice::Unstated => speaker.t("sp-changed-said-nothing"),
        HolidayChoice::ClosedOn(codes) if codes.is_empty() => speaker.t("sp-changed-no-holiday"),
        HolidayChoice::ClosedOn(codes) => codes.iter().map(name).collect::<Vec<_>>().join(", "),
    }
}

fn version(names: &Names<'_>, before: Option<&Plan>, after: Option<&Plan>) -> Vec<String> {
    let speaker = names.speaker;
    let Some(known) = after.or(before) else {
        return Vec::new();
    };
    let number = known.version.to_string();
    let title = speaker.t1("sp-version", "number", &number);
    let was = before.map(|plan| plan.status);
    let is = after.map(|plan| plan.status);
    let mut lines = Vec::new();
    if was != is && is == Some(PlanStatus::Approved) {
        lines.push(speaker.t1("sp-changed-approved", "number", &number));
    }
    if before.is_none() && lines.is_empty() {
        lines.push(speaker.t1("sp-changed-begun", "number", &number));
    }
    if let (Some(before), Some(after)) = (before, after) {
        let found = difference_lines(names, &differences(before, after));
        lines.extend(found.iter().map(|line| about(names, &title, line)));
        if before.consents != after.consents {
            lines.push(speaker.t1("sp-changed-written-consents", "number", &number));
        }
    }
    lines
}
