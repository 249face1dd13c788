//! A sheet of a site as a page: opened, sent, come back, saved.

use actix_web::{HttpRequest, HttpResponse};
use signpost_domain::Directory;

use super::kind::Sheet;
use crate::access::redirect::see;
use crate::agency::form::{
    conflict::Torn,
    draft,
    field::Trouble,
    fields::Fields,
    opened::{Opened, carried, open},
    submit::{Outcome, done, outcome},
    view::{Block, Button, FormPage, choice},
};
use crate::{
    access::{Actor, Form},
    proposals::own,
};
use signpost_web::{ApiError, SharedApp, params::Params};

/// The sheet of this address.
fn sheet_of(request: &HttpRequest, named: Sheet) -> Result<Sheet, ApiError> {
    match request.match_info().get("need") {
        None => Ok(named),
        Some(code) => code
            .parse()
            .map(Sheet::Service)
            .map_err(|_no_code| ApiError::not_found()),
    }
}

/// GET of a sheet.
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    named: Sheet,
) -> Result<HttpResponse, ApiError> {
    let sheet = sheet_of(&request, named)?;
    let params = Params::read(request.query_string(), &["again"])?;
    let opened = open(&app, &who, &request).await?;
    let snapshot = app.snapshot_to_keep();
    let directory = snapshot.directory();
    let again = own::again(&app, &who, &params).await?;
    let asked_before = again.filter(|proposal| proposal.site == opened.slug);
    let filled = asked_before.and_then(|proposal| {
        let now = Some((opened.site.clone(), opened.version));
        Some(signpost_editing::outcome(&proposal, now)?.merge.site)
    });
    let fields = sheet.fields(filled.as_ref().unwrap_or(&opened.site), directory)?;
    let draft = draft::offer(&opened, &sheet.name()).await?;
    let version = opened.version;
    let mut page = render(
        opened,
        &sheet,
        directory,
        &fields,
        Trouble::default(),
        version,
    )?;
    page.draft = draft;
    page.answer()
}

/// POST of a sheet.
pub(crate) async fn sent(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    form: Form,
    named: Sheet,
) -> Result<HttpResponse, ApiError> {
    let sheet = sheet_of(&request, named)?;
    let opened = open(&app, &who, &request).await?;
    let snapshot = app.snapshot_to_keep();
    let directory = snapshot.directory();
    let fields = Fields::sent(form.0);
    match fields.text("act") {
        "drop-draft" => {
            draft::drop(&opened, &sheet.name()).await?;
            return Ok(see(&opened.address(&sheet.name())));
        }
        "use-draft" => {
            let Some(draft) = draft::take(&opened, &sheet.name()).await? else {
                return Ok(see(&opened.address(&sheet.name())));
            };
            let version = draft.number("version").unwrap_or(opened.version);
            return render(
                opened,
                &sheet,
                directory,
                &draft,
                Trouble::default(),
                version,
            )?
            .answer();
        }
        _ => {}
    }
    match outcome(&opened, &sheet, &fields).await? {
        Outcome::Done { since, waits } => done(&opened, &sheet, since, waits).await,
        Outcome::Refused {
            fields,
            trouble,
            version,
        } => render(opened, &sheet, directory, &fields, trouble, version)?.answer(),
        Outcome::Torn { torn, current } => {
            torn_page(opened, &sheet, &fields, &torn, current)?.answer()
        }
    }
}

/// A sheet as a page.
pub(crate) fn render(
    opened: Opened<'_>,
    sheet: &Sheet,
    directory: &Directory,
    fields: &Fields,
    trouble: Trouble,
    version: u64,
) -> Result<FormPage, ApiError> {
    let blocks = sheet.blocks(&opened.f, fields, &trouble, &opened.site, directory)?;
    let mut carried = carried(version);
    carried.extend(fields.asked());
    Ok(FormPage {
        title: sheet.title(&opened.f, directory),
        about: opened.name(),
        intro: sheet.intro(&opened.f),
        news: vec![],
        action: opened.address(&sheet.name()),
        drafts: opened.address(&format!("drafts/{}", sheet.name().replace('/', "-"))),
        draft: None,
        blocks,
        carried,
        buttons: vec![Button {
            act: "save",
            label: opened.f.t("save"),
            main: true,
        }],
        back: (opened.address(""), opened.f.t("back")),
        trouble,
        f: opened.f,
    })
}

/// The page that asks which of two stands.
pub(crate) fn torn_page(
    opened: Opened<'_>,
    sheet: &Sheet,
    fields: &Fields,
    torn: &[Torn],
    current: u64,
) -> Result<FormPage, ApiError> {
    let snapshot = opened.app.snapshot_to_keep();
    let directory = snapshot.directory();
    let none = Trouble::default();
    let all = sheet.blocks(&opened.f, fields, &none, &opened.site, directory)?;
    let f = &opened.f;
    let blocks = torn
        .iter()
        .map(|torn| {
            let name = format!("choose.{}", torn.group);
            let options = [
                (
                    "theirs".to_owned(),
                    f.t1("torn-theirs", "words", words(&torn.theirs)),
                ),
                (
                    "mine".to_owned(),
                    f.t1("torn-mine", "words", words(&torn.mine)),
                ),
            ];
            let legend = sheet.label(f, &all, &torn.group);
            Block::Choice(choice(fields, &Trouble::default(), &name, legend, options))
        })
        .collect();
    let mut carried: Vec<(String, String)> = fields
        .pairs()
        .iter()
        .filter(|(name, _)| !name.starts_with("choose.") && name != "onto" && name != "act")
        .cloned()
        .collect();
    carried.push(("onto".to_owned(), current.to_string()));
    let mut page = render(opened, sheet, directory, fields, none, current)?;
    page.intro = vec![page.f.t("torn-intro")];
    page.drafts = String::new();
    page.blocks = blocks;
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
