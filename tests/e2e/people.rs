//! People who are signed in, for journeys that do not begin at the door.

use jiff::Timestamp;
use signpost_domain::{Lang, OrganizationId};
use signpost_store::{NewAccount, Role, Store};

use crate::server::Server;

/// The editor of an organization.
pub fn editor(organization: &str) -> Role {
    Role::Editor(OrganizationId::new(organization).expect("an id"))
}

/// Lets somebody in: what their cookie holds. No password is hashed, so it is quick.
pub fn signed_in(server: &Server, name: &str, role: Role, at: &str) -> String {
    let at: Timestamp = at.parse().expect("an instant");
    let new = NewAccount {
        name: name.to_owned(),
        email: format!("{}@example.org", name.to_lowercase()),
        role,
        lang: Lang::En,
        by: "test".to_owned(),
        at,
    };
    let begun = async {
        let store = Store::open(&server.database()).await.expect("the database");
        let id = store.add_account(new).await.expect("an account");
        let session = store.begin_session(id, None, at).await;
        let secret = session.expect("a session").secret;
        // As if the password had just been typed again: what gives access does not ask for it.
        let proven = store.prove_session(&secret, at).await;
        store.close().await;
        proven.expect("stored").expect("a session")
    };
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(begun)
}
