//! A letter to the owner of an account each time its power was used, so that who did not do it learns of it.

use signpost_mail::letters::{self, NoticeKind};
use signpost_store::AccountId;
use signpost_web::App;

use crate::PortalState;

/// Tells them, when letters can be sent at all. That a letter could not be sent undoes nothing: it stands on the page of their account too.
pub async fn tell(app: &App, portal: &PortalState, id: AccountId, kind: NoticeKind) {
    tell_all(app, portal, &[id], kind).await;
}

/// The same for several people, each once.
pub async fn tell_all(app: &App, portal: &PortalState, ids: &[AccountId], kind: NoticeKind) {
    let (Some(post), Ok(store)) = (&portal.post, app.database()) else {
        return;
    };
    for id in ids {
        // Who never set a password has not been here: the invitation tells them.
        if let Ok(Some(account)) = store.account(*id).await
            && account.has_password
        {
            letters::notice(app.live(), post, &account, &kind).await;
        }
    }
}
