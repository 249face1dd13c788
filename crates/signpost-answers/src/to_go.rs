//! Where to go: the one use case behind the JSON and the page.

use jiff::civil::Date;
use serde::Serialize;
use signpost_domain::{
    Edition, ItemCode, Lang, Metres, NeedCode, Offer, RuleId, Service, SiteSlug,
};
use signpost_hours::OpenState;
use signpost_locate::Snapshot;
use signpost_plan::{Answer, Question, QuestionError, Why, where_to_go};
use utoipa::ToSchema;

use crate::{
    ConfirmedView, LineView, LocalTime, LocalizedText, PlaceView, SourceView, Speaker,
    ages::ages,
    directory::{banner, items, lines_at, need_name},
    dispose::{DisposeView, nearest_disposal},
    metres::whole_metres,
    short_of::{short_items_at, short_of_at},
    site::may_be_full,
    state_sentence::state_sentence,
};

/// The whole answer.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Reply)]
pub struct ReplyView {
    /// What was asked. Never the place it was asked from.
    pub asked: AskedView,
    /// Preview or live.
    pub edition: Edition,
    /// The directory's own words, such as "Training town."; may be empty.
    pub banner: LocalizedText,
    /// The rule of the plan that applied; `null` when none did.
    #[schema(required)]
    pub plan: Option<PlanView>,
    /// Best first.
    pub answers: Vec<AnswerView>,
    /// How many places for the need the limit left out.
    pub more: usize,
    /// The list of all places for the need; `null` when nothing is left out.
    #[schema(required)]
    pub all: Option<String>,
    /// Staffed phone lines, those that are answered now first.
    pub otherwise: Vec<LineView>,
}

/// What was asked.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Asked)]
pub struct AskedView {
    /// The need.
    pub need: NeedCode,
    /// Its name.
    #[serde(skip)]
    pub need_name: LocalizedText,
    /// The instant, with the town's offset.
    pub at: LocalTime,
    /// The door one came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<SiteSlug>,
    /// The name of that door.
    #[serde(skip)]
    pub from_name: LocalizedText,
}

/// The rule that applied.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = AppliedRule)]
pub struct PlanView {
    /// The version of the plan.
    pub version: u32,
    /// The rule.
    pub rule: RuleId,
    /// The first day on which it holds.
    pub in_force_from: Date,
    /// What one who comes from the old door reads; may be empty.
    pub message: LocalizedText,
}

/// One place to go to.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = Answer)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a member of its own of a published answer"
)]
pub struct AnswerView {
    /// The place.
    #[serde(flatten)]
    pub place: PlaceView,
    /// The need of the service, which a plan may have changed.
    pub service: NeedCode,
    /// Its name.
    pub service_name: LocalizedText,
    /// Open, closed or unknown.
    pub state: OpenState,
    /// When the state changes next.
    #[schema(required)]
    pub until: Option<LocalTime>,
    /// The state in one sentence.
    pub sentence: String,
    /// Which of its things are out of stock while the rest is there, in words; empty when none is.
    pub short_of: String,
    /// When one would be served, the walk included; `null` when that is not known.
    #[schema(required)]
    pub served_at: Option<LocalTime>,
    /// Whole metres of the way; `null` when either end is not known.
    #[schema(required)]
    pub distance_m: Option<u64>,
    /// Whether it is in another town, too far to walk. Then there is no `served_at`.
    pub in_other_towns: bool,
    /// Whole kilometres to that town; `null` within walking range, and where only the town is known and it is not far.
    #[schema(required)]
    pub away_km: Option<u64>,
    /// Whether water lies between.
    pub crosses_water: bool,
    /// The names of the crossings, in walking order.
    pub over: Vec<LocalizedText>,
    /// Why it is here, in codes.
    pub why: Vec<Why>,
    /// Why it is here, in words.
    pub why_text: String,
    /// Who confirmed it; `null` when nobody did or it is due for review.
    #[schema(required)]
    pub confirmed: Option<ConfirmedView>,
    /// Where it comes from while it is not confirmed.
    #[schema(required)]
    pub source: Option<SourceView>,
    /// The plan's word about this target; may be empty.
    pub note: LocalizedText,
    /// Words about the hours; may be empty.
    pub hours_note: LocalizedText,
    /// What one gets.
    pub description: LocalizedText,
    /// What to bring.
    pub bring: LocalizedText,
    /// Who it is for, beyond what ages say; empty for everyone.
    pub eligibility_description: LocalizedText,
    /// The youngest it is for, in years; `null` for any.
    #[schema(required)]
    pub minimum_age: Option<u8>,
    /// The oldest it is for, in years; `null` for any.
    #[schema(required)]
    pub maximum_age: Option<u8>,
    /// The ages in words; empty for all.
    #[serde(skip)]
    pub ages: String,
    /// Whether it asks for a card with one's name; absent when nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub id_required: Option<bool>,
    /// Whether it has a room, a time or a team for women; absent when nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub for_women: Option<bool>,
    /// Whether a pet may come in; absent when nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub pets: Option<bool>,
    /// What is handed out or taken.
    pub items: Vec<LocalizedText>,
    /// Whether somebody said that no more used needles fit in, and nobody looked since.
    pub may_be_full: bool,
    /// Beside new supplies, the nearest place to leave used needles that is open at that instant; `null` when none is known near, and for
    /// other needs.
    #[schema(required)]
    pub dispose: Option<DisposeView>,
    /// The same in codes.
    #[serde(skip)]
    pub item_codes: Vec<ItemCode>,
    /// Those of them that are out of stock, or for which there is no room, at that instant.
    #[serde(skip)]
    pub short_items: Vec<ItemCode>,
    /// Whether somebody ever said that it is offered, however long ago.
    #[serde(skip)]
    pub said_offered: bool,
    /// Whether somebody ever said when it is open.
    #[serde(skip)]
    pub said_hours: bool,
    /// Whether it is an emergency department, of which nobody is told to call first.
    #[serde(skip)]
    pub emergency: bool,
    /// Whether somebody said why it may not open next.
    #[serde(skip)]
    pub doubted: bool,
}

impl AnswerView {
    /// Whether the plan sends people here.
    #[must_use]
    pub fn is_plan_target(&self) -> bool {
        self.why.contains(&Why::PlanTarget)
    }
}

/// Answers a question for a reader of `lang`.
///
/// # Errors
/// When the need or the site one came from is not in the directory.
pub fn answer(
    snapshot: &Snapshot,
    question: &Question,
    lang: Lang,
) -> Result<ReplyView, QuestionError> {
    let reply = where_to_go(snapshot, question)?;
    Ok(ReplyView {
        asked: asked(snapshot, question, lang),
        edition: snapshot.directory().edition,
        banner: banner(snapshot, lang),
        plan: reply.plan.map(|applied| PlanView {
            version: applied.version,
            rule: applied.rule,
            in_force_from: applied.in_force_from,
            message: LocalizedText::of(&applied.message, lang),
        }),
        answers: reply
            .answers
            .iter()
            .map(|answer| view(snapshot, answer, question, lang))
            .collect(),
        more: reply.left_out,
        all: (reply.left_out > 0).then(|| format!("/api/v1/sites?need={}", question.need)),
        otherwise: lines_at(snapshot, &reply.otherwise, question.at, lang),
    })
}

fn asked(snapshot: &Snapshot, question: &Question, lang: Lang) -> AskedView {
    let from = question.from.as_ref();
    AskedView {
        need: question.need.clone(),
        need_name: need_name(snapshot, &question.need, lang),
        at: LocalTime::new(question.at, snapshot.town_zone()),
        from: from.cloned(),
        from_name: from
            .and_then(|slug| snapshot.find(slug))
            .map(|ix| LocalizedText::of(&snapshot.site(ix).name, lang))
            .unwrap_or_default(),
    }
}

fn view(snapshot: &Snapshot, answer: &Answer, question: &Question, lang: Lang) -> AnswerView {
    let at = question.at;
    let service: &Service = snapshot.service(answer.service);
    let zone = snapshot.zone(answer.site);
    let confirmed = ConfirmedView::of(service, answer.trust);
    let mut place = PlaceView::of(snapshot, answer.site, lang);
    place.example |= service.example;
    AnswerView {
        place,
        service: service.need.clone(),
        service_name: need_name(snapshot, &service.need, lang),
        state: answer.moment.state,
        until: answer.moment.until.map(|until| LocalTime::new(until, zone)),
        sentence: state_sentence(snapshot, answer.service, &answer.moment, at, lang),
        short_of: short_of_at(&Speaker::of(lang), snapshot, answer.service, at),
        served_at: answer.served_at.map(|served| LocalTime::new(served, zone)),
        distance_m: answer.metres.map(whole_metres),
        in_other_towns: answer.other_town.is_some(),
        away_km: away(snapshot, answer),
        crosses_water: answer.crosses_water,
        over: crossings(snapshot, &answer.over, lang),
        why: answer.why.clone(),
        why_text: signpost_plan::words::why_of(snapshot, answer, question, lang),
        source: confirmed
            .is_none()
            .then(|| SourceView::from(&service.source)),
        confirmed,
        note: LocalizedText::of(&answer.note, lang),
        hours_note: LocalizedText::of(&service.hours_note, lang),
        description: LocalizedText::of(&service.description, lang),
        bring: LocalizedText::of(&service.bring, lang),
        eligibility_description: LocalizedText::of(&service.eligibility_description, lang),
        minimum_age: service.minimum_age.map(u8::from),
        maximum_age: service.maximum_age.map(u8::from),
        ages: ages(service, lang),
        id_required: service.id_required,
        for_women: service.for_women,
        pets: service.pets,
        items: items(snapshot, &service.need, &service.items, lang),
        item_codes: service.items.clone(),
        said_offered: service.offer == Offer::Offered,
        said_hours: service.hours.is_some(),
        short_items: short_items_at(snapshot, answer.service, at),
        emergency: service.is_emergency_department(),
        doubted: answer.moment.doubt.is_some() && answer.moment.state != OpenState::Unknown,
        may_be_full: may_be_full(snapshot, answer.service),
        dispose: snapshot
            .site(answer.site)
            .point
            .filter(|_| service.need == NeedCode::supplies())
            .and_then(|point| nearest_disposal(snapshot, point, at, lang)),
    }
}

fn crossings(snapshot: &Snapshot, ids: &[String], lang: Lang) -> Vec<LocalizedText> {
    let known = &snapshot.directory().ground.crossings;
    ids.iter()
        .filter_map(|id| known.iter().find(|crossing| &crossing.id == id))
        .map(|crossing| LocalizedText::of(&crossing.name, lang))
        .collect()
}

/// How far the other town is. Of a place without a point only what lies well beyond the town can be told.
fn away(snapshot: &Snapshot, answer: &Answer) -> Option<u64> {
    const WELL_BEYOND_M: f64 = 20_000.0;
    let is_placed = snapshot.site(answer.site).point.is_some();
    answer
        .other_town
        .filter(|metres| is_placed || metres.0 > WELL_BEYOND_M)
        .map(whole_kilometres)
}

/// Kilometres as a whole number, never 0.
fn whole_kilometres(metres: Metres) -> u64 {
    ((whole_metres(metres) + 500) / 1_000).max(1)
}
