//! The state of a service in one sentence; where nobody knows it and nobody can be called, what to do instead.

use jiff::Timestamp;
use signpost_domain::{FindOut, Lang, Site};
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
    let asked = moment.state == OpenState::Unknown && moment.cause != Cause::Emergency;
    let Some(instead) = instead_of_calling(site.find_out()).filter(|_| asked) else {
        return words::sentence_of(moment, at, snapshot.zone(ix), site.find_out(), lang);
    };
    let instead = words_of(lang).say(instead, &[]);
    match words::reason(&moment.cause, lang) {
        "" => instead,
        reason => format!("{instead} {reason}."),
    }
}

/// The key of what is not known and cannot be asked on the phone: "Not known. Ask there." None where one can call.
#[must_use]
pub const fn instead_of_calling(way: FindOut) -> Option<&'static str> {
    match way {
        FindOut::Call => None,
        FindOut::Ask => Some("ask-there"),
        FindOut::Look => Some("look-there"),
        FindOut::Meet => Some("ask-them"),
    }
}

/// The key of how one finds out what nobody knows: "Call first.", "Ask there."
#[must_use]
pub fn find_out(site: &Site) -> &'static str {
    match site.find_out() {
        FindOut::Call => "call-first",
        FindOut::Ask => "find-out-ask",
        FindOut::Look => "find-out-look",
        FindOut::Meet => "find-out-ask-them",
    }
}
