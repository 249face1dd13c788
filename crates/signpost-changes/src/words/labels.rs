//! What each part is called.

use signpost_domain::{Lang, NeedCode, Offer, PointMember, SiteKind};

use super::Speaker;
use crate::{Part, ServicePart};

impl Speaker<'_> {
    /// What a part is called: "Phone", "Supplies, what to bring".
    pub(super) fn label(&self, part: &Part, needs: &[&NeedCode]) -> String {
        let key = match part {
            Part::Name => "part-name",
            Part::AlternateName => "part-alternate-name",
            Part::FormerName => "part-former-name",
            Part::Kind => "part-kind",
            Part::Point => "part-point",
            Part::Address => "part-address",
            Part::Locality => "part-locality",
            Part::Zone => "part-zone",
            Part::Phone => "part-phone",
            Part::Website => "part-website",
            Part::Door => "part-door",
            Part::Access => "part-access",
            Part::StepFree => "part-step-free",
            Part::Description => "part-description",
            Part::Languages => "part-languages",
            Part::Organization => "part-organization",
            Part::Source => "part-source",
            Part::Example => "part-example",
            Part::DisposalPoint(member) => return self.point_label(*member),
            Part::Exception(_) => "part-exception",
            Part::Service(_, part) => return self.service_label(*part, needs),
        };
        self.words.plain(key).to_owned()
    }

    /// "Disposal point, winter".
    fn point_label(&self, member: PointMember) -> String {
        let key = format!("point-{}", member.code().replace('_', "-"));
        let part = self.words.say(&key, &[]);
        self.words.say("point-part", &[("part", &part)])
    }

    /// What a member of a disposal point says, word by word; `None` when nothing was said.
    pub(super) fn point_word(&self, member: PointMember, word: &str) -> Option<String> {
        if word.is_empty() {
            return None;
        }
        if member.choices().is_empty() {
            return Some(word.to_owned());
        }
        let said: Vec<String> = word
            .split(' ')
            .map(|code| match code {
                "yes" | "no" => self.words.say(code, &[]),
                code => self
                    .words
                    .say(&format!("point-is-{}", code.replace('_', "-")), &[]),
            })
            .collect();
        Some(said.join(", "))
    }

    pub(super) fn service_label(&self, part: ServicePart, needs: &[&NeedCode]) -> String {
        let names = self.names(needs);
        let key = match part {
            ServicePart::Listed | ServicePart::Offer | ServicePart::Confirmation => return names,
            ServicePart::Hours => "service-hours",
            ServicePart::ClosedOn => "service-closed-on",
            ServicePart::HoursNote => "service-hours-note",
            ServicePart::Description => "service-description",
            ServicePart::Bring => "service-bring",
            ServicePart::EligibilityDescription => "service-eligibility-description",
            ServicePart::MinimumAge => "service-minimum-age",
            ServicePart::MaximumAge => "service-maximum-age",
            ServicePart::IdRequired => "service-id-required",
            ServicePart::ForWomen => "service-for-women",
            ServicePart::Pets => "service-pets",
            ServicePart::Items => "service-items",
            ServicePart::Source => "service-source",
            ServicePart::Example => "service-example",
        };
        self.part_of_service(&names, self.words.plain(key))
    }

    /// "Supplies, what to bring", "Supplies, Monday".
    pub(super) fn part_of_service(&self, names: &str, part: &str) -> String {
        let args = [("names", names), ("part", part)];
        self.words.say("service-part", &args)
    }

    pub(super) fn kind(&self, kind: SiteKind) -> &'static str {
        self.words.plain(match kind {
            SiteKind::Building => "kind-building",
            SiteKind::Pharmacy => "kind-pharmacy",
            SiteKind::Box => "kind-box",
            SiteKind::Mobile => "kind-mobile",
        })
    }

    pub(super) fn offer(&self, offer: Offer) -> &'static str {
        self.words.plain(match offer {
            Offer::Offered => "offer-offered",
            Offer::NotOffered => "offer-not-offered",
            Offer::Unknown => "offer-unknown",
        })
    }

    /// A language, where words are in another than the reader's.
    pub(super) fn language(&self, lang: Lang) -> &'static str {
        self.words.plain(match lang {
            Lang::En => "language-en",
            Lang::Fr => "language-fr",
            Lang::OjLatn | Lang::OjCans => "language-oj",
        })
    }

    /// Words as somebody else's.
    pub(super) fn quoted(&self, words: &str) -> String {
        self.words.say("quoted", &[("words", words)])
    }
}
