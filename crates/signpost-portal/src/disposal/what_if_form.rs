//! The fields of "what if".

use jiff::Timestamp;
use signpost_disposal::{Count, LONGEST_NAME, NEW, Spot, proposed, standing};
use signpost_domain::Line;
use signpost_locate::Snapshot;

use crate::{
    access::PortalContext,
    agency::form::{
        faults::FormFaults,
        field::{FieldView, Look},
        fields::Fields,
        view::{Block, choice},
    },
};

/// What would change.
pub(super) fn blocks(
    f: &PortalContext,
    snapshot: &Snapshot,
    fields: &Fields,
    faults: &FormFaults,
    at: Timestamp,
) -> Vec<Block> {
    let mut blocks = vec![measure(f, fields, faults)];
    let counts = Count::ALL.map(|count| {
        let code = count.code();
        (code.to_owned(), f.t(&format!("what-if-count-{code}")))
    });
    let count = choice(fields, faults, "count", f.t("what-if-count"), counts);
    blocks.push(Block::Choice(count));
    blocks.extend(new_boxes(f, fields, faults));
    let maybe = options(proposed(snapshot, f.lang));
    if !maybe.is_empty() {
        let open = choice(fields, faults, "open", f.t("what-if-open"), maybe);
        blocks.push(Block::Choice(open.several()));
    }
    let there = options(standing(snapshot, Count::All, at, f.lang));
    if !there.is_empty() {
        let drop = choice(fields, faults, "drop", f.t("what-if-drop"), there.clone());
        blocks.push(Block::Choice(drop.several()));
        let none = [(String::new(), f.t("what-if-move-none"))];
        let all = none.into_iter().chain(there);
        let mut moved = choice(fields, faults, "move", f.t("what-if-move"), all);
        if fields.text("move").is_empty() {
            for option in &mut moved.options {
                option.chosen = option.value.is_empty();
            }
        }
        blocks.push(Block::Choice(moved));
        let to = line(fields, faults, "to")
            .label(f.t("what-if-to"))
            .hint(f.t("what-if-at-hint"));
        blocks.push(Block::Field(Box::new(to)));
    }
    blocks
}

/// What it is kept under.
pub(super) fn keeping_blocks(
    f: &PortalContext,
    fields: &Fields,
    faults: &FormFaults,
) -> Vec<Block> {
    [("called", "what-if-called"), ("note", "what-if-note")]
        .map(|(name, key)| {
            let view = FieldView::of(fields, faults, name, Look::Line("text"));
            Block::Field(Box::new(view.label(f.t(key)).most(Line::LONGEST)))
        })
        .to_vec()
}

/// How far one walks.
fn measure(f: &PortalContext, fields: &Fields, faults: &FormFaults) -> Block {
    let metres = |metres: &str| (metres.to_owned(), f.t1("metres", "number", metres));
    let mut walks = ["200", "400", "800"].map(metres).to_vec();
    let asked = fields.text("metres");
    if !asked.is_empty() && !walks.iter().any(|(walk, _)| walk == asked) {
        walks.push(metres(asked));
    }
    let legend = f.t("what-if-metres");
    Block::Choice(choice(fields, faults, "metres", legend, walks))
}

fn new_boxes(f: &PortalContext, fields: &Fields, faults: &FormFaults) -> Vec<Block> {
    (1..=NEW)
        .map(|number| {
            let shown = number.to_string();
            let at = line(fields, faults, &format!("at{number}")).label(f.t1(
                "what-if-at",
                "number",
                &shown,
            ));
            let name = line(fields, faults, &format!("name{number}")).label(f.t1(
                "what-if-name",
                "number",
                &shown,
            ));
            Block::Row(vec![at, name])
        })
        .collect()
}

fn line(fields: &Fields, faults: &FormFaults, name: &str) -> FieldView {
    FieldView::of(fields, faults, name, Look::Line("text")).most(LONGEST_NAME)
}

fn options(spots: Vec<Spot>) -> Vec<(String, String)> {
    spots
        .into_iter()
        .filter_map(|spot| Some((spot.slug?.to_string(), spot.name)))
        .collect()
}
