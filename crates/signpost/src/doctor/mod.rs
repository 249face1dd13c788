//! What a server needs to run well, looked at one by one, each with what to do about it.

mod disk;
mod finding;
mod front;
mod kept;

use jiff::Timestamp;

pub(crate) use self::finding::Finding;
use crate::settings::ServeSettings;

/// Looks at everything. No data is made or changed. Others are asked only when `ask`.
pub(crate) async fn look(settings: &ServeSettings, now: Timestamp, ask: bool) -> Vec<Finding> {
    let mut findings = vec![zone_rules()];
    findings.extend(kept::database(settings, now).await);
    findings.extend(front::address(settings, ask).await);
    findings.push(front::proxies(settings));
    findings.push(front::mail(settings, ask).await);
    findings.push(kept::map(settings).await);
    findings.extend(kept::backups(settings, now));
    findings.extend(disk::space(settings));
    findings
}

fn zone_rules() -> Finding {
    match signpost_hours::check_zone_rules() {
        Ok(()) => Finding::good(
            "zone rules",
            format!(
                "{}, which know that Kenora's clock does not change any more.",
                signpost_hours::tzdb_version()
            ),
        ),
        Err(error) => Finding::bad(
            "zone rules",
            format!("{error}."),
            "install a newer release of Signpost",
        ),
    }
}
