//! Two people at one form: what each changed is held against what both saw, field by field. Nothing is overwritten.

use std::collections::{BTreeMap, BTreeSet};

use crate::fields::Fields;

/// What the fields of a choice between two begin with.
pub const CHOOSE: &str = "choose.";

/// Fields that are about the form itself.
const CARRIED: [&str; 4] = ["version", "key", "act", "onto"];

/// What became of two changes of one form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merge {
    /// They go together.
    Merged(Fields),
    /// These cannot both be: somebody has to choose.
    Conflicts(Vec<Conflict>),
}

/// Fields that both changed, each in another way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What they have in common: the name of the field, or of the day they are about.
    pub group: String,
    /// What I wrote.
    pub mine: Vec<String>,
    /// What the other wrote.
    pub theirs: Vec<String>,
}

/// Values of fields, by name and in their order; by what belongs together.
type Groups<'f> = BTreeMap<String, Vec<(&'f str, &'f str)>>;

/// Brings `mine` and `theirs` together, both changes of `base`. `group` says which fields stand or fall together.
///
/// A field that only one of the two changed is as that one has it. The choices made so far count only when they were made `onto` the same
/// version as the others have now.
#[must_use]
pub fn merge(
    base: &Fields,
    mine: &Fields,
    theirs: &Fields,
    group: fn(&str) -> &str,
    current: u64,
) -> Merge {
    let (base, ours, theirs) = (
        groups(base, group),
        groups(mine, group),
        groups(theirs, group),
    );
    let counts = mine.number("onto") == Some(current);
    let names: BTreeSet<&String> = base
        .keys()
        .chain(ours.keys())
        .chain(theirs.keys())
        .collect();
    let (mut merged, mut conflicts) = (Fields::default(), Vec::new());
    for name in names {
        let (was, is, other) = (base.get(name), ours.get(name), theirs.get(name));
        let choice = mine.text(&format!("{CHOOSE}{name}"));
        let taken = if is == other || other == was {
            is
        } else if is == was {
            other
        } else {
            match choice {
                "mine" if counts => is,
                "theirs" if counts => other,
                _ => {
                    conflicts.push(Conflict {
                        group: name.clone(),
                        mine: values(is),
                        theirs: values(other),
                    });
                    continue;
                }
            }
        };
        for (name, value) in taken.into_iter().flatten() {
            merged.put(*name, *value);
        }
    }
    if !conflicts.is_empty() {
        return Merge::Conflicts(conflicts);
    }
    for (name, value) in mine.below("keep-") {
        merged.put(format!("keep-{name}"), value);
    }
    Merge::Merged(merged)
}

fn groups(fields: &Fields, group: fn(&str) -> &str) -> Groups<'_> {
    let mut groups = Groups::new();
    for (name, value) in fields.pairs() {
        let own = !CARRIED.contains(&name.as_str())
            && !name.starts_with(CHOOSE)
            && !name.starts_with("keep-");
        if own {
            groups
                .entry(group(name).to_owned())
                .or_default()
                .push((name, value.trim()));
        }
    }
    for values in groups.values_mut() {
        // An empty field and one that is not there say the same.
        values.retain(|(_, value)| !value.is_empty());
        values.sort_unstable();
    }
    groups.retain(|_, values| !values.is_empty());
    groups
}

fn values(group: Option<&Vec<(&str, &str)>>) -> Vec<String> {
    let values = group.into_iter().flatten();
    values.map(|(_, value)| (*value).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn each(name: &str) -> &str {
        name
    }

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::sent(
            pairs
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        )
    }

    #[test]
    fn what_only_one_changed_is_as_that_one_has_it() {
        let base = fields(&[("phone", "1"), ("door", "red"), ("language", "en")]);
        let mine = fields(&[
            ("phone", "2"),
            ("door", "red"),
            ("language", "en"),
            ("version", "3"),
        ]);
        let theirs = fields(&[
            ("phone", "1"),
            ("door", "blue"),
            ("language", "en"),
            ("language", "fr"),
        ]);
        let Merge::Merged(both) = merge(&base, &mine, &theirs, each, 4) else {
            panic!("they go together");
        };
        assert_eq!((both.text("phone"), both.text("door")), ("2", "blue"));
        assert!(both.holds("language", "fr"));
        assert!(!both.has("version"));
    }

    #[test]
    fn what_both_changed_is_asked_and_a_choice_counts_only_for_what_was_shown() {
        let base = fields(&[("phone", "1")]);
        let theirs = fields(&[("phone", "3")]);
        let mine = fields(&[("phone", "2")]);
        let Merge::Conflicts(conflicts) = merge(&base, &mine, &theirs, each, 4) else {
            panic!("both changed it");
        };
        assert_eq!(conflicts[0].group, "phone");
        assert_eq!(
            (&conflicts[0].mine[..], &conflicts[0].theirs[..]),
            (&["2".to_owned()][..], &["3".to_owned()][..])
        );
        for (choice, phone) in [("mine", "2"), ("theirs", "3")] {
            let chosen = fields(&[("phone", "2"), ("choose.phone", choice), ("onto", "4")]);
            let Merge::Merged(both) = merge(&base, &chosen, &theirs, each, 4) else {
                panic!("it was chosen");
            };
            assert_eq!(both.text("phone"), phone);
            let again = merge(&base, &chosen, &theirs, each, 5);
            assert!(
                matches!(again, Merge::Conflicts(_)),
                "they changed it once more"
            );
        }
    }

    proptest! {
        #[test]
        fn changes_of_different_fields_commute(
            base in proptest::collection::btree_map("[a-f]", "[x-z]{0,2}", 0..6),
            mine in proptest::collection::btree_map("[a-c]", "[x-z]{0,2}", 0..3),
            theirs in proptest::collection::btree_map("[d-f]", "[x-z]{0,2}", 0..3),
        ) {
            let of = |map: &BTreeMap<String, String>| Fields::sent(map.clone());
            let with = |other: &BTreeMap<String, String>| {
                let mut all = base.clone();
                all.extend(other.clone());
                all
            };
            let (start, one, two) = (of(&base), of(&with(&mine)), of(&with(&theirs)));
            let there = merge(&start, &one, &two, each, 1);
            let back = merge(&start, &two, &one, each, 1);
            prop_assert_eq!(&there, &back);
            let Merge::Merged(both) = there else {
                return Err(TestCaseError::fail("nothing conflicts"));
            };
            let mut wanted = with(&mine);
            wanted.extend(theirs.clone());
            for (name, value) in wanted {
                prop_assert_eq!(both.text(&name), value);
            }
        }
    }
}
