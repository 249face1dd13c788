//! What the crates below say went wrong, as problems.

use signpost_editing::EditError;
use signpost_plan::QuestionError;
use signpost_store::StoreError;

use crate::ApiError;

impl From<QuestionError> for ApiError {
    fn from(error: QuestionError) -> Self {
        match &error {
            QuestionError::UnknownNeed { .. } => Self::parameter("need", &error),
            QuestionError::UnknownSite { .. } => Self::parameter("from", &error),
        }
    }
}

impl From<EditError> for ApiError {
    fn from(error: EditError) -> Self {
        match error {
            EditError::NoSuchSite(slug) => Self::NotFound {
                detail: format!("no site has the slug {slug}"),
            },
            EditError::NotFound => Self::not_found(),
            EditError::DoNotList => Self::body(error),
            EditError::Fields(faults) => Self::Fields { faults },
            EditError::Wording(faults) => Self::Wording { faults },
            EditError::StaleEdit(stale) => Self::Stale {
                current: stale.current,
            },
            EditError::Stale { current } => Self::Stale { current },
            EditError::Published { version } => Self::Published { version },
            EditError::KeyReused => Self::KeyReused,
            EditError::StoreDown { outage, cause } => Self::StoreDown { outage, cause },
            EditError::Internal { cause } => Self::Internal { cause },
        }
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        EditError::from(error).into()
    }
}
