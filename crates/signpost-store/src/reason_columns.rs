//! The columns in which a reason is kept, of a revision and of a proposal alike: the code of its cause, what a person wrote, and the rest as
//! JSON.

use serde::{Deserialize, Serialize};

use crate::{
    error::StoreError,
    legacy_reason,
    model::{Cause, KeptWords, Reason},
    rows::{Cells, json},
};

/// A reason as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct ReasonColumns {
    /// `None` in rows of a release that kept whole sentences.
    pub(crate) cause: Option<String>,
    /// What a person wrote; where there is no cause, the whole sentence.
    pub(crate) reason: String,
    /// What else belongs to it; `None` when nothing does.
    pub(crate) detail: Option<String>,
}

/// What belongs to some causes only, as JSON. A newer release may write more, which is not read here.
#[derive(Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
struct Detail {
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<u64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    from: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked_by: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    kept: Vec<KeptWords>,
}

impl ReasonColumns {
    /// A reason on its way in.
    pub(crate) fn of(reason: &Reason) -> Result<Self, StoreError> {
        let (change, from) = match &reason.cause {
            Cause::TakenBack { change } => (Some(*change), vec![]),
            Cause::Imported { from } => (None, from.clone()),
            Cause::LossAccepted { counted, head } => (Some(*counted), vec![head.clone()]),
            Cause::FirstStart { from } => (None, vec![from.clone()]),
            _ => (None, vec![]),
        };
        let detail = Detail {
            change,
            from,
            asked_by: reason.asked_by.clone(),
            kept: reason.kept.clone(),
        };
        let empty = detail == Detail::default();
        Ok(Self {
            cause: Some(reason.cause.code().to_owned()),
            reason: reason.words.clone(),
            detail: (!empty).then(|| json(&detail)).transpose()?,
        })
    }

    /// A reason on its way out. `cells` names the row when it cannot be read.
    pub(crate) fn into_reason(self, cells: Cells<'_>) -> Result<Reason, StoreError> {
        let Some(code) = self.cause else {
            return Ok(legacy_reason::reason_of(&self.reason));
        };
        let detail: Detail = match &self.detail {
            None => Detail::default(),
            Some(detail) => cells.json("detail", detail)?,
        };
        Ok(Reason {
            cause: Cause::of(&code, detail.change, detail.from),
            words: self.reason,
            asked_by: detail.asked_by,
            kept: detail.kept,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Cells<'_> = Cells {
        table: "revisions",
        row: "1",
    };

    /// One of every cause. A new one is added here, and to the codes that never change.
    fn every_cause() -> Vec<(Cause, &'static str)> {
        let from = || "data/kenora".to_owned();
        vec![
            (Cause::Other, "other"),
            (Cause::DaysChanged, "days_changed"),
            (Cause::DaysShortened, "days_shortened"),
            (Cause::DaysTakenBack, "days_taken_back"),
            (Cause::OutOfStock, "out_of_stock"),
            (Cause::DetailsChanged, "details_changed"),
            (Cause::OffersChanged, "offers_changed"),
            (Cause::PlaceChanged, "place_changed"),
            (Cause::ServiceDescribed, "service_described"),
            (Cause::HoursChanged, "hours_changed"),
            (Cause::Confirmed, "confirmed"),
            (Cause::NewPlace, "new_place"),
            (Cause::ExceptionAdded, "exception_added"),
            (Cause::ExceptionRemoved, "exception_removed"),
            (Cause::OrganizationChanged, "organization_changed"),
            (Cause::HolidaysChanged, "holidays_changed"),
            (Cause::PlanStarted, "plan_started"),
            (Cause::PlanWritten, "plan_written"),
            (Cause::PlanAgreed, "plan_agreed"),
            (Cause::PlanApproved, "plan_approved"),
            (Cause::PlanEnded, "plan_ended"),
            (Cause::ConsentAnswered, "consent_answered"),
            (Cause::TakenBack { change: 7 }, "taken_back"),
            (Cause::Imported { from: vec![from()] }, "imported"),
            (Cause::FirstStart { from: from() }, "first_start"),
        ]
    }

    #[test]
    fn every_reason_comes_back_and_codes_stay_what_they_were() {
        for (cause, code) in every_cause() {
            let reason = Reason {
                cause,
                words: "details changed".to_owned(),
                asked_by: Some("Ana (cedar-circle)".to_owned()),
                kept: vec![KeptWords {
                    field: "door.en".to_owned(),
                    because: "; words kept in x, because: y".to_owned(),
                }],
            };
            let stored = ReasonColumns::of(&reason).unwrap();
            assert_eq!(stored.cause.as_deref(), Some(code));
            assert_eq!(stored.reason, "details changed");
            assert_eq!(stored.into_reason(HERE).unwrap(), reason, "{code}");
        }
    }

    #[test]
    fn what_has_no_details_stores_none() {
        let stored = ReasonColumns::of(&Reason::from(Cause::Confirmed)).unwrap();
        assert_eq!(stored.detail, None);
    }

    #[test]
    fn what_a_newer_release_wrote_is_read_as_far_as_it_is_known() {
        let newer = |cause: &str, detail: &str| ReasonColumns {
            cause: Some(cause.to_owned()),
            reason: "we moved".to_owned(),
            detail: Some(detail.to_owned()),
        };
        let read = newer("box_painted", r#"{"plan":3,"asked_by":"Ana"}"#).into_reason(HERE);
        let expected = Reason {
            cause: Cause::Unknown("box_painted".to_owned()),
            words: "we moved".to_owned(),
            asked_by: Some("Ana".to_owned()),
            kept: vec![],
        };
        assert_eq!(read.unwrap(), expected);
        for lacking in ["taken_back", "first_start", "loss_accepted"] {
            let read = newer(lacking, "{}").into_reason(HERE).unwrap();
            assert_eq!(read.cause, Cause::Unknown(lacking.to_owned()));
        }
        assert!(newer("confirmed", "[").into_reason(HERE).is_err());
    }
}
