//! `/agency/sites/new`: a place that is not there yet. An agency asks for it; a steward's is public at once.

use actix_web::{HttpRequest, HttpResponse};
use signpost_domain::{
    Need, Organization, OrganizationId, Site, SiteKind, SiteSlug, Source, SourceDay, Text,
};
use signpost_store::Cause;

use super::{
    form::{
        faults::FormFaults,
        fields::Fields,
        key,
        reader::FormReader,
        view::{Block, Button, FormPage, choice, text_for},
    },
    forms::{details, offers, place},
    new_site_draft,
};
use crate::{
    access::{Actor, Form, PortalContext, Role, redirect},
    proposals::own,
};
use signpost_editing::{EditError, FieldFault, NewSiteRequest};
use signpost_web::{ApiError, App, SharedApp, params::Params};

/// The address of the form.
const HERE: &str = "/agency/sites/new";

/// GET
pub(crate) async fn show(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
) -> Result<HttpResponse, ApiError> {
    let params = Params::read(request.query_string(), &["again"])?;
    let f = PortalContext::of(&request, &app, &who);
    let again = own::again(&app, &who, &params).await?;
    let asked_before = again.filter(|proposal| proposal.before.is_none());
    let fields = asked_before.map_or_else(Fields::default, |proposal| {
        filled(&proposal.wanted, &app.snapshot().directory().needs)
    });
    let mut page = form(&app, f, &fields, FormFaults::default());
    page.draft = new_site_draft::offer(&app, &page.f, &who).await?;
    page.answer()
}

/// The form as somebody sent it before.
fn filled(wanted: &Site, needs: &[Need]) -> Fields {
    let mut fields = place::fields(wanted);
    fields.put("organization", wanted.organization.to_string());
    fields.put_text("door", &wanted.door);
    let phone = wanted.phone.as_ref().map(ToString::to_string);
    fields.put("phone", phone.unwrap_or_default());
    for (name, word) in offers::fields(wanted, needs).pairs() {
        fields.put(name.clone(), word.clone());
    }
    fields
}

/// POST
pub(crate) async fn sent(
    app: SharedApp,
    who: Actor,
    request: HttpRequest,
    sent: Form,
) -> Result<HttpResponse, ApiError> {
    let f = PortalContext::of(&request, &app, &who);
    let fields = Fields::sent(sent.0);
    match fields.text("act") {
        "drop-draft" => {
            new_site_draft::drop(&app, &who).await?;
            return Ok(redirect(&f.link(HERE)));
        }
        "use-draft" => {
            let Some(mut draft) = new_site_draft::take(&app, &who).await? else {
                return Ok(redirect(&f.link(HERE)));
            };
            draft.show_at_first();
            return form(&app, f, &draft, FormFaults::default()).answer();
        }
        _ => {}
    }
    let site = match site_of(&app, &f, &fields) {
        Ok(site) => site,
        Err(faults) => {
            let faults = FormFaults::of_fields(faults);
            return form(&app, f, &fields, faults).answer();
        }
    };
    let at_once = who.role == Role::Steward;
    let asked = NewSiteRequest {
        site,
        at_once,
        author: who.author(),
        reason: Cause::NewPlace.into(),
        key: key::sent(fields.text("key")),
        kept: vec![],
    };
    let faults = match signpost_editing::add_site(app.live(), asked).await {
        Ok((slug, _)) => {
            new_site_draft::drop(&app, &who).await?;
            let next = if at_once {
                format!("/agency/sites/{slug}?done=details")
            } else {
                "/agency/waiting?done=proposed".to_owned()
            };
            return Ok(redirect(&f.link(&next)));
        }
        Err(EditError::DoNotList) => FormFaults::about("name.en", f.t("st-new-fault-do-not-list")),
        Err(EditError::Fields(faults)) => FormFaults::of_fields(faults),
        Err(EditError::Wording(wording)) => FormFaults::of_wording(wording),
        Err(refused) => return Err(refused.into()),
    };
    form(&app, f, &fields, faults).answer()
}

/// The organizations somebody may add a place for.
fn organizations(app: &App, f: &PortalContext) -> Vec<Organization> {
    let snapshot = app.snapshot();
    let all = snapshot.directory().organizations.iter();
    let mut found: Vec<Organization> = all
        .filter(|one| match &f.who.role {
            Role::Editor(own) => one.id == *own,
            Role::Steward => true,
            Role::Subcommittee => false,
        })
        .cloned()
        .collect();
    found.sort_by_key(|one| text_for(&one.name, f.lang));
    found
}

/// Reads the form into a site that has no slug of its own yet.
fn site_of(app: &App, f: &PortalContext, fields: &Fields) -> Result<Site, Vec<FieldFault>> {
    let mut reader = FormReader::of(fields, f.lang);
    let snapshot = app.snapshot();
    let directory = snapshot.directory();
    let today = snapshot.town_zone().day(app.now());
    let chosen: Option<OrganizationId> = match &f.who.role {
        Role::Editor(own) => Some(own.clone()),
        _ => fields.text("organization").parse().ok(),
    };
    let owners = organizations(app, f);
    let owner = owners
        .into_iter()
        .find(|one| Some(&one.id) == chosen.as_ref());
    // The slug stands in until one is made of the name.
    let (Some(owner), Ok(slug)) = (owner, SiteSlug::new("new")) else {
        reader.fault("organization", "st-new-fault-organization");
        return reader.finish().and(Err(vec![]));
    };
    let mut site = Site {
        slug,
        organization: owner.id.clone(),
        name: Text::default(),
        kind: SiteKind::Building,
        point: None,
        address: String::new(),
        locality: String::new(),
        zone: directory.zone.clone(),
        phone: None,
        website: None,
        door: Text::default(),
        access: Text::default(),
        step_free: None,
        alternate_name: String::new(),
        former_name: String::new(),
        description: Text::default(),
        languages: vec![],
        services: vec![],
        disposal_point: None,
        exceptions: vec![],
        source: Source {
            text: text_for(&owner.name, signpost_domain::Lang::En),
            day: Some(SourceDay::day(today)),
        },
        example: owner.example,
    };
    place::read_into(&mut site, &mut reader, directory.centre);
    details::read_phone_and_door(&mut site, &mut reader);
    offers::read_into(&mut site, &mut reader, &directory.needs, &owner, today);
    if signpost_editing::rules::puts_into_water(None, &site, &directory.ground) {
        reader.fault("point", "fault-water");
    }
    if site.cannot_be_found() {
        reader.fault("door.en", "dp-fault-door");
    }
    reader.finish().map(|()| site)
}

fn form(app: &App, f: PortalContext, fields: &Fields, faults: FormFaults) -> FormPage {
    let at_once = f.who.role == Role::Steward;
    let mut blocks = Vec::new();
    if at_once {
        let options = organizations(app, &f)
            .into_iter()
            .map(|one| (one.id.to_string(), text_for(&one.name, f.lang)));
        let legend = f.t("st-new-organization");
        let owners = choice(fields, &faults, "organization", legend, options);
        blocks.push(Block::Choice(owners));
    }
    blocks.extend(place::blocks(&f, fields, &faults));
    blocks.extend(details::phone_and_door(&f, fields, &faults));
    let snapshot = app.snapshot();
    blocks.extend(offers::boxes(
        &f,
        fields,
        &faults,
        &snapshot.directory().needs,
    ));
    let (how, label) = if at_once {
        ("st-new-at-once", "st-new-add")
    } else {
        ("st-new-waits", "st-new-save")
    };
    let key = key::sent(fields.text("key")).unwrap_or_else(key::fresh);
    FormPage {
        title: f.t("st-new-title"),
        about: String::new(),
        intro: vec![f.t("st-new-intro"), f.t(how)],
        news: vec![],
        action: f.link(HERE),
        drafts: f.link(new_site_draft::ADDRESS),
        draft: None,
        blocks,
        faults,
        carried: vec![("key".to_owned(), key)],
        buttons: vec![Button {
            act: "save",
            label: f.t(label),
            main: true,
        }],
        back: (f.link("/agency"), f.t("st-cancel")),
        f,
    }
}
