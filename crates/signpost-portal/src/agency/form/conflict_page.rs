//! The page that asks which of two stands.

use super::{
    conflict::{CHOOSE, Conflict},
    faults::FormFaults,
    fields::Fields,
    opened::Opened,
    site_form::SiteForm,
    site_page::{Filled, site_page},
    view::{Block, FormPage, choice},
};
use signpost_web::ApiError;

/// A choice for each conflict; everything else of the form is carried along.
pub(crate) fn conflict_page(
    opened: Opened<'_>,
    form: &impl SiteForm,
    fields: &Fields,
    conflicts: &[Conflict],
    current: u64,
) -> Result<FormPage, ApiError> {
    let snapshot = opened.app.snapshot_to_keep();
    let directory = snapshot.directory();
    let (f, none) = (&opened.f, FormFaults::default());
    let all = form.blocks(f, fields, &none, &opened.site, directory)?;
    let blocks = conflicts
        .iter()
        .map(|conflict| {
            let name = format!("{CHOOSE}{}", conflict.group);
            let theirs = f.t1("conflict-theirs", "words", words(&conflict.theirs));
            let mine = f.t1("conflict-mine", "words", words(&conflict.mine));
            let options = [("theirs".to_owned(), theirs), ("mine".to_owned(), mine)];
            let legend = form.label(f, &all, &conflict.group);
            Block::Choice(choice(fields, &none, &name, legend, options))
        })
        .collect();
    let mut carried: Vec<(String, String)> = fields
        .pairs()
        .iter()
        .filter(|(name, _)| !name.starts_with(CHOOSE) && name != "onto" && name != "act")
        .cloned()
        .collect();
    carried.push(("onto".to_owned(), current.to_string()));
    let mut heading = form.heading(f, directory);
    heading.intro = vec![f.t("conflict-intro")];
    let filled = Filled::fine(fields, current);
    let mut page = site_page(opened, &form.name(), heading, blocks, filled);
    page.drafts = String::new();
    page.carried = carried;
    Ok(page)
}

/// What was written, or that nothing was.
fn words(values: &[String]) -> String {
    if values.is_empty() {
        return "—".to_owned();
    }
    values.join(", ")
}
