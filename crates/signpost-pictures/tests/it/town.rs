//! The towns we have, as the server has them.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Once,
};

use signpost_basemap::Archive;
use signpost_domain::Directory;
use signpost_hours::Calendar;
use signpost_locate::{Inputs, Snapshot};

const NOW: &str = "2026-11-25T14:15:00-05:00";

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A town of `data/`, changed before it is served.
pub(crate) fn changed(name: &str, change: impl FnOnce(&mut Directory)) -> Snapshot {
    static WORDS: Once = Once::new();
    WORDS.call_once(read_words);
    let folder = root().join("data").join(name);
    let mut directory = signpost_exchange::read_folder(folder).unwrap();
    change(&mut directory);
    let inputs = Inputs {
        directory,
        versions: BTreeMap::new(),
        sequence: 1,
    };
    Snapshot::build(inputs, Calendar::ontario(), NOW.parse().unwrap()).unwrap()
}

/// A town of `data/`.
pub(crate) fn town(name: &str) -> Snapshot {
    changed(name, |_| {})
}

/// The streets of the training town.
pub(crate) fn streets() -> Archive {
    let file = root().join("data/training/basemap.pmtiles");
    Archive::of_bytes(std::fs::read(file).unwrap().into()).unwrap()
}

/// The words of the pages, from where they are kept.
fn read_words() {
    let locales = root().join("web/locales");
    signpost_answers::messages::read_messages(|lang| {
        let files = std::fs::read_dir(locales.join(lang.tag())).unwrap();
        let texts = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
        texts.map(std::borrow::Cow::Owned).collect()
    });
}
