//! Posters at old doors: that one was put up, and that it was taken down.

use signpost_domain::HangingPoster;

use crate::{EditError, Live};

/// Notes that a poster hangs; the same form sent twice counts once.
///
/// # Errors
/// When the database cannot be written.
pub async fn put_up_poster(
    live: &Live,
    poster: &HangingPoster,
    key: Option<&str>,
) -> Result<(), EditError> {
    live.edit(async |store| {
        store.put_up_poster(poster, key).await?;
        Ok(())
    })
    .await
}

/// Ticks off a poster that was taken down today. One that was ticked off before stays as it was.
///
/// # Errors
/// When the database cannot be written.
pub async fn take_down_poster(live: &Live, id: i64, author: &str) -> Result<(), EditError> {
    let today = live.snapshot().town_zone().day(live.now());
    live.edit(async |store| {
        store.take_down_poster(id, today, author).await?;
        Ok(())
    })
    .await
}
