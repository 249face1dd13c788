//! `needs.toml`: what a person may be looking for.

use signpost_domain::{Finder, Item, Need, OsmTag};

use crate::{
    columns::Columns,
    fault::{Fault, Faults},
    row::SourceRow,
    tree, value,
};

pub(crate) const FILE: &str = "needs.toml";
/// The needs shipped with Signpost, for folders that bring none of their own.
const EMBEDDED: &str = include_str!("../../../data/needs.toml");

const NEED: Columns = Columns {
    required: &[],
    all: &[
        "code",
        "name",
        "hint",
        "icon",
        "order",
        "first",
        "hsds_taxonomy",
        "osm_tags",
        "items",
        "also_called",
        "finder",
        "finder_name",
    ],
    texts: &["name", "hint", "finder_name"],
    judged: &["finder"],
};
const ITEM: Columns = Columns {
    required: &[],
    all: &["code", "name"],
    texts: &["name"],
    judged: &[],
};
const TAG: Columns = Columns {
    required: &[],
    all: &["key", "value"],
    texts: &[],
    judged: &[],
};

/// The embedded needs; a test holds that they have no fault.
pub(crate) fn embedded(faults: &mut Faults) -> Vec<Need> {
    read("data/needs.toml", EMBEDDED, faults)
}

/// The needs of a file, in their order.
pub(crate) fn read(file: &str, text: &str, faults: &mut Faults) -> Vec<Need> {
    let root = tree::read_toml(file, text, faults);
    for key in root.cells.keys().chain(root.lists.keys()) {
        root.fault(faults, key, "only [[need]] tables belong here");
    }
    for key in root.children.keys().filter(|key| *key != "need") {
        root.fault(faults, key, "only [[need]] tables belong here");
    }
    let mut needs: Vec<Need> = Vec::new();
    for row in root.rows("need") {
        let Some(need) = need(row, faults) else {
            faults.rows_lost = true;
            continue;
        };
        if needs.iter().any(|earlier| earlier.code == need.code) {
            row.fault(faults, "code", &format!("{} is used twice", need.code));
        }
        needs.push(need);
    }
    if needs.is_empty() {
        faults.push(Fault::of_file(file, "there is no [[need]]"));
    }
    needs.sort_by(|a, b| (a.order, &a.code).cmp(&(b.order, &b.code)));
    needs
}

fn need(row: &SourceRow, faults: &mut Faults) -> Option<Need> {
    row.check(&NEED, &["items", "osm_tags"], faults);
    let code = row.need(faults, "code");
    row.required(faults, "icon");
    let mut items: Vec<Item> = Vec::new();
    for inner in row.rows("items") {
        inner.check(&ITEM, &[], faults);
        let name = inner.need_name(faults, "name");
        if let Some(code) = inner.need(faults, "code") {
            if items.iter().any(|earlier| earlier.code == code) {
                inner.fault(faults, "code", &format!("{code} is used twice"));
            }
            items.push(Item { code, name });
        }
    }
    let tag = |inner: &SourceRow, faults: &mut Faults| {
        inner.check_keys(&TAG, &[], faults);
        inner.required(faults, "key");
        inner.required(faults, "value");
        OsmTag {
            key: inner.word("key").to_owned(),
            value: inner.word("value").to_owned(),
        }
    };
    let need = Need {
        name: row.need_name(faults, "name"),
        hint: row.text(faults, "hint"),
        icon: row.word("icon").to_owned(),
        order: row.read(faults, "order", value::order).unwrap_or(u16::MAX),
        first: row.read_or(faults, "first", value::yes),
        hsds_taxonomy: row.read(faults, "hsds_taxonomy", |code| Ok(code.to_owned())),
        osm_tags: row
            .rows("osm_tags")
            .iter()
            .map(|inner| tag(inner, faults))
            .collect(),
        items,
        also_called: row.list(faults, "also_called", |word| Ok(word.to_owned())),
        finder: row.web_address(faults, "finder").map(|address| Finder {
            name: row.need_name(faults, "finder_name"),
            address,
        }),
        code: code?,
    };
    Some(need)
}
