//! The needs and the phone lines, for a reader.

use jiff::Timestamp;
use serde::Serialize;
use signpost_domain::{ItemCode, Landmark, Lang, Need, NeedCode, PhoneLine};
use signpost_hours::{OpenState, words::capital};
use signpost_locate::{Snapshot, metres_between};
use utoipa::ToSchema;

use crate::LocalizedText;

/// What people may look for.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Need)]
pub struct NeedView {
    /// Its code.
    pub code: NeedCode,
    /// What a person calls it.
    pub name: LocalizedText,
    /// One short line under the name; may be empty.
    pub hint: LocalizedText,
    /// Name of its icon.
    pub icon: String,
    /// Whether it is one of the few shown before "more".
    pub first: bool,
    /// What a service of it may hand out or take.
    pub items: Vec<ItemView>,
    /// Common words people search by.
    pub also_called: Vec<String>,
    /// How many sites offer it, or may.
    pub sites: usize,
}

/// A thing handed out or taken.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Item)]
pub struct ItemView {
    /// Its code.
    pub code: ItemCode,
    /// Its name.
    pub name: LocalizedText,
}

/// A staffed phone line, for the end of every answer.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Line)]
pub struct LineView {
    /// Its name.
    pub name: LocalizedText,
    /// Its number as printed.
    pub phone: String,
    /// `tel:` address.
    pub call: String,
    /// `sms:` address; `null` when the number takes no texts.
    #[schema(required)]
    pub text: Option<String>,
    /// A page that does the same; `null` when there is none.
    #[schema(required)]
    pub website: Option<String>,
    /// What one gets there.
    pub sentence: LocalizedText,
    /// When someone answers, in words; `null` when that is not known or not simple.
    #[schema(required)]
    pub hours: Option<String>,
    /// Whether it is answered now; absent where it is not told for an instant, such as in a saved list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<OpenState>,
    /// The state in one sentence; absent where nobody said the hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_sentence: Option<String>,
    /// A made-up row for tests and training.
    pub example: bool,
}

impl LineView {
    /// The host of its page, as a name to read: `reportneedles.ca`.
    #[must_use]
    pub fn host(&self) -> &str {
        let page = self.website.as_deref().unwrap_or_default();
        let host = page
            .trim_start_matches("https://")
            .trim_start_matches("www.");
        host.split('/').next().unwrap_or(host)
    }

    /// Whether it is the number for danger, which nobody asks for anything else.
    #[must_use]
    pub fn is_emergency(&self) -> bool {
        self.phone == "911"
    }

    /// Whether nobody picks up now.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.state == Some(OpenState::Closed)
    }

    /// Whether nobody knows if someone picks up now.
    #[must_use]
    pub fn is_unsure(&self) -> bool {
        self.state == Some(OpenState::Unknown)
    }

    /// The same with whether it is answered at an instant.
    #[must_use]
    pub fn at(self, snapshot: &Snapshot, line: usize, at: Timestamp, lang: Lang) -> Self {
        let moment = snapshot.line_moment(line, at);
        let zone = snapshot.town_zone();
        Self {
            state: Some(snapshot.line_state(line, at)),
            state_sentence: moment
                .filter(|moment| moment.state != OpenState::Unknown)
                .map(|moment| signpost_hours::words::sentence(&moment, at, zone, lang)),
            ..self
        }
    }

    /// A line for a reader of `lang`.
    #[must_use]
    pub fn of(line: &PhoneLine, lang: Lang) -> Self {
        let hours = line.hours.as_deref().and_then(|text| {
            let hours = signpost_hours::HoursText::parse(text).ok()?;
            // It stands by itself, after the sentence on what the line is for.
            signpost_hours::words::text_in_words(&hours, lang).map(|words| capital(&words))
        });
        Self {
            name: LocalizedText::of(&line.name, lang),
            phone: line.phone.shown(lang),
            call: line.phone.tel(),
            text: line.texts.then(|| line.phone.sms()),
            website: line.website.clone(),
            sentence: LocalizedText::of(&line.sentence, lang),
            hours,
            state: None,
            state_sentence: None,
            example: line.example,
        }
    }
}

/// Places people know, those in town first.
#[must_use]
pub fn landmarks(snapshot: &Snapshot) -> Vec<&Landmark> {
    let directory = snapshot.directory();
    let mut landmarks: Vec<_> = directory.landmarks.iter().collect();
    landmarks.sort_by(|a, b| {
        let from_town = |mark: &Landmark| metres_between(directory.centre, mark.point).0;
        from_town(a).total_cmp(&from_town(b))
    });
    landmarks
}

/// The phone lines for a need, those that are answered at an instant first.
#[must_use]
pub fn lines_for(snapshot: &Snapshot, need: &NeedCode, at: Timestamp, lang: Lang) -> Vec<LineView> {
    let lines = signpost_plan::phone_lines(snapshot, need, at);
    lines_at(snapshot, &lines, at, lang)
}

/// Phone lines by their indexes in the directory, as they are at an instant.
pub(crate) fn lines_at(
    snapshot: &Snapshot,
    indexes: &[usize],
    at: Timestamp,
    lang: Lang,
) -> Vec<LineView> {
    let lines = &snapshot.directory().lines;
    indexes
        .iter()
        .filter_map(|&ix| Some((ix, lines.get(ix)?)))
        .map(|(ix, line)| LineView::of(line, lang).at(snapshot, ix, at, lang))
        .collect()
}

/// Every need in its order.
#[must_use]
pub fn needs(snapshot: &Snapshot, lang: Lang) -> Vec<NeedView> {
    let mut needs: Vec<&Need> = snapshot.directory().needs.iter().collect();
    needs.sort_by_key(|need| need.order);
    needs
        .into_iter()
        .map(|need| NeedView {
            code: need.code.clone(),
            name: LocalizedText::of(&need.name, lang),
            hint: LocalizedText::of(&need.hint, lang),
            icon: need.icon.clone(),
            first: need.first,
            items: need
                .items
                .iter()
                .map(|item| ItemView {
                    code: item.code.clone(),
                    name: LocalizedText::of(&item.name, lang),
                })
                .collect(),
            also_called: need.also_called.clone(),
            sites: snapshot.services_for(&need.code).len(),
        })
        .collect()
}

/// The names of items, unknown codes as they are.
#[must_use]
pub fn items(
    snapshot: &Snapshot,
    need: &NeedCode,
    codes: &[ItemCode],
    lang: Lang,
) -> Vec<LocalizedText> {
    let known = snapshot.need(need).map_or(&[][..], |need| &need.items);
    codes
        .iter()
        .filter_map(|code| known.iter().find(|item| &item.code == code))
        .map(|item| LocalizedText::of(&item.name, lang))
        .collect()
}

/// The name of a need.
pub fn need_name(snapshot: &Snapshot, need: &NeedCode, lang: Lang) -> LocalizedText {
    snapshot
        .need(need)
        .map(|need| LocalizedText::of(&need.name, lang))
        .unwrap_or_default()
}

/// The directory's own words over an answer: its banner.
pub fn banner(snapshot: &Snapshot, lang: Lang) -> LocalizedText {
    LocalizedText::of(&snapshot.directory().banner, lang)
}
