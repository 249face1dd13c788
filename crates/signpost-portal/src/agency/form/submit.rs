//! What becomes of a form that was sent, also when somebody else was quicker.

use actix_web::HttpResponse;
use signpost_domain::Site;

use super::{
    conflict::{Conflict, Merge, merge},
    draft,
    faults::FormFaults,
    fields::Fields,
    key,
    opened::Opened,
    reader::FormReader,
    save::{Saved, Saving, Waits},
    site_form::SiteForm,
};
use crate::access::Role;
use crate::access::redirect;
use crate::agency::confirm;
use signpost_editing::{EditContext, FieldFault};
use signpost_web::ApiError;

/// What became of a form that was sent.
pub(crate) enum Outcome {
    /// It is saved; `since` is the version it showed when others changed the site meanwhile.
    Done { since: Option<u64>, waits: Waits },
    /// It comes back filled, on this version.
    Refused {
        fields: Fields,
        faults: FormFaults,
        version: u64,
    },
    /// Both changed the same.
    Conflict {
        conflicts: Vec<Conflict>,
        current: u64,
    },
}

/// Saves a form, on the version it shows or, brought together with what others did, on the one there is.
pub(crate) async fn outcome<F: SiteForm>(
    opened: &Opened<'_>,
    form: &F,
    fields: &Fields,
) -> Result<Outcome, ApiError> {
    let seen = fields.number("version").unwrap_or(opened.version);
    let refused = |fields: &Fields, faults, version| Outcome::Refused {
        fields: fields.clone(),
        faults,
        version,
    };
    let stale = match save(opened, form, fields).await? {
        Saved::Done(waits) => return Ok(Outcome::Done { since: None, waits }),
        Saved::Refused(faults) => return Ok(refused(fields, faults, seen)),
        Saved::StaleEdit(stale) => stale,
    };
    let too_old = || FormFaults::about("version", opened.f.t("fault-version"));
    let current = stale.current;
    let Some((base, _)) = &stale.mine else {
        // The version it shows never was: it is shown again, filled, on the version that is.
        return Ok(refused(fields, too_old(), current));
    };
    let snapshot = opened.app.snapshot_to_keep();
    let directory = snapshot.directory();
    let was = form.fields(base, directory)?;
    let now = form.fields(&stale.theirs, directory)?;
    let mut both = match merge(&was, fields, &now, F::group, current) {
        Merge::Conflicts(conflicts) => return Ok(Outcome::Conflict { conflicts, current }),
        Merge::Merged(both) => both,
    };
    both.set("version", &current.to_string());
    both.set("key", &key::onto(fields.text("key"), current));
    Ok(match save(opened, form, &both).await? {
        Saved::Done(waits) => Outcome::Done {
            since: Some(seen),
            waits,
        },
        Saved::Refused(faults) => refused(&both, faults, current),
        // A third came in between; whoever is that quick may try once more.
        Saved::StaleEdit(_) => refused(fields, too_old(), seen),
    })
}

async fn save<F: SiteForm>(
    opened: &Opened<'_>,
    form: &F,
    fields: &Fields,
) -> Result<Saved, ApiError> {
    let saving = Saving {
        app: opened.app,
        who: opened.who,
        slug: &opened.slug,
        fields,
        reason: F::REASON,
    };
    let change = |site: &mut Site, around: &EditContext<'_>| -> Result<(), Vec<FieldFault>> {
        let before = site.clone();
        let mut reader = FormReader::of(fields, opened.f.lang);
        form.read_into(site, &mut reader, around);
        if matches!(opened.who.role, Role::Editor(_)) {
            let by = around.organization_name(site);
            confirm::what_changed(&before, site, &by, around.today);
        }
        reader.finish()
    };
    saving.save(change).await
}

/// Saved: the draft goes, and so does the reader, to the page of the site.
pub(crate) async fn done<F: SiteForm>(
    opened: &Opened<'_>,
    form: &F,
    since: Option<u64>,
    waits: Waits,
) -> Result<HttpResponse, ApiError> {
    draft::drop(opened, &form.name()).await?;
    let since = since.map_or_else(String::new, |version| format!("&since={version}"));
    let address = opened.address("");
    Ok(redirect(&format!(
        "{address}?done={}{since}{}",
        F::DONE,
        waits.in_address()
    )))
}
