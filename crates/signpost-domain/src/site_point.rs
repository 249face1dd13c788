//! A site as a place to leave used needles.

use crate::{NeedCode, PointFault, PointMember, PointMisfit, Site, SiteKind};

impl Site {
    /// What it is as a disposal point; nothing said when it is none.
    #[must_use]
    pub fn point_member(&self, member: PointMember) -> String {
        self.disposal_point
            .as_ref()
            .map(|point| point.word(member))
            .unwrap_or_default()
    }

    /// Enters a member of its disposal point, and makes it one, or none any more, as it needs.
    ///
    /// # Errors
    /// When the word is none for this member; then nothing is changed.
    pub fn enter_point_member(
        &mut self,
        member: PointMember,
        word: &str,
    ) -> Result<(), PointFault> {
        let mut point = self.disposal_point.take().unwrap_or_default();
        let entered = point.enter(member, word);
        self.disposal_point = (!point.is_empty()).then_some(point);
        entered
    }

    /// What does not fit together about its disposal point.
    #[must_use]
    pub fn point_misfits(&self) -> Vec<PointMisfit> {
        let Some(point) = &self.disposal_point else {
            return Vec::new();
        };
        let mut found = Vec::new();
        if self.service(&NeedCode::disposal()).is_none() {
            found.push(PointMisfit::NoService);
        }
        if self.cannot_be_found() {
            found.push(PointMisfit::NotToBeFound);
        }
        if let (Some(since), Some(until)) = (point.since, point.until)
            && until < since
        {
            found.push(PointMisfit::Backwards);
        }
        found
    }

    /// Whether it is a box, or a place that somebody described as one to leave used needles, and nothing says where: neither an address nor
    /// how to find it.
    #[must_use]
    pub fn cannot_be_found(&self) -> bool {
        let is_point = self.kind == SiteKind::Box || self.disposal_point.is_some();
        is_point && self.address.trim().is_empty() && self.door.is_empty()
    }
}
