//! The files of a crate as modules, and where a path leads.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use super::text::{FileText, read};

/// The name of a module: `["agency", "form"]`; the crate itself is empty.
type Module = Vec<String>;

/// The files of a crate, each with the name of its module.
pub(crate) struct Tree {
    files: BTreeMap<Module, (PathBuf, FileText)>,
}

/// Reads every file below the `src` of a crate that is not for tests only.
pub(crate) fn read_crate(src: &Path) -> Tree {
    let files = rust_files(src);
    let texts = files.iter().map(|file| {
        let text = fs::read_to_string(file).expect("a file that can be read");
        (
            file.strip_prefix(src).expect("a file below src").to_owned(),
            text,
        )
    });
    Tree::new(texts.collect())
}

/// Every Rust file below a folder.
pub(crate) fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder that can be read") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

impl Tree {
    /// From files by their paths below `src`, and what they say.
    pub(crate) fn new(files: Vec<(PathBuf, String)>) -> Self {
        let named = files
            .into_iter()
            .map(|(path, text)| (module_of(&path), (path, read(&text))));
        Self {
            files: named
                .filter(|(module, _)| !module.iter().any(|part| part == "tests"))
                .collect(),
        }
    }

    /// Which files each file imports.
    pub(crate) fn imports(&self) -> BTreeMap<PathBuf, BTreeSet<PathBuf>> {
        let imports = self.files.iter().map(|(module, (file, text))| {
            let used = text
                .uses
                .iter()
                .filter(|one| !one.public)
                .map(|one| &one.path);
            let targets = used
                .chain(&text.paths)
                .filter_map(|path| self.target(module, path, 0));
            let targets =
                targets.filter_map(|module| self.files.get(&module).map(|(file, _)| file.clone()));
            (
                file.clone(),
                targets.filter(|target| target != file).collect(),
            )
        });
        imports.collect()
    }

    /// The module whose file defines what a path in a module names; `None` when it is of another crate.
    fn target(&self, from: &Module, path: &[String], depth: usize) -> Option<Module> {
        // Two files that hand each other's names on would lead around for good.
        if depth > 16 {
            return None;
        }
        let mut module = from.clone();
        let mut rest = path;
        let mut anchored = false;
        while let Some((first, behind)) = rest.split_first() {
            match first.as_str() {
                "crate" => module.clear(),
                "super" => drop(module.pop()),
                "self" => {}
                _ => break,
            }
            anchored = true;
            rest = behind;
        }
        let child = |name: &String| [module.as_slice(), std::slice::from_ref(name)].concat();
        let Some((first, behind)) = rest.split_first() else {
            return anchored.then_some(module);
        };
        if self.files.contains_key(&child(first)) {
            return if behind.is_empty() {
                Some(child(first))
            } else {
                self.target(&child(first), &anchor(behind), depth + 1)
            };
        }
        if !anchored {
            return None;
        }
        let (_, text) = self.files.get(&module)?;
        if text.defines.contains(first) || first == "*" {
            return Some(module);
        }
        let named = text.uses.iter().find(|one| one.name == *first);
        if let Some(handed_on) = named {
            let whole = [handed_on.path.as_slice(), behind].concat();
            return self.target(&module, &whole, depth + 1);
        }
        let everything = text.uses.iter().filter(|one| one.name == "*" && one.public);
        let mut behind_globs = everything.filter_map(|glob| {
            let path = [&glob.path[..glob.path.len() - 1], rest].concat();
            self.target(&module, &path, depth + 1)
        });
        behind_globs.next().or(Some(module))
    }
}

/// A path inside a module we are in already.
fn anchor(path: &[String]) -> Vec<String> {
    let mut anchored = vec!["self".to_owned()];
    anchored.extend_from_slice(path);
    anchored
}

/// `agency/form/mod.rs` and `agency/form.rs` are the module `agency::form`.
fn module_of(path: &Path) -> Module {
    let mut module: Module = path
        .with_extension("")
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    if matches!(
        module.last().map(String::as_str),
        Some("mod" | "lib" | "main")
    ) {
        module.pop();
    }
    module
}
