//! What the place is called and where it is. These wait for the working group, because posters, maps and the plan lean on them.

use actix_web::HttpRequest;
use signpost_domain::{Directory, Line, LonLat, Site, SiteKind};
use signpost_editing::{EditContext, rules};
use signpost_store::Cause;
use signpost_web::ApiError;

use crate::{
    access::PortalContext,
    agency::form::{
        faults::FormFaults,
        field::{FieldView, Look},
        fields::Fields,
        reader::FormReader,
        site_form::SiteForm,
        site_page::Heading,
        view::{Block, choice},
    },
};

/// The most characters of a point: addresses of maps are long.
const POINT_LONGEST: usize = 1_000;

/// The form.
pub(crate) struct PlaceForm;

impl SiteForm for PlaceForm {
    const ADDRESS: &'static str = "/agency/sites/{slug}/place";
    const REASON: Cause = Cause::PlaceChanged;
    const DONE: &'static str = "place";

    fn of(_request: &HttpRequest) -> Result<Self, ApiError> {
        Ok(Self)
    }

    fn name(&self) -> String {
        "place".to_owned()
    }

    fn heading(&self, f: &PortalContext, _directory: &Directory) -> Heading {
        Heading {
            title: f.t("place-title"),
            intro: vec![f.t("place-intro")],
        }
    }

    fn fields(&self, site: &Site, _directory: &Directory) -> Result<Fields, ApiError> {
        Ok(fields(site))
    }

    fn read_into(&self, site: &mut Site, reader: &mut FormReader<'_>, around: &EditContext<'_>) {
        let before = site.clone();
        read_into(site, reader, around.directory.centre);
        if rules::puts_into_water(Some(&before), site, &around.directory.ground) {
            reader.fault("point", "fault-water");
        }
        if rules::hides_a_box(&before, site) {
            reader.fault("address", "fault-box-address");
        }
    }

    fn blocks(
        &self,
        f: &PortalContext,
        fields: &Fields,
        faults: &FormFaults,
        _site: &Site,
        _directory: &Directory,
    ) -> Result<Vec<Block>, ApiError> {
        Ok(blocks(f, fields, faults))
    }
}

/// The form as a site has it.
pub(crate) fn fields(site: &Site) -> Fields {
    let mut fields = Fields::default();
    fields.put_text("name", &site.name);
    fields.put("alternate_name", site.alternate_name.replace('\n', " "));
    fields.put("former_name", site.former_name.replace('\n', " "));
    fields.put("kind", site.kind.code());
    // A field of one line would run the lines of an old address together.
    fields.put("address", site.address.replace('\n', " "));
    fields.put("locality", site.locality.replace('\n', " "));
    let point = site
        .point
        .map(|point| format!("{}, {}", point.lat(), point.lon()));
    fields.put("point", point.unwrap_or_default());
    fields
}

/// Puts what was sent into a site. `centre` is that of the directory.
pub(crate) fn read_into(site: &mut Site, reader: &mut FormReader<'_>, centre: LonLat) {
    reader.name("name", &mut site.name);
    if site.name.is_empty() {
        reader.fault("name.en", "fault-name");
    }
    reader.line("alternate_name", &mut site.alternate_name);
    reader.line("former_name", &mut site.former_name);
    match SiteKind::of_code(reader.fields.text("kind")) {
        Some(kind) => site.kind = kind,
        None => reader.fault("kind", "fault-choice"),
    }
    reader.line("address", &mut site.address);
    reader.line("locality", &mut site.locality);
    reader.point("point", &mut site.point, centre);
}

/// The form on a page.
pub(crate) fn blocks(f: &PortalContext, fields: &Fields, faults: &FormFaults) -> Vec<Block> {
    let line = |name: &str, label: String, hint: String| {
        let field = FieldView::of(fields, faults, name, Look::Line("text"))
            .label(label)
            .hint(hint)
            .most(Line::LONGEST);
        Block::Field(Box::new(field))
    };
    let kinds = [
        ("building", f.t("place-building")),
        ("pharmacy", f.t("place-pharmacy")),
        ("box", f.t("place-box")),
        ("mobile", f.t("place-mobile")),
    ];
    let kinds = kinds.map(|(word, label)| (word.to_owned(), label));
    vec![
        line("name.en", f.t("place-name-en"), String::new()),
        line("name.fr", f.t("place-name-fr"), f.t("place-name-fr-hint")),
        line(
            "alternate_name",
            f.t("place-alternate-name"),
            f.t("place-alternate-name-hint"),
        ),
        line(
            "former_name",
            f.t("place-former-name"),
            f.t("place-former-name-hint"),
        ),
        Block::Choice(choice(fields, faults, "kind", f.t("place-kind"), kinds)),
        line("address", f.t("place-address"), f.t("place-address-hint")),
        line(
            "locality",
            f.t("place-locality"),
            f.t("place-locality-hint"),
        ),
        Block::Field(Box::new(
            FieldView::of(fields, faults, "point", Look::Line("text"))
                .label(f.t("place-point"))
                .hint(f.t("place-point-hint"))
                .most(POINT_LONGEST)
                .or_here(),
        )),
    ]
}
