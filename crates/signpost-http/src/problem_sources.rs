//! What the crates below say went wrong, as problems. Here alone it is decided what is the caller's to mend and what is ours.

use signpost_plan::QuestionError;
use signpost_store::StoreError;

use crate::{ApiError, FieldFault};

impl From<QuestionError> for ApiError {
    fn from(error: QuestionError) -> Self {
        match &error {
            QuestionError::UnknownNeed { .. } => Self::parameter("need", &error),
            QuestionError::UnknownSite { .. } => Self::parameter("from", &error),
        }
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale { current } => Self::Stale { current },
            StoreError::KeyReused => Self::KeyReused,
            StoreError::NoSuchSite { slug } => Self::NotFound {
                detail: format!("no site has the slug {slug}"),
            },
            StoreError::Faulty { faults } => Self::Fields {
                faults: faults
                    .into_iter()
                    .map(|fault| FieldFault {
                        field: fault.field.to_owned(),
                        detail: fault.message,
                    })
                    .collect(),
            },
            error if error.is_about_the_request() => Self::internal(&error),
            error => Self::StoreDown {
                cause: with_sources(&error),
            },
        }
    }
}

fn with_sources(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        words.push_str(": ");
        words.push_str(&error.to_string());
        source = error.source();
    }
    words
}
