//! Circles among files that import each other.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

type Imports = BTreeMap<PathBuf, BTreeSet<PathBuf>>;

/// The circles: each a set of files that all reach each other. A file stands in one circle at most.
pub(crate) fn circles(imports: &Imports) -> Vec<BTreeSet<PathBuf>> {
    let reached: Imports = imports
        .keys()
        .map(|file| (file.clone(), reach(imports, file)))
        .collect();
    let mut circles: Vec<BTreeSet<PathBuf>> = Vec::new();
    for (file, from_here) in &reached {
        if !from_here.contains(file) || circles.iter().any(|circle| circle.contains(file)) {
            continue;
        }
        let back = |other: &&PathBuf| {
            reached
                .get(*other)
                .is_some_and(|reach| reach.contains(file))
        };
        circles.push(from_here.iter().filter(back).cloned().collect());
    }
    circles
}

/// Every file that this one imports, and those import, and so on.
fn reach(imports: &Imports, start: &PathBuf) -> BTreeSet<PathBuf> {
    let mut reached = BTreeSet::new();
    let mut next = vec![start];
    while let Some(file) = next.pop() {
        for target in imports.get(file).into_iter().flatten() {
            if reached.insert(target.clone()) {
                next.push(target);
            }
        }
    }
    reached
}
