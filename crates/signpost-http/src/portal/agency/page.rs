//! A sheet of a site as a page: opened, sent, come back, saved.

use actix_web::{HttpRequest, HttpResponse};
use signpost_domain::{Directory, Site, SiteSlug};
use signpost_store::Store;

use super::{
    drafts,
    field::Trouble,
    fields::Fields,
    form::{Button, FormPage, said},
    keys,
    kind::Sheet,
    outcome::{Outcome, done, outcome, torn_page},
    sheet,
};
use crate::{
    ApiError, App, SharedApp, edits,
    params::Params,
    portal::{
        access::{Actor, Form, PortalFrame},
        steward::waiting,
    },
};

/// A site that is open for editing, and who edits it.
pub(crate) struct Opened<'a> {
    pub app: &'a App,
    pub store: &'a Store,
    pub who: &'a Actor,
    pub f: PortalFrame,
    pub slug: SiteSlug,
    pub site: Site,
    pub version: u64,
}

/// Opens a site as it is stored.
pub(crate) async fn open<'a>(
    app: &'a App,
    who: &'a Actor,
    request: &HttpRequest,
) -> Result<Opened<'a>, ApiError> {
    let store = app.store().ok_or_else(ApiError::no_database)?;
    let slug = sheet::slug(request)?;
    let (site, version) = store.site(&slug).await?.ok_or_else(ApiError::not_found)?;
    Ok(Opened {
        f: PortalFrame::of(request, app, who),
        app,
        store,
        who,
        slug,
        site,
        version,
    })
}

impl Opened<'_> {
    /// The address of the site in the portal, or of something below it.
    pub(crate) fn address(&self, below: &str) -> String {
        let end = if below.is_empty() { "" } else { "/" };
        self.f
            .link(&format!("/agency/sites/{}{end}{below}", self.slug))
    }

    /// What the site is called, for the reader of the page.
    pub(crate) fn name(&self) -> String {
        said(&self.site.name, self.f.lang)
    }
}

/// What every form carries along: the version it shows, and a key.
pub(crate) fn carried(version: u64) -> Vec<(String, String)> {
    vec![
        ("version".to_owned(), version.to_string()),
        ("key".to_owned(), keys::fresh()),
    ]
}

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
    let again = waiting::again(&app, &who, &params).await?;
    let asked_before = again.filter(|proposal| proposal.site == opened.slug);
    let filled = asked_before.and_then(|proposal| {
        let now = Some((opened.site.clone(), opened.version));
        Some(edits::outcome(&proposal, now)?.merge.site)
    });
    let fields = sheet.fields(filled.as_ref().unwrap_or(&opened.site), directory)?;
    let draft = drafts::offer(&opened, &sheet.name()).await?;
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
            drafts::drop(&opened, &sheet.name()).await?;
            return Ok(sheet::see(&opened.address(&sheet.name())));
        }
        "use-draft" => {
            let Some(draft) = drafts::take(&opened, &sheet.name()).await? else {
                return Ok(sheet::see(&opened.address(&sheet.name())));
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
