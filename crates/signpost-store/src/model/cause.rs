//! What was done, as a code. Each page words it in the reader's language.

/// What was done. The store keeps [`Cause::code`], never a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Cause {
    /// Nothing of what follows: what a person wrote says it all.
    #[default]
    Other,
    /// Days that are different were added.
    DaysChanged,
    /// Days that are different end earlier.
    DaysShortened,
    /// Days that are different were taken away.
    DaysTakenBack,
    /// There is none left of something.
    OutOfStock,
    /// What a place says of itself.
    DetailsChanged,
    /// What a place offers.
    OffersChanged,
    /// What a place is called, or where it is.
    PlaceChanged,
    /// What a place says of one service.
    ServiceDescribed,
    /// What a place is as one to leave used needles.
    DisposalPointChanged,
    /// The hours of a service.
    HoursChanged,
    /// Its own people said that all of it is still right.
    Confirmed,
    /// Visitors found a place closed, and one is told to ask first.
    FoundClosed,
    /// A place that was not there before.
    NewPlace,
    /// An exception was added by an agency's own system.
    ExceptionAdded,
    /// An exception was removed by an agency's own system.
    ExceptionRemoved,
    /// What an organization says of itself.
    OrganizationChanged,
    /// The holidays of an organization.
    HolidaysChanged,
    /// A version of the plan was begun.
    PlanStarted,
    /// A draft of the plan was written.
    PlanWritten,
    /// A steward agreed to a draft, and others still have to.
    PlanAgreed,
    /// A version of the plan was approved.
    PlanApproved,
    /// A version of the plan was ended before the day it says.
    PlanEnded,
    /// An organization said whether people may be sent to it.
    ConsentAnswered,
    /// An earlier change was undone.
    TakenBack {
        /// The sequence of that change.
        change: u64,
    },
    /// A data folder or single files were imported.
    Imported {
        /// The folder or the files.
        from: Vec<String>,
    },
    /// Edits that were acknowledged are lost, and somebody took it so.
    LossAccepted {
        /// The last revision of what is lost.
        counted: u64,
        /// Its hash.
        head: String,
    },
    /// An empty database was filled.
    FirstStart {
        /// The data folder.
        from: String,
    },
    /// A place wants not to be listed and not to be called.
    DoNotList,
    /// A place may be listed again.
    ListedAgain,
    /// Something that only a newer release can name.
    Unknown(
        /// Its code.
        String,
    ),
}

impl Cause {
    /// How it is stored. Codes are never changed and never used for anything else: they are part of the hash chain.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Other => "other",
            Self::DaysChanged => "days_changed",
            Self::DaysShortened => "days_shortened",
            Self::DaysTakenBack => "days_taken_back",
            Self::OutOfStock => "out_of_stock",
            Self::DetailsChanged => "details_changed",
            Self::OffersChanged => "offers_changed",
            Self::PlaceChanged => "place_changed",
            Self::ServiceDescribed => "service_described",
            Self::DisposalPointChanged => "disposal_point_changed",
            Self::HoursChanged => "hours_changed",
            Self::Confirmed => "confirmed",
            Self::FoundClosed => "found_closed",
            Self::NewPlace => "new_place",
            Self::ExceptionAdded => "exception_added",
            Self::ExceptionRemoved => "exception_removed",
            Self::OrganizationChanged => "organization_changed",
            Self::HolidaysChanged => "holidays_changed",
            Self::PlanStarted => "plan_started",
            Self::PlanWritten => "plan_written",
            Self::PlanAgreed => "plan_agreed",
            Self::PlanApproved => "plan_approved",
            Self::PlanEnded => "plan_ended",
            Self::ConsentAnswered => "consent_answered",
            Self::TakenBack { .. } => "taken_back",
            Self::Imported { .. } => "imported",
            Self::LossAccepted { .. } => "loss_accepted",
            Self::FirstStart { .. } => "first_start",
            Self::DoNotList => "do_not_list",
            Self::ListedAgain => "listed_again",
            Self::Unknown(code) => code,
        }
    }

    /// The cause with this code. One that is not known here, or that lacks what it needs, stays as it is.
    pub(crate) fn of(code: &str, change: Option<u64>, from: Vec<String>) -> Self {
        let cause = match code {
            "other" => Self::Other,
            "days_changed" => Self::DaysChanged,
            "days_shortened" => Self::DaysShortened,
            "days_taken_back" => Self::DaysTakenBack,
            "out_of_stock" => Self::OutOfStock,
            "details_changed" => Self::DetailsChanged,
            "offers_changed" => Self::OffersChanged,
            "place_changed" => Self::PlaceChanged,
            "service_described" => Self::ServiceDescribed,
            "disposal_point_changed" => Self::DisposalPointChanged,
            "hours_changed" => Self::HoursChanged,
            "confirmed" => Self::Confirmed,
            "found_closed" => Self::FoundClosed,
            "new_place" => Self::NewPlace,
            "exception_added" => Self::ExceptionAdded,
            "exception_removed" => Self::ExceptionRemoved,
            "organization_changed" => Self::OrganizationChanged,
            "holidays_changed" => Self::HolidaysChanged,
            "plan_started" => Self::PlanStarted,
            "plan_written" => Self::PlanWritten,
            "plan_agreed" => Self::PlanAgreed,
            "plan_approved" => Self::PlanApproved,
            "plan_ended" => Self::PlanEnded,
            "do_not_list" => Self::DoNotList,
            "listed_again" => Self::ListedAgain,
            "consent_answered" => Self::ConsentAnswered,
            "imported" => Self::Imported { from },
            "taken_back" => match change {
                Some(change) => Self::TakenBack { change },
                None => Self::Unknown(code.to_owned()),
            },
            "loss_accepted" => match (change, from.into_iter().next()) {
                (Some(counted), Some(head)) => Self::LossAccepted { counted, head },
                _ => Self::Unknown(code.to_owned()),
            },
            "first_start" => match from.into_iter().next() {
                Some(from) => Self::FirstStart { from },
                None => Self::Unknown(code.to_owned()),
            },
            code => Self::Unknown(code.to_owned()),
        };
        debug_assert_eq!(cause.code(), code);
        cause
    }
}
