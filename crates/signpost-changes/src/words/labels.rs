//! What each part is called.

use signpost_domain::{Lang, NeedCode, Offer, SiteKind};

use super::{Speaker, tongue::Tongue};
use crate::{Part, ServicePart};

impl Speaker<'_> {
    pub(super) fn say(&self, english: &'static str, french: &'static str) -> &'static str {
        self.tongue.of_two(english, french)
    }

    /// What a part is called: "Phone", "Supplies, what to bring".
    pub(super) fn label(&self, part: &Part, needs: &[&NeedCode]) -> String {
        let own = match part {
            Part::Name => self.say("Name", "Nom"),
            Part::Kind => self.say("Kind of place", "Genre de lieu"),
            Part::Point => self.say("Place on the map", "Lieu sur la carte"),
            Part::Address => self.say("Address", "Adresse"),
            Part::Locality => self.say("Town or area", "Ville ou secteur"),
            Part::Zone => self.say("Time zone", "Fuseau horaire"),
            Part::Phone => self.say("Phone", "Téléphone"),
            Part::Website => self.say("Website", "Site web"),
            Part::Door => self.say("Finding the door", "Comment trouver la porte"),
            Part::Access => self.say("Access", "Accès"),
            Part::Description => self.say("Description", "Description"),
            Part::Languages => self.say("Languages", "Langues"),
            Part::Organization => self.say("Organization", "Organisme"),
            Part::Source => self.say("Source", "Source"),
            Part::Example => self.say("Example", "Exemple"),
            Part::Exception(_) => self.say("Dates", "Dates"),
            Part::Service(_, part) => {
                return self.service_label(*part, needs);
            }
        };
        own.to_owned()
    }

    fn service_label(&self, part: ServicePart, needs: &[&NeedCode]) -> String {
        let names = self.names(needs);
        let own = match part {
            ServicePart::Listed | ServicePart::Offer | ServicePart::Confirmation => return names,
            ServicePart::Hours => self.say("hours", "heures"),
            ServicePart::HoursNote => self.say("note on the hours", "note sur les heures"),
            ServicePart::Description => self.say("description", "description"),
            ServicePart::Bring => self.say("what to bring", "quoi apporter"),
            ServicePart::Items => self.say("items", "articles"),
            ServicePart::Source => self.say("source", "source"),
            ServicePart::Example => self.say("example", "exemple"),
        };
        format!("{names}, {own}")
    }

    pub(super) fn kind(&self, kind: SiteKind) -> &'static str {
        match kind {
            SiteKind::Building => self.say("building", "bâtiment"),
            SiteKind::Pharmacy => self.say("pharmacy", "pharmacie"),
            SiteKind::Box => self.say("box for used needles", "boîte pour seringues usagées"),
            SiteKind::Mobile => self.say("mobile stop", "arrêt mobile"),
        }
    }

    pub(super) fn offer(&self, offer: Offer) -> &'static str {
        match offer {
            Offer::Offered => self.say("offered", "offert"),
            Offer::NotOffered => self.say("not offered", "pas offert"),
            Offer::Unknown => self.say("not known", "inconnu"),
        }
    }

    /// A language, where words are in another than the reader's.
    pub(super) fn language(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.say("English", "anglais"),
            Lang::Fr => self.say("French", "français"),
            Lang::OjLatn | Lang::OjCans => self.say("Anishinaabemowin", "anishinaabemowin"),
        }
    }

    /// Words as somebody else's.
    pub(super) fn quoted(&self, words: &str) -> String {
        match self.tongue {
            Tongue::English => format!("“{words}”"),
            Tongue::French => format!("«\u{a0}{words}\u{a0}»"),
        }
    }
}
