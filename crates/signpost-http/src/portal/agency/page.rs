//! A sheet of a site as a page: opened, sent, come back, saved.

use actix_web::{HttpRequest, HttpResponse};
use signpost_domain::{Directory, NeedCode, Site, SiteSlug};
use signpost_store::Store;

use super::{
    confirm, drafts,
    field::Trouble,
    fields::Fields,
    form::{Block, Button, FormPage, choice, said},
    keys,
    meanwhile::{Settled, Torn, each, settle},
    reading::Reading,
    sheet::{self, Saved, Saving},
    sheets::{details, offers, place, service},
};
use crate::{
    ApiError, App, FieldFault, SharedApp,
    edits::Surroundings,
    portal::access::{Actor, Form, PortalFrame, Role},
};

/// The sheets that are saved as they are sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sheet {
    /// What a place says of itself.
    Details,
    /// What it offers.
    Offers,
    /// What it is called and where it is.
    Place,
    /// One service.
    Service(NeedCode),
}

impl Sheet {
    /// Its name: the end of its address, and what its drafts are kept under.
    fn name(&self) -> String {
        match self {
            Self::Details => "details".to_owned(),
            Self::Offers => "offers".to_owned(),
            Self::Place => "place".to_owned(),
            Self::Service(need) => format!("services/{need}"),
        }
    }

    /// What the history says was done.
    fn reason(&self) -> &'static str {
        match self {
            Self::Details => "details changed",
            Self::Offers => "offers changed",
            Self::Place => "name or place changed",
            Self::Service(_) => "service described",
        }
    }

    /// The word of the news after it was saved.
    fn done(&self) -> &'static str {
        match self {
            Self::Details => "details",
            Self::Offers => "offers",
            Self::Place => "place",
            Self::Service(_) => "service",
        }
    }

    fn fields(&self, site: &Site, directory: &Directory) -> Result<Fields, ApiError> {
        Ok(match self {
            Self::Details => details::fields(site),
            Self::Offers => offers::fields(site, &directory.needs),
            Self::Place => place::fields(site),
            Self::Service(need) => {
                service::fields(site.service(need).ok_or_else(ApiError::not_found)?)
            }
        })
    }

    /// Reads what was sent into a site.
    pub(crate) fn read(
        &self,
        reading: &mut Reading<'_>,
        site: &mut Site,
        around: &Surroundings<'_>,
    ) {
        match self {
            Self::Details => details::read(reading, site),
            Self::Offers => {
                let mut organizations = around.directory.organizations.iter();
                let own = organizations.find(|one| one.id == site.organization);
                if let Some(own) = own {
                    offers::read(reading, site, &around.directory.needs, own, around.today);
                }
            }
            Self::Place => place::read(reading, site),
            Self::Service(code) => {
                let need = around
                    .directory
                    .needs
                    .iter()
                    .find(|need| need.code == *code);
                let own = site.services.iter_mut().find(|one| one.need == *code);
                if let Some(own) = own {
                    service::read(reading, own, need);
                }
            }
        }
    }

    fn title(&self, f: &PortalFrame, directory: &Directory) -> String {
        match self {
            Self::Details => f.t("details-title"),
            Self::Offers => f.t("offers-title"),
            Self::Place => f.t("place-title"),
            Self::Service(code) => {
                let mut needs = directory.needs.iter();
                let need = needs.find(|need| need.code == *code);
                need.map(|need| said(&need.name, f.lang))
                    .unwrap_or_default()
            }
        }
    }

    fn intro(&self, f: &PortalFrame) -> Vec<String> {
        match self {
            Self::Details => vec![f.t("details-intro")],
            Self::Offers => vec![f.t("offers-intro"), f.t("offers-first")],
            Self::Place => vec![f.t("place-intro")],
            Self::Service(_) => vec![f.t("service-intro")],
        }
    }

    fn blocks(
        &self,
        f: &PortalFrame,
        fields: &Fields,
        trouble: &Trouble,
        site: &Site,
        directory: &Directory,
    ) -> Result<Vec<Block>, ApiError> {
        Ok(match self {
            Self::Details => details::blocks(f, fields, trouble),
            Self::Offers => offers::blocks(f, fields, trouble, &directory.needs),
            Self::Place => place::blocks(f, fields, trouble),
            Self::Service(code) => {
                let own = site.service(code).ok_or_else(ApiError::not_found)?;
                let need = directory.needs.iter().find(|need| need.code == *code);
                service::blocks(f, fields, trouble, own, need)
            }
        })
    }
}

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
    let opened = open(&app, &who, &request).await?;
    let directory = directory(&app);
    let fields = sheet.fields(&opened.site, &directory)?;
    let draft = drafts::offer(&opened, &sheet.name()).await?;
    let version = opened.version;
    let mut page = render(
        opened,
        &sheet,
        &directory,
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
    let directory = directory(&app);
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
                &directory,
                &draft,
                Trouble::default(),
                version,
            )?
            .answer();
        }
        _ => {}
    }
    let seen = fields.number("version").unwrap_or(opened.version);
    match save(&opened, &sheet, &fields).await? {
        Saved::Done => done(&opened, &sheet, None).await,
        Saved::Refused(trouble) => {
            render(opened, &sheet, &directory, &fields, trouble, seen)?.answer()
        }
        Saved::Overtaken(overtaken) => {
            let Some((base, _)) = &overtaken.mine else {
                // The version it shows never was: it is shown again, filled, on the version that is.
                let trouble = Trouble::about("version", opened.f.t("fault-version"));
                let version = opened.version;
                return render(opened, &sheet, &directory, &fields, trouble, version)?.answer();
            };
            let (was, now) = (
                sheet.fields(base, &directory)?,
                sheet.fields(&overtaken.theirs, &directory)?,
            );
            match settle(&was, &fields, &now, each, overtaken.current) {
                Settled::Torn(torn) => torn_page(
                    opened,
                    &sheet,
                    &directory,
                    &fields,
                    &torn,
                    overtaken.current,
                )?
                .answer(),
                Settled::Together(mut both) => {
                    both.set("version", &overtaken.current.to_string());
                    both.set("key", &keys::onto(fields.text("key"), overtaken.current));
                    match save(&opened, &sheet, &both).await? {
                        Saved::Done => done(&opened, &sheet, Some(seen)).await,
                        Saved::Refused(trouble) => {
                            let version = overtaken.current;
                            render(opened, &sheet, &directory, &both, trouble, version)?.answer()
                        }
                        // A third came in between; whoever is that quick may try once more.
                        Saved::Overtaken(_) => {
                            let trouble = Trouble::about("version", opened.f.t("fault-version"));
                            render(opened, &sheet, &directory, &fields, trouble, seen)?.answer()
                        }
                    }
                }
            }
        }
    }
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
async fn done(
    opened: &Opened<'_>,
    sheet: &Sheet,
    since: Option<u64>,
) -> Result<HttpResponse, ApiError> {
    drafts::drop(opened, &sheet.name()).await?;
    let since = since.map_or_else(String::new, |version| format!("&since={version}"));
    let address = opened.address("");
    Ok(sheet::see(&format!(
        "{address}?done={}{since}",
        sheet.done()
    )))
}

/// The page that asks which of two stands.
fn torn_page(
    opened: Opened<'_>,
    sheet: &Sheet,
    directory: &Directory,
    fields: &Fields,
    torn: &[Torn],
    current: u64,
) -> Result<FormPage, ApiError> {
    let all = sheet.blocks(
        &opened.f,
        fields,
        &Trouble::default(),
        &opened.site,
        directory,
    )?;
    let f = &opened.f;
    let blocks = torn
        .iter()
        .map(|torn| {
            let name = format!("choose.{}", torn.group);
            let options = [
                (
                    "theirs".to_owned(),
                    f.t1("torn-theirs", "words", torn.theirs.join(", ")),
                ),
                (
                    "mine".to_owned(),
                    f.t1("torn-mine", "words", torn.mine.join(", ")),
                ),
            ];
            let legend = label_of(&all, &torn.group);
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
    let mut page = render(
        opened,
        sheet,
        directory,
        fields,
        Trouble::default(),
        current,
    )?;
    page.intro = vec![page.f.t("torn-intro")];
    page.drafts = String::new();
    page.blocks = blocks;
    page.carried = carried;
    Ok(page)
}

/// What a field is called on the page.
fn label_of(blocks: &[Block], name: &str) -> String {
    let label = blocks.iter().find_map(|block| match block {
        Block::Field(field) if field.name == name => Some(field.label.clone()),
        Block::Choice(choice) if choice.name == name => Some(choice.legend.clone()),
        Block::Row(fields) => fields
            .iter()
            .find(|field| field.name == name)
            .map(|field| field.label.clone()),
        _ => None,
    });
    label.unwrap_or_else(|| name.to_owned())
}

fn directory(app: &App) -> Directory {
    app.snapshot().directory().clone()
}

fn render(
    opened: Opened<'_>,
    sheet: &Sheet,
    directory: &Directory,
    fields: &Fields,
    trouble: Trouble,
    version: u64,
) -> Result<FormPage, ApiError> {
    let blocks = sheet.blocks(&opened.f, fields, &trouble, &opened.site, directory)?;
    Ok(FormPage {
        title: sheet.title(&opened.f, directory),
        about: opened.name(),
        intro: sheet.intro(&opened.f),
        news: vec![],
        action: opened.address(&sheet.name()),
        drafts: opened.address(&format!("drafts/{}", sheet.name().replace('/', "-"))),
        draft: None,
        blocks,
        carried: carried(version),
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
