//! The links of a list carry what one came for, so that the page of a place says that first and leads back: by the address alone. Nothing is
//! kept anywhere, and no page asks which one somebody came from.

use crate::{
    cards::{Card, Results},
    list_query::ListQuery,
};

impl Results {
    /// The same with links that keep what was asked.
    pub(crate) fn carrying(mut self, query: &ListQuery) -> Self {
        let kept = format!("?need={}{}", self.reply.asked.need, query.carried_whole());
        let carry = |card: &mut Card| card.page.push_str(&kept);
        self.cards.iter_mut().for_each(carry);
        self.elsewhere.iter_mut().for_each(carry);
        self.unsaid.iter_mut().for_each(carry);
        self.unsaid_elsewhere.iter_mut().for_each(carry);
        self
    }
}
