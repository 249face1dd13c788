//! A place that is not in the directory yet: asked for by its agency, or added by a steward.

use signpost_domain::{Site, SiteSlug, Text};
use signpost_store::{Edited, NewSite, Reason, Store, StoreError};

use crate::{
    EditError, Live, WordingOverride, proposal::with_site, refresh, site::put_in_place, tombstones,
    wording,
};

/// How many slugs are tried: `name`, `name-2`, …
const TRIES: usize = 30;
/// The longest slug made from a name; room is left for a number.
const LONGEST_SLUG: usize = 48;

/// A new site as it came in.
#[derive(Debug, Clone)]
pub struct NewSiteRequest {
    /// The site; its slug is made from its name.
    pub site: Site,
    /// Public at once, or only once a steward accepts it.
    pub at_once: bool,
    /// How the history names who answers for it.
    pub author: String,
    /// Why, for the history.
    pub reason: Reason,
    /// The key of this request, so that asking twice adds once.
    pub key: Option<String>,
    /// Words that shall stand although the language check would have others.
    pub kept: Vec<WordingOverride>,
}

/// Adds a site or asks for it. The slug it has now is answered too.
///
/// # Errors
/// [`EditError::Wording`], [`EditError::Fields`], and when the database cannot be written; nothing was changed then.
pub async fn add_site(live: &Live, asked: NewSiteRequest) -> Result<(SiteSlug, Edited), EditError> {
    let faults = wording::faults(
        &silent(&asked.site),
        &asked.site,
        &asked.kept,
        live.snapshot().directory(),
    );
    if !faults.is_empty() {
        return Err(EditError::Wording(faults));
    }
    live.edit(async |store| in_turn(live, store, asked).await)
        .await
}

async fn in_turn(
    live: &Live,
    store: &Store,
    asked: NewSiteRequest,
) -> Result<(SiteSlug, Edited), EditError> {
    tombstones::refuse(store, &asked.site).await?;
    let base = slug_of(&asked.site.name);
    let reason = wording::with_kept(
        &asked.reason,
        &silent(&asked.site),
        &asked.site,
        &asked.kept,
    );
    for number in 1..=TRIES {
        let slug = numbered(&base, number)?;
        let site = Site {
            slug: slug.clone(),
            ..asked.site.clone()
        };
        let next = if asked.at_once {
            let inputs = with_site(store.load().await?, &site)?;
            Some(refresh::build(live, inputs).await?)
        } else {
            None
        };
        let new = NewSite {
            site,
            author: asked.author.clone(),
            reason: reason.clone(),
            idempotency: asked.key.clone(),
            at: live.now(),
        };
        let done = if asked.at_once {
            store.add_site(new).await
        } else {
            store.propose_site(new).await
        };
        match done {
            Ok(edited) => {
                if asked.at_once {
                    put_in_place(live, store, next, edited).await;
                }
                return Ok((slug, edited));
            }
            // Who asks again for what became `name-2` is known by that slug, not by the first.
            Err(StoreError::SlugTaken { .. } | StoreError::KeyReused) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(EditError::KeyReused)
}

/// The same site before anybody wrote anything about it.
fn silent(site: &Site) -> Site {
    Site {
        door: Text::default(),
        access: Text::default(),
        step_free: None,
        alternate_name: String::new(),
        former_name: String::new(),
        description: Text::default(),
        services: vec![],
        disposal_point: None,
        exceptions: vec![],
        ..site.clone()
    }
}

/// "Maison du Cercle de cèdre" becomes `maison-du-cercle-de-cedre`; a name without any letter we can write becomes `site`.
fn slug_of(name: &Text) -> String {
    let words = slug::slugify(name.words(signpost_domain::Lang::En));
    let cut: String = words.chars().take(LONGEST_SLUG).collect();
    let cut = cut.trim_matches('-');
    if cut.is_empty() {
        "site".to_owned()
    } else {
        cut.to_owned()
    }
}

fn numbered(base: &str, number: usize) -> Result<SiteSlug, EditError> {
    let text = if number == 1 {
        base.to_owned()
    } else {
        format!("{base}-{number}")
    };
    text.parse().map_err(EditError::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_made_of_any_name() {
        for (name, slug) in [
            ("Cedar Circle House", "cedar-circle-house"),
            ("Maison du Cercle de cèdre", "maison-du-cercle-de-cedre"),
            ("  101 Main St.  (rear)", "101-main-st-rear"),
            ("---", "site"),
            ("\u{1f600}", "grinning"),
        ] {
            assert_eq!(slug_of(&Text::en(name)), slug, "{name}");
        }
        let long = slug_of(&Text::en(&"very long name ".repeat(20)));
        assert!(long.len() <= LONGEST_SLUG && !long.ends_with('-'));
        assert!(numbered(&long, 30).is_ok());
    }
}
