//! The choice of what a place has to grant, on the list.

use signpost_domain::NeedCode;
use signpost_locate::{Granted, Snapshot};
use signpost_web::PageContext;

use crate::{
    list_query::ListQuery,
    wishes::{Wish, Wishes},
};

/// The choice of wishes for a need: only of those that some place of it grants, and those that are chosen.
pub(crate) struct WishChoice {
    /// What one may ask for.
    pub boxes: Vec<WishBox>,
    /// The age that was given, where some place is for some ages only.
    pub age: Option<String>,
    /// What is asked for, in words; empty for nothing.
    pub shown: String,
    /// The same list with nothing asked for.
    pub without: String,
}

/// One box to tick.
pub(crate) struct WishBox {
    /// Its name in the address.
    pub code: &'static str,
    /// What it says.
    pub name: String,
    /// Whether it is ticked.
    pub chosen: bool,
}

impl WishChoice {
    pub(crate) fn of(
        f: &PageContext,
        snapshot: &Snapshot,
        need: Option<&NeedCode>,
        query: &ListQuery,
    ) -> Self {
        let granted = need.map_or_else(Granted::default, |need| snapshot.granted(need));
        let ages = granted.ages;
        let wishes = &query.wishes;
        let boxes = Wish::ALL.into_iter().filter_map(|wish| {
            let chosen = wishes.granted.contains(&wish);
            (chosen || wish.is_among(granted)).then(|| WishBox {
                code: wish.code(),
                name: f.t(wish.key()),
                chosen,
            })
        });
        let mut shown = Vec::new();
        if !wishes.granted.is_empty() {
            let names: Vec<String> = wishes.granted.iter().map(|wish| f.t(wish.key())).collect();
            shown.push(f.t1("wish-shown", "what", names.join(", ")));
        }
        if let Some(age) = wishes.age {
            shown.push(f.t1("wish-age-shown", "age", age.to_string()));
        }
        let without = ListQuery {
            wishes: Wishes::default(),
            ..query.clone()
        };
        Self {
            boxes: boxes.collect(),
            age: (ages || wishes.age.is_some())
                .then(|| wishes.age.map(|age| age.to_string()).unwrap_or_default()),
            shown: shown.join(" "),
            without: f.link(&need.map_or_else(|| "/".to_owned(), |need| without.list_of(need))),
        }
    }

    /// Whether there is nothing to choose.
    pub(crate) const fn is_empty(&self) -> bool {
        self.boxes.is_empty() && self.age.is_none()
    }
}
