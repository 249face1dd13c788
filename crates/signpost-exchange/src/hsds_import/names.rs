//! What a row of HSDS is called here: rows of our own by our ids, a partner's by a name that is the same at every import.

use std::collections::{BTreeMap, HashMap};

use signpost_domain::{Directory, Lang, folded};

use crate::hsds_id;

/// The longest id made of a name; room is left for what tells two of them apart.
const LONGEST: usize = 48;

/// Which of our ids an id of HSDS is.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Of what is in the directory: the HSDS id of each row.
    organizations: HashMap<String, String>,
    sites: HashMap<String, String>,
    /// Our ids by what they are called, to know a partner's row again.
    called: HashMap<(&'static str, String), String>,
    /// Every id that is taken, and by what name.
    taken: BTreeMap<(&'static str, String), String>,
}

/// Kinds of rows that have a name of their own.
pub(super) const ORGANIZATION: &str = "organization";
pub(super) const SITE: &str = "location";

impl Names {
    pub(super) fn of(directory: &Directory) -> Self {
        let mut names = Self::default();
        for one in &directory.organizations {
            let id = one.id.to_string();
            names.know(
                ORGANIZATION,
                hsds_id(ORGANIZATION, &id),
                &id,
                one.name.words(Lang::En),
            );
        }
        for one in &directory.sites {
            let id = one.slug.to_string();
            names.know(SITE, hsds_id(SITE, &id), &id, one.name.words(Lang::En));
        }
        names
    }

    fn know(&mut self, kind: &'static str, uuid: String, id: &str, name: &str) {
        self.map(kind).insert(uuid, id.to_owned());
        let name = folded(name);
        self.called
            .entry((kind, name.clone()))
            .or_insert_with(|| id.to_owned());
        self.taken.insert((kind, id.to_owned()), name);
    }

    fn map(&mut self, kind: &'static str) -> &mut HashMap<String, String> {
        if kind == SITE {
            &mut self.sites
        } else {
            &mut self.organizations
        }
    }

    /// What an id of HSDS was found to be.
    pub(super) fn known(&self, kind: &'static str, uuid: &str) -> Option<&str> {
        let map = if kind == SITE {
            &self.sites
        } else {
            &self.organizations
        };
        map.get(uuid).map(String::as_str)
    }

    /// Our id of a row, found or made. `own` is the one that the file says is ours.
    pub(super) fn name(
        &mut self,
        kind: &'static str,
        uuid: &str,
        own: Option<&str>,
        name: &str,
    ) -> String {
        if let Some(known) = self.known(kind, uuid) {
            return known.to_owned();
        }
        let id = match own {
            Some(own) => own.to_owned(),
            None => self.made(kind, uuid, name),
        };
        self.know(kind, uuid.to_owned(), &id, name);
        id
    }

    fn made(&self, kind: &'static str, uuid: &str, name: &str) -> String {
        if let Some(known) = self.called.get(&(kind, folded(name))) {
            return known.clone();
        }
        let words = slug::slugify(name);
        let cut: String = words.chars().take(LONGEST).collect();
        let cut = match cut.trim_matches('-') {
            "" => kind.to_owned(),
            cut => cut.to_owned(),
        };
        if self.taken.contains_key(&(kind, cut.clone())) {
            let mark = hsds_id("partner", uuid);
            return format!("{cut}-{}", mark.get(..8).unwrap_or_default());
        }
        cut
    }
}
