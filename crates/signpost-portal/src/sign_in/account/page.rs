//! One's own account as a page.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use signpost_credentials::second_step;
use signpost_hours::words::day_and_clock;
use signpost_store::AccountId;

use super::record::{Happened, happened};
use crate::{
    PortalState,
    access::{self, Actor, PortalContext, SESSION_TIMES},
};
use signpost_web::{ApiError, SharedApp};

#[derive(Template)]
#[template(path = "portal/account.html")]
struct AccountPage {
    f: PortalContext,
    who: Actor,
    done: Option<String>,
    /// What is wrong, and in which part of the page: `password` or `step`.
    fault: Option<(&'static str, String)>,
    /// A secret to switch the second step on with: itself, its address for an app, and its picture.
    offered: Option<Offered>,
    /// Recovery codes that were just made; shown this once.
    codes: Vec<String>,
    /// How many recovery codes were not used yet.
    codes_left: i64,
    /// The sessions that last, in words.
    sessions: Vec<String>,
    /// Whether their role may not be without a second step.
    needs_step: bool,
    happened: Happened,
}

/// What the page shows besides what it always does.
#[derive(Default)]
pub(crate) struct Shown {
    pub done: Option<String>,
    pub fault: Option<(&'static str, &'static str)>,
    pub secret: Option<String>,
    pub codes: Vec<String>,
}

impl Shown {
    pub(crate) fn fault(part: &'static str, key: &'static str) -> Self {
        Self {
            fault: Some((part, key)),
            ..Self::default()
        }
    }
}

struct Offered {
    secret: String,
    address: String,
    picture: String,
}

impl AccountPage {
    fn fault_in(&self, part: &str) -> Option<&str> {
        let (own, words) = self.fault.as_ref()?;
        (*own == part).then_some(words.as_str())
    }
}

/// The page as it stands now.
pub(crate) async fn page(
    app: &SharedApp,
    portal: &PortalState,
    request: &HttpRequest,
    who: Actor,
    shown: Shown,
) -> Result<HttpResponse, ApiError> {
    let (store, at) = (app.database()?, app.now());
    let id = AccountId(who.account);
    let open = store
        .open_sessions(id, &who.session, SESSION_TIMES, at)
        .await?;
    let codes_left = store.recovery_codes_left(id).await?;
    let f = PortalContext::of(request, app, &who);
    let snapshot = app.snapshot();
    let when = |then| day_and_clock(then, at, snapshot.town_zone(), f.lang);
    let sessions = open
        .iter()
        .map(|open| {
            if open.is_this {
                f.t1("account-session-this", "when", when(open.made_at))
            } else {
                f.t1("account-session-other", "when", when(open.seen_at))
            }
        })
        .collect();
    let offered = shown.secret.and_then(|secret| {
        let (address, picture) = second_step::picture(&secret, &who.email).ok()?;
        Some(Offered {
            secret,
            address,
            picture,
        })
    });
    let page = AccountPage {
        needs_step: portal.needs_second_step(&who.role),
        happened: happened(app, store, &f, id).await?,
        done: shown.done.map(|key| f.t(&key)),
        fault: shown.fault.map(|(part, key)| (part, f.t(key))),
        codes: shown
            .codes
            .iter()
            .map(|code| second_step::in_groups(code))
            .collect(),
        offered,
        codes_left,
        sessions,
        who,
        f,
    };
    access::page(&page.f, &page, page.fault.is_none())
}
