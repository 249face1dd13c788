//! Banks and open crossings, for ways worked out on the phone.

use serde::Serialize;
use signpost_domain::{Lang, LonLat};
use utoipa::ToSchema;

use signpost_answers::LocalizedText;

/// The dry sides and what joins them.
#[derive(Serialize, ToSchema)]
pub(crate) struct Ground {
    /// Outer rings, `[lon, lat]`; the last point repeats the first.
    banks: Vec<Vec<LonLat>>,
    /// Ways over the water that are open.
    crossings: Vec<Crossing>,
}

/// A way over the water that is open now.
#[derive(Serialize, ToSchema)]
struct Crossing {
    /// Its name.
    name: LocalizedText,
    /// Indexes of the two banks.
    #[schema(min_items = 2, max_items = 2)]
    joins: [usize; 2],
    /// Its ends, the first on the first bank.
    #[schema(min_items = 2, max_items = 2)]
    ends: [LonLat; 2],
}

impl Ground {
    pub(crate) fn of(ground: &signpost_domain::Ground, lang: Lang) -> Self {
        let bank = |id: &String| ground.banks.iter().position(|bank| &bank.id == id);
        Self {
            banks: ground.banks.iter().map(|bank| bank.ring.clone()).collect(),
            crossings: ground
                .crossings
                .iter()
                .filter(|crossing| crossing.open)
                .filter_map(|crossing| {
                    let [first, second] = &crossing.joins;
                    Some(Crossing {
                        name: LocalizedText::of(&crossing.name, lang),
                        joins: [bank(first)?, bank(second)?],
                        ends: crossing.ends,
                    })
                })
                .collect(),
        }
    }
}
