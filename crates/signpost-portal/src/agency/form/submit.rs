//! What becomes of a sheet that was sent, also when somebody else was quicker.

use actix_web::HttpResponse;
use signpost_domain::Site;

use super::{
    conflict::{Settled, Torn, settle},
    draft,
    field::Trouble,
    fields::Fields,
    key,
    opened::Opened,
    reader::Reading,
    save::{Saved, Saving, Waits},
};
use crate::access::Role;
use crate::access::redirect::see;
use crate::agency::{confirm, forms::kind::Sheet};
use signpost_editing::{FieldFault, Surroundings};
use signpost_web::ApiError;

/// What became of a sheet that was sent.
pub(crate) enum Outcome {
    /// It is saved; `since` is the version it showed when others changed the site meanwhile.
    Done { since: Option<u64>, waits: Waits },
    /// It comes back filled, on this version.
    Refused {
        fields: Fields,
        trouble: Trouble,
        version: u64,
    },
    /// Both changed the same.
    Torn { torn: Vec<Torn>, current: u64 },
}

/// Saves a sheet, on the version it shows or, brought together with what others did, on the one there is.
pub(crate) async fn outcome(
    opened: &Opened<'_>,
    sheet: &Sheet,
    fields: &Fields,
) -> Result<Outcome, ApiError> {
    let seen = fields.number("version").unwrap_or(opened.version);
    let refused = |fields: &Fields, trouble, version| Outcome::Refused {
        fields: fields.clone(),
        trouble,
        version,
    };
    let overtaken = match save(opened, sheet, fields).await? {
        Saved::Done(waits) => return Ok(Outcome::Done { since: None, waits }),
        Saved::Refused(trouble) => return Ok(refused(fields, trouble, seen)),
        Saved::Overtaken(overtaken) => overtaken,
    };
    let too_old = || Trouble::about("version", opened.f.t("fault-version"));
    let current = overtaken.current;
    let Some((base, _)) = &overtaken.mine else {
        // The version it shows never was: it is shown again, filled, on the version that is.
        return Ok(refused(fields, too_old(), current));
    };
    let snapshot = opened.app.snapshot_to_keep();
    let directory = snapshot.directory();
    let was = sheet.fields(base, directory)?;
    let now = sheet.fields(&overtaken.theirs, directory)?;
    let mut both = match settle(&was, fields, &now, sheet.group(), current) {
        Settled::Torn(torn) => return Ok(Outcome::Torn { torn, current }),
        Settled::Together(both) => both,
    };
    both.set("version", &current.to_string());
    both.set("key", &key::onto(fields.text("key"), current));
    Ok(match save(opened, sheet, &both).await? {
        Saved::Done(waits) => Outcome::Done {
            since: Some(seen),
            waits,
        },
        Saved::Refused(trouble) => refused(&both, trouble, current),
        // A third came in between; whoever is that quick may try once more.
        Saved::Overtaken(_) => refused(fields, too_old(), seen),
    })
}

async fn save(opened: &Opened<'_>, sheet: &Sheet, fields: &Fields) -> Result<Saved, ApiError> {
    let saving = Saving {
        app: opened.app,
        who: opened.who,
        slug: &opened.slug,
        fields,
        reason: sheet.reason(),
    };
    let change = |site: &mut Site, around: &Surroundings<'_>| -> Result<(), Vec<FieldFault>> {
        let before = site.clone();
        let mut reading = Reading::of(fields, opened.f.lang);
        sheet.read(&mut reading, site, around);
        if matches!(opened.who.role, Role::Editor(_)) {
            let by = around.organization_name(site);
            confirm::what_changed(&before, site, &by, around.today);
        }
        reading.finish()
    };
    saving.save(change).await
}

/// Saved: the draft goes, and so does the reader, to the page of the site.
pub(crate) async fn done(
    opened: &Opened<'_>,
    sheet: &Sheet,
    since: Option<u64>,
    waits: Waits,
) -> Result<HttpResponse, ApiError> {
    draft::drop(opened, &sheet.name()).await?;
    let since = since.map_or_else(String::new, |version| format!("&since={version}"));
    let address = opened.address("");
    Ok(see(&format!(
        "{address}?done={}{since}{}",
        sheet.done(),
        waits.in_address()
    )))
}
