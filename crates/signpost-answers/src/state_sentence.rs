//! The state of a service in one sentence; where nobody knows it and nobody can be called, what to do instead.

use jiff::Timestamp;
use signpost_domain::{Lang, Phone, SiteKind};
use signpost_hours::{Cause, Moment, OpenState, words};
use signpost_locate::{ServiceIx, Snapshot};

use crate::messages::words_of;

/// "Open now, until 9 pm", "Call first"; where there is no number to call, "Not known. Ask there. Snow storm."
#[must_use]
pub fn state_sentence(
    snapshot: &Snapshot,
    service: ServiceIx,
    moment: &Moment,
    at: Timestamp,
    lang: Lang,
) -> String {
    let ix = snapshot.site_of(service);
    let site = snapshot.site(ix);
    if moment.state != OpenState::Unknown
        || site.phone.is_some()
        || moment.cause == Cause::Emergency
    {
        return words::sentence(moment, at, snapshot.zone(ix), lang);
    }
    let instead = words_of(lang).say(instead_of_calling(site.kind), &[]);
    match words::reason(&moment.cause, lang) {
        "" => instead,
        reason => format!("{instead} {reason}."),
    }
}

/// The key of what is not known and cannot be asked on the phone: "Not known. Ask there."
#[must_use]
pub const fn instead_of_calling(kind: SiteKind) -> &'static str {
    match kind {
        SiteKind::Box => "look-there",
        SiteKind::Building | SiteKind::Pharmacy | SiteKind::Mobile => "ask-there",
    }
}

/// The key of how one finds out what nobody knows: "Call first.", "Ask there."
#[must_use]
pub const fn find_out(phone: Option<&Phone>, kind: SiteKind) -> &'static str {
    match (phone, kind) {
        (Some(_), _) => "call-first",
        (None, SiteKind::Box) => "find-out-look",
        (None, _) => "find-out-ask",
    }
}
