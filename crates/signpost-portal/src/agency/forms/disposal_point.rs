//! What a place is as one to leave used needles: for its owner, the subcommittee and stewards.

use actix_web::HttpRequest;
use signpost_domain::{
    Directory, Line, NeedCode, PointFault, PointMember, PointMisfit, Site, WordsFault,
};
use signpost_editing::EditContext;
use signpost_store::Cause;
use signpost_web::ApiError;

use crate::{
    access::{Act, PortalContext, Role},
    agency::form::{
        faults::FormFaults,
        field::{FieldView, Look},
        fields::Fields,
        opened::Opened,
        reader::{FormReader, NOT_SAID},
        site_form::SiteForm,
        site_page::Heading,
        view::{Block, choice, text_for},
    },
};

/// The form.
pub(crate) struct DisposalPointForm;

/// What the fields of a point begin with.
fn field(member: PointMember) -> String {
    format!("point.{}", member.code())
}

impl SiteForm for DisposalPointForm {
    const ADDRESS: &'static str = "/agency/sites/{slug}/disposal-point";
    const REASON: Cause = Cause::DisposalPointChanged;
    const DONE: &'static str = "disposal-point";
    const ACT: Act = Act::ServicePoint;

    fn of(_request: &HttpRequest) -> Result<Self, ApiError> {
        Ok(Self)
    }

    fn name(&self) -> String {
        "disposal-point".to_owned()
    }

    fn heading(&self, f: &PortalContext, _directory: &Directory) -> Heading {
        Heading {
            title: f.t("dp-title"),
            intro: vec![f.t("dp-intro")],
        }
    }

    fn fields(&self, site: &Site, _directory: &Directory) -> Result<Fields, ApiError> {
        let service = site
            .service(&NeedCode::disposal())
            .ok_or_else(ApiError::not_found)?;
        let mut fields = Fields::default();
        for member in PointMember::ALL {
            let word = site.point_member(*member);
            match member {
                PointMember::Whose => {
                    for code in word.split_whitespace() {
                        fields.put(field(*member), code);
                    }
                }
                PointMember::Status if word.is_empty() => {
                    fields.put(field(*member), "existing");
                }
                _ if word.is_empty() && !member.choices().is_empty() => {
                    fields.put(field(*member), NOT_SAID);
                }
                _ => fields.put(field(*member), word),
            }
        }
        fields.put("items-asked", "yes");
        for item in &service.items {
            fields.put("item", item.as_str());
        }
        fields.put_text("door", &site.door);
        Ok(fields)
    }

    fn read_into(&self, site: &mut Site, reader: &mut FormReader<'_>, around: &EditContext<'_>) {
        reader.text("door", &mut site.door);
        for member in PointMember::ALL {
            let name = field(*member);
            let word = match member {
                PointMember::Whose => {
                    let codes: Vec<&str> = reader.fields.all(&name).collect();
                    codes.join(" ")
                }
                // What was not sent stays as it is.
                _ if !reader.fields.has(&name) => continue,
                _ => reader.fields.text(&name).to_owned(),
            };
            let word = if word == NOT_SAID { "" } else { &word };
            if let Err(fault) = site.enter_point_member(*member, word) {
                refuse(reader, &name, &fault);
            }
        }
        let point = site.disposal_point.as_ref();
        if point.is_some_and(|point| point.is_closed_too_soon(around.today)) {
            reader.fault(&field(PointMember::Status), "dp-fault-closed-soon");
        }
        if point.is_some_and(|point| point.stands_past_its_end(around.today)) {
            reader.fault(&field(PointMember::Until), "dp-fault-over");
        }
        items(site, reader, around);
        for misfit in site.point_misfits() {
            match misfit {
                PointMisfit::NotToBeFound => reader.fault("door.en", "dp-fault-door"),
                PointMisfit::Backwards => {
                    reader.fault(&field(PointMember::Until), "dp-fault-backwards");
                }
                PointMisfit::NoService => reader.fault("item", "fault-choice"),
            }
        }
    }

    fn blocks(
        &self,
        f: &PortalContext,
        fields: &Fields,
        faults: &FormFaults,
        _site: &Site,
        directory: &Directory,
    ) -> Result<Vec<Block>, ApiError> {
        let mut blocks = Vec::new();
        for member in PointMember::ALL {
            blocks.push(block(f, fields, faults, *member));
            if *member == PointMember::Kind {
                let mut needs = directory.needs.iter();
                let need = needs.find(|need| need.code == NeedCode::disposal());
                let items = need.into_iter().flat_map(|need| &need.items);
                let items = items.map(|item| (item.code.to_string(), text_for(&item.name, f.lang)));
                let accepts = choice(fields, faults, "item", f.t("dp-accepts"), items);
                blocks.push(Block::Choice(accepts.several()));
            }
        }
        blocks.extend(crate::agency::form::view::text_fields(
            f,
            fields,
            faults,
            "door",
            &f.t("details-door"),
            &f.t("dp-door-hint"),
        ));
        Ok(blocks)
    }

    fn home(&self, opened: &Opened<'_>) -> String {
        match opened.who.role {
            // The page of the site is its agency's.
            Role::Subcommittee => opened.f.link(&format!("/disposal/service/{}", opened.slug)),
            _ => opened.address(""),
        }
    }
}

/// What it accepts are the items of its service.
fn items(site: &mut Site, reader: &FormReader<'_>, around: &EditContext<'_>) {
    if !reader.fields.has("items-asked") {
        return;
    }
    let disposal = NeedCode::disposal();
    let mut needs = around.directory.needs.iter();
    let known = needs.find(|need| need.code == disposal);
    let ticked: Vec<_> = known
        .into_iter()
        .flat_map(|need| &need.items)
        .map(|item| &item.code)
        .filter(|code| reader.fields.holds("item", code.as_str()))
        .cloned()
        .collect();
    let mut services = site.services.iter_mut();
    if let Some(service) = services.find(|service| service.need == disposal) {
        // The boxes stand in an order of their own.
        let same = ticked.len() == service.items.len()
            && ticked.iter().all(|item| service.items.contains(item));
        if !same {
            service.items = ticked;
        }
    }
}

/// Says beside a field why its word is not taken.
fn refuse(reader: &mut FormReader<'_>, name: &str, fault: &PointFault) {
    match fault {
        PointFault::Choice(_) => reader.fault(name, "fault-choice"),
        PointFault::Day => reader.fault(name, "fault-day"),
        PointFault::Number(most) => {
            reader.fault_with(name, "dp-fault-number", &[("most", &most.to_string())]);
        }
        PointFault::Words(WordsFault::TooLong { most }) => {
            reader.fault_with(name, "fault-too-long", &[("most", &most.to_string())]);
        }
        PointFault::Words(WordsFault::SecondLine) => reader.fault(name, "fault-one-line"),
        PointFault::Words(
            WordsFault::Control(_) | WordsFault::Unseen(_) | WordsFault::Disguised { .. },
        ) => {
            reader.fault(name, "fault-control");
        }
    }
}

/// A member on a page.
fn block(f: &PortalContext, fields: &Fields, faults: &FormFaults, member: PointMember) -> Block {
    let name = field(member);
    let key = member.code().replace('_', "-");
    let label = f.t(&format!("dp-{key}"));
    let choices = member.choices();
    if choices.is_empty() {
        let (look, most) = match member {
            PointMember::Since | PointMember::Until => ("date", 10),
            PointMember::EmptyEveryDays | PointMember::CapacityLitres => ("number", 4),
            _ => ("text", Line::LONGEST),
        };
        let field = FieldView::of(fields, faults, &name, Look::Line(look))
            .label(label)
            .hint(f.try_t(&format!("dp-{key}-hint")).unwrap_or_default())
            .most(most);
        return Block::Field(Box::new(field));
    }
    let said = choices.iter().map(|code| {
        let word = code.replace('_', "-");
        let words = match member {
            PointMember::Kind => f.t(&format!("point-kind-{word}")),
            PointMember::Whose => f.t(&format!("point-for-{word}")),
            PointMember::Status => f.t(&format!("dp-status-{word}")),
            _ => f.t(&format!("dp-{word}")),
        };
        ((*code).to_owned(), words)
    });
    // Who has no answer says so; whose needles may be left open, and a place stands unless somebody says otherwise.
    let open = !matches!(member, PointMember::Whose | PointMember::Status);
    let not_said = open.then(|| (NOT_SAID.to_owned(), f.t("dp-not-said")));
    let options: Vec<_> = said.chain(not_said).collect();
    let view = choice(fields, faults, &name, label, options);
    Block::Choice(if member == PointMember::Whose {
        view.several()
    } else {
        view
    })
}
