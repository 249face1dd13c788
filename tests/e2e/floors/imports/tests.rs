//! The reading of imports, tried on crates that are made up.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use super::{Tree, circles};

fn tree(files: &[(&str, &str)]) -> Tree {
    let owned = files
        .iter()
        .map(|(path, text)| (PathBuf::from(path), (*text).to_owned()));
    Tree::new(owned.collect())
}

fn imports_of(tree: &Tree, file: &str) -> Vec<String> {
    let imports = tree.imports();
    let targets = imports.get(Path::new(file)).expect("a file of the tree");
    targets
        .iter()
        .map(|path| path.display().to_string())
        .collect()
}

#[test]
fn a_circle_across_folders_is_found_through_what_is_handed_on() {
    // `bread` takes `Oven` from the kitchen's door, which only hands it on; the oven takes a loaf back.
    let tree = tree(&[
        ("lib.rs", "mod bakery; mod kitchen;"),
        ("bakery/mod.rs", "mod bread; pub(crate) use bread::Loaf;"),
        (
            "bakery/bread.rs",
            "use crate::kitchen::Oven; pub(crate) struct Loaf(Oven);",
        ),
        (
            "kitchen/mod.rs",
            "mod oven; pub(crate) use self::oven::Oven;",
        ),
        (
            "kitchen/oven.rs",
            "use std::fmt; pub(crate) struct Oven; fn bake(_: crate::bakery::Loaf) {}",
        ),
    ]);
    let found = circles(&tree.imports());
    let both: BTreeSet<PathBuf> = ["bakery/bread.rs".into(), "kitchen/oven.rs".into()].into();
    assert_eq!(found, [both]);
}

#[test]
fn a_tree_without_a_circle_has_none() {
    let tree = tree(&[
        (
            "lib.rs",
            "mod oven; mod bread; use bread::Loaf; fn all(_: Loaf) {}",
        ),
        ("bread.rs", "use crate::oven::Oven; pub struct Loaf(Oven);"),
        (
            "oven.rs",
            "pub struct Oven;\n#[cfg(test)]\nmod tests { use crate::bread::Loaf; }",
        ),
    ]);
    assert!(circles(&tree.imports()).is_empty());
    assert_eq!(imports_of(&tree, "lib.rs"), ["bread.rs"]);
}

#[test]
fn nested_trees_names_given_anew_and_globs_lead_to_their_files() {
    let tree = tree(&[
        ("lib.rs", "mod a; mod b; mod c;"),
        (
            "a.rs",
            "use super::{b::{self, One, deep::Two as Too}, c::*};\nuse signpost_web::b as other;",
        ),
        ("b/mod.rs", "pub mod deep; pub struct One;"),
        ("b/deep.rs", "pub struct Two;"),
        ("c.rs", "pub use crate::b::deep::*;"),
    ]);
    assert_eq!(imports_of(&tree, "a.rs"), ["b/deep.rs", "b/mod.rs", "c.rs"]);
}

#[test]
fn a_private_name_of_a_module_above_is_followed_and_a_glob_looked_behind() {
    let tree = tree(&[
        ("lib.rs", "mod shop; mod goods; mod all;"),
        ("shop/mod.rs", "mod till; use crate::goods::Bread;"),
        ("shop/till.rs", "use super::Bread; use crate::all::Cake;"),
        ("goods.rs", "pub struct Bread; pub struct Cake;"),
        ("all.rs", "pub use crate::goods::*;"),
    ]);
    assert_eq!(imports_of(&tree, "shop/till.rs"), ["goods.rs"]);
}

#[test]
fn comments_texts_and_lifetimes_are_no_code() {
    let tree = tree(&[
        ("lib.rs", "mod a; mod b;"),
        (
            "a.rs",
            "// use crate::b::One;
            /* use crate::b::One; */
            fn f<'a>(x: &'a str) -> bool { x == \"use crate::b::One;\" || x == r#\"crate::b::\"One\"\"# || x.contains('\"') }",
        ),
        ("b.rs", "pub struct One;"),
    ]);
    assert!(imports_of(&tree, "a.rs").is_empty());
}
