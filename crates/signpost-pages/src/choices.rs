//! What somebody has in hand who wants to leave it: loose needles, or a full container. Places that take it come first.

use signpost_domain::{ItemCode, NeedCode};

use crate::{
    cards::{Card, Results},
    list_query::ListQuery,
};
use signpost_web::PageContext;

/// A container that is full waits until a place that takes it is open, which may be days.
const FULL: &str = "full-containers";

/// What one may have, by the code of the item and the key of its words.
const CHOICES: [(&str, &str); 2] = [("loose", "choice-loose"), (FULL, "choice-full")];

/// One of them as a link to the list.
pub(crate) struct Choice {
    /// What it is, in words.
    pub name: String,
    /// The list with the places that take it first.
    pub href: String,
    /// Whether it is the one chosen.
    pub current: bool,
    /// How to keep it until then; empty when there is nothing to say.
    pub keep: String,
}

/// The choices of a list; none where people do not come to leave something.
pub(crate) fn choices(f: &PageContext, query: &ListQuery) -> Vec<Choice> {
    match &query.need {
        Some(need) if need.is_for_leaving() => links(f, need, query),
        _ => Vec::new(),
    }
}

/// The choices of a page that is about leaving needles anyway.
pub(crate) fn choices_of_disposal(f: &PageContext) -> Vec<Choice> {
    links(f, &NeedCode::disposal(), &ListQuery::default())
}

fn links(f: &PageContext, need: &NeedCode, query: &ListQuery) -> Vec<Choice> {
    CHOICES
        .iter()
        .map(|(code, key)| Choice {
            name: f.t(key),
            href: f.link(&format!("/?need={need}&item={code}{}", query.carried())),
            keep: if *code == FULL {
                f.t("choice-full-keep")
            } else {
                String::new()
            },
            current: query
                .item
                .as_ref()
                .is_some_and(|item| item.as_str() == *code),
        })
        .collect()
}

/// How well a place suits who has a thing: it is known to take it, nobody said what it takes, or it is known to take other things or to have
/// no room for this one.
pub(crate) fn suits(taken: &[ItemCode], short: &[ItemCode], item: &ItemCode) -> u8 {
    if short.contains(item) {
        return 2;
    }
    match (taken.contains(item), taken.is_empty()) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    }
}

impl Results {
    /// Puts the places first that take a thing, and last those that are known to take only other things or to have no room for it. Otherwise the order stays.
    pub(crate) fn with_those_first_that_take(mut self, item: Option<&ItemCode>) -> Self {
        let Some(item) = item else {
            return self;
        };
        let suits = |card: &Card| suits(&card.answer.item_codes, &card.answer.short_items, item);
        self.cards.sort_by_key(suits);
        let mut before = None;
        let mut group = 0;
        for card in &mut self.cards {
            let here = (suits(card), card.group);
            if before.is_some_and(|before| before != here) {
                group += 1;
            }
            before = Some(here);
            card.group = group;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_takes_it_comes_before_who_may_and_who_does_not() {
        let code = |text: &str| text.parse::<ItemCode>().unwrap();
        let loose = code("loose");
        let ranks = [
            vec![code("full-containers"), loose.clone()],
            vec![],
            vec![code("full-containers")],
        ]
        .map(|taken| suits(&taken, &[], &loose));
        assert_eq!(ranks, [0, 1, 2]);
        let full = std::slice::from_ref(&loose);
        assert_eq!(suits(full, full, &loose), 2, "it has no room for them now");
        assert_eq!(suits(full, full, &code("full-containers")), 2);
        assert_eq!(suits(&[], full, &code("full-containers")), 1);
    }
}
