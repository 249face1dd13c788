//! A rule of the plan as fields: places and needs are chosen, and no id is typed.

use std::collections::BTreeSet;

use signpost_domain::{Lang, NeedCode, Rule, SiteSlug, Target, Text};
use signpost_editing::MOST_TARGETS;

use super::opened::Opened;
use crate::agency::form::{
    faults::{FormFaults, id_of},
    field::{FieldView, Look},
    fields::{Fields, WRITTEN},
    reader::FormReader,
    view::{Block, ChoiceView, OptionView, text_fields},
};

/// How many places a form has room for at first, and how many more each time somebody asks.
const ROOM: (usize, usize) = (4, 2);
/// The longest note, in characters.
const LONGEST_NOTE: usize = 200;

/// A rule as the form shows it.
pub(super) fn fields(rule: Option<&Rule>) -> Fields {
    let mut fields = Fields::default();
    let Some(rule) = rule else {
        return fields;
    };
    fields.put("from", rule.from.as_str());
    fields.put("need", rule.need.as_str());
    for (name, day) in [("first", rule.first), ("last", rule.last)] {
        fields.put(name, day.map_or_else(String::new, |day| day.to_string()));
    }
    fields.put_text("message", &rule.message);
    fields.put("decision", &rule.decision);
    for (nth, target) in (1_usize..).zip(&rule.targets) {
        fields.put(format!("targets.{nth}.site"), target.site.as_str());
        let need = target.need.as_ref().map_or("", |need| need.as_str());
        fields.put(format!("targets.{nth}.need"), need);
        fields.put_text(&format!("targets.{nth}.note"), &target.note);
    }
    fields
}

/// What was sent, without the rows that name no place: so that a fault of the third place stands at the third.
pub(super) fn closed_up(sent: &Fields) -> Fields {
    let mut fields = Fields::default();
    for (name, value) in sent.pairs() {
        if !name.starts_with("targets.") && !name.starts_with("keep-targets.") {
            fields.put(name, value);
        }
    }
    let named =
        (1..=MOST_TARGETS).filter(|nth| !sent.text(&format!("targets.{nth}.site")).is_empty());
    for (place, nth) in (1_usize..).zip(named) {
        for beginning in ["targets.", "keep-targets."] {
            let own = format!("{beginning}{nth}.");
            for (part, value) in sent.below(&own) {
                fields.put(format!("{beginning}{place}.{part}"), value);
            }
        }
    }
    fields
}

/// Reads a rule; the id of the one there was stays.
pub(super) fn read(reader: &mut FormReader<'_>, before: Option<&Rule>) -> Option<RuleRead> {
    let from: Option<SiteSlug> = reader.fields.text("from").parse().ok();
    if from.is_none() {
        reader.fault("from", "sp-fault-door");
    }
    let need: Option<NeedCode> = reader.fields.text("need").parse().ok();
    if need.is_none() {
        reader.fault("need", "sp-fault-need");
    }
    let (first, last) = (reader.maybe_day("first"), reader.maybe_day("last"));
    if first.zip(last).is_some_and(|(first, last)| last < first) {
        reader.fault("last", "sp-fault-backwards");
    }
    let mut message = before.map(|rule| rule.message.clone()).unwrap_or_default();
    reader.text("message", &mut message);
    let mut decision = before.map(|rule| rule.decision.clone()).unwrap_or_default();
    reader.line("decision", &mut decision);
    let mut targets = Vec::new();
    for nth in 1..=MOST_TARGETS {
        let name = |part: &str| format!("targets.{nth}.{part}");
        let Ok(site) = reader.fields.text(&name("site")).parse::<SiteSlug>() else {
            continue;
        };
        let mut note = Text::default();
        reader.text(&name("note"), &mut note);
        targets.push(Target {
            need: reader.fields.text(&name("need")).parse().ok(),
            site,
            note,
        });
    }
    Some(RuleRead {
        from: from?,
        need: need?,
        rest: Rest {
            first,
            last,
            message,
            decision,
            targets,
        },
    })
}

/// A rule that was read, without its id.
pub(super) struct RuleRead {
    pub from: SiteSlug,
    pub need: NeedCode,
    rest: Rest,
}

struct Rest {
    first: Option<jiff::civil::Date>,
    last: Option<jiff::civil::Date>,
    message: Text,
    decision: String,
    targets: Vec<Target>,
}

impl RuleRead {
    /// With its id.
    pub(super) fn named(self, id: signpost_domain::RuleId) -> Rule {
        let rest = self.rest;
        Rule {
            id,
            from: self.from,
            need: self.need,
            first: rest.first,
            last: rest.last,
            targets: rest.targets,
            message: rest.message,
            decision: rest.decision,
        }
    }
}

/// The form from top to bottom; `more` gives room for more places.
pub(super) fn blocks(
    opened: &Opened,
    fields: &Fields,
    faults: &FormFaults,
    more: bool,
) -> Vec<Block> {
    let f = &opened.f;
    let select = |name: &str, legend: String, hint: String, options: Vec<(String, String)>| {
        let chosen = fields.text(name);
        Block::Select(ChoiceView {
            id: id_of(name),
            legend,
            hint,
            several: false,
            options: options
                .into_iter()
                .map(|(value, label)| OptionView {
                    own_name: String::new(),
                    chosen: value == chosen,
                    value,
                    label,
                })
                .collect(),
            faults: faults.of(name),
            autofocus: fields.are_shown_at(name),
            name: name.to_owned(),
        })
    };
    let line = |name: &str, key: &str, kind: &'static str| {
        FieldView::of(fields, faults, name, Look::Line(kind)).label(f.t(key))
    };
    let (places, needs) = (places(opened), needs(opened));
    let mut blocks = vec![
        select(
            "from",
            f.t("sp-rule-from"),
            f.t("sp-rule-from-hint"),
            with_first(f.t("st-choose"), &places),
        ),
        select(
            "need",
            f.t("sp-rule-need"),
            String::new(),
            with_first(f.t("st-choose"), &needs),
        ),
    ];
    let label = f.t("sp-rule-message");
    let hint = f.t("sp-rule-message-hint");
    blocks.extend(text_fields(f, fields, faults, "message", &label, &hint));
    for nth in 1..=rows(fields, more) {
        let name = |part: &str| format!("targets.{nth}.{part}");
        let number = nth.to_string();
        blocks.push(select(
            &name("site"),
            f.t1("sp-rule-target", "number", &number),
            String::new(),
            with_first(f.t("sp-rule-target-none"), &places),
        ));
        blocks.push(select(
            &name("need"),
            f.t1("sp-rule-target-need", "number", &number),
            String::new(),
            with_first(f.t("sp-rule-target-same"), &needs),
        ));
        let notes = WRITTEN.map(|lang| {
            let key = match lang {
                Lang::Fr => "sp-rule-note-fr",
                _ => "sp-rule-note-en",
            };
            let field = format!("{}.{lang}", name("note"));
            FieldView::of(fields, faults, &field, Look::Line("text"))
                .label(f.t1(key, "number", &number))
                .written_in(lang)
                .most(LONGEST_NOTE)
        });
        blocks.push(Block::Row(notes.into()));
    }
    blocks.push(Block::Row(vec![
        line("first", "sp-rule-first", "date").hint(f.t("sp-rule-days-hint")),
        line("last", "sp-rule-last", "date"),
    ]));
    let decision = line("decision", "plan-fact-decision", "text");
    blocks.push(Block::Field(Box::new(
        decision.most(signpost_domain::Line::LONGEST),
    )));
    blocks
}

/// How many places there is room for: those that are named, and some.
fn rows(fields: &Fields, more: bool) -> usize {
    let numbers: BTreeSet<usize> = fields
        .below("targets.")
        .filter_map(|(rest, _)| rest.split('.').next()?.parse().ok())
        .collect();
    let shown = numbers.last().copied().unwrap_or_default();
    let filled = |nth: &usize| !fields.text(&format!("targets.{nth}.site")).is_empty();
    let used = numbers.iter().filter(|nth| filled(nth)).max();
    let wanted = shown.max(used.map_or(0, |last| last + 1)).max(ROOM.0);
    (wanted + if more { ROOM.1 } else { 0 }).min(MOST_TARGETS)
}

fn with_first(label: String, options: &[(String, String)]) -> Vec<(String, String)> {
    std::iter::once((String::new(), label))
        .chain(options.iter().cloned())
        .collect()
}

/// Every place by its name; of two with one name, whose they are.
fn places(opened: &Opened) -> Vec<(String, String)> {
    let names = opened.names();
    let mut places: Vec<(String, String)> = opened
        .directory
        .sites
        .iter()
        .map(|site| {
            let name = site.name.words(opened.f.lang).to_owned();
            let organization = names.organization(&site.organization);
            let label = if name == organization {
                name
            } else {
                format!("{name} ({organization})")
            };
            (site.slug.to_string(), label)
        })
        .collect();
    places.sort_by_key(|(_, label)| label.to_lowercase());
    places
}

fn needs(opened: &Opened) -> Vec<(String, String)> {
    let needs = opened.directory.needs.iter();
    needs
        .map(|need| {
            let name = need.name.words(opened.f.lang).to_owned();
            (need.code.to_string(), name)
        })
        .collect()
}
