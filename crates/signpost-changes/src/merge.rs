//! Two edits of the same site brought together.

use std::collections::BTreeSet;

use signpost_domain::{NeedCode, Site};

use crate::{Difference, Part, ServicePart, Value, difference::parts_of, differences, put_all};

/// Two edits of the same version in one.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// Both edits; where they conflict, *theirs*.
    pub site: Site,
    /// What the others changed meanwhile.
    pub theirs_changed: Vec<Difference>,
    /// The parts that both changed, to different ends.
    pub conflicts: Vec<Conflict>,
}

/// A part that both changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// Which part.
    pub part: Part,
    /// What it held for both.
    pub base: Value,
    /// What we want.
    pub mine: Value,
    /// What it is now.
    pub theirs: Value,
}

/// Brings what `mine` changed in `base` into `theirs`, part by part.
#[must_use]
pub fn merge(base: &Site, mine: &Site, theirs: &Site) -> Merge {
    let mut conflicts = Vec::new();
    let mut wanted = Vec::new();
    for part in parts_of(&[base, mine, theirs]) {
        let value = |site| Value::of(site, &part);
        let (was, ours, others) = (value(base), value(mine), value(theirs));
        if ours == was || ours == others {
            continue;
        }
        if others == was {
            wanted.push(Difference {
                part,
                before: Some(was),
                after: Some(ours),
            });
        } else {
            conflicts.push(Conflict {
                part,
                base: was,
                mine: ours,
                theirs: others,
            });
        }
    }
    // Who takes a whole service away while others change it, does not take their change away.
    let disputed: BTreeSet<&NeedCode> = conflicts
        .iter()
        .filter_map(|conflict| need(&conflict.part))
        .collect();
    wanted.retain(|one| match &one.part {
        Part::Service(need, ServicePart::Listed) => {
            one.after != Some(Value::Flag(false)) || !disputed.contains(need)
        }
        _ => true,
    });
    let mut site = theirs.clone();
    put_all(&mut site, &wanted);
    Merge {
        site,
        theirs_changed: differences(Some(base), Some(theirs)),
        conflicts,
    }
}

const fn need(part: &Part) -> Option<&NeedCode> {
    match part {
        Part::Service(need, _) => Some(need),
        _ => None,
    }
}

impl Merge {
    /// The same with *mine* where both changed these parts.
    #[must_use]
    pub fn with_mine(mut self, parts: &[Part]) -> Self {
        let (mine, rest): (Vec<Conflict>, Vec<Conflict>) = self
            .conflicts
            .into_iter()
            .partition(|conflict| parts.contains(&conflict.part));
        let wanted: Vec<Difference> = mine
            .into_iter()
            .map(|conflict| Difference {
                part: conflict.part,
                before: Some(conflict.theirs),
                after: Some(conflict.mine),
            })
            .collect();
        put_all(&mut self.site, &wanted);
        self.conflicts = rest;
        self
    }
}
