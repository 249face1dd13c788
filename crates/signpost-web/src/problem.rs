//! Errors as RFC 9457 problems: one enum, one table of types, one body. The types are documented in `docs/API.md`.

use std::fmt;

use actix_web::{HttpResponse, ResponseError, http::StatusCode, http::header};
use serde_json::json;

use signpost_editing::{FieldFault, Outage, WordingFault};

use crate::{MemberFaults, Problem};

/// The media type of a problem.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// Why a request was not done, from the caller's point of view.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// A parameter is unknown, given twice, or not understood.
    #[error("{detail}")]
    Parameter {
        /// Its name.
        name: String,
        /// What is wrong, and what would be right.
        detail: String,
    },
    /// The body is not what was expected.
    #[error("{detail}")]
    Body {
        /// What is wrong, and what would be right.
        detail: String,
    },
    /// Members of the body cannot be taken.
    #[error("{}", in_one(.faults))]
    Fields {
        /// Every fault; never empty.
        faults: Vec<FieldFault>,
    },
    /// Words that hurt, and no reason why they should stay.
    #[error("{}", worded(.faults))]
    Wording {
        /// Every term found; never empty.
        faults: Vec<WordingFault>,
    },
    /// A header is missing its point.
    #[error("{detail}")]
    Header {
        /// Which header.
        name: &'static str,
        /// What is wrong, and what would be right.
        detail: String,
    },
    /// No token, or none of ours.
    #[error("send Authorization: Bearer TOKEN with a token of your organization")]
    Unauthorized,
    /// Not for who is signed in, or not a form of ours.
    #[error("this is not yours to do; nothing was changed")]
    Forbidden,
    /// There is nothing at this address.
    #[error("{detail}")]
    NotFound {
        /// What was not found.
        detail: String,
    },
    /// Not with this method.
    #[error("this address does not take this method; the Allow header names those it takes")]
    MethodNotAllowed,
    /// The body did not arrive in time.
    #[error("the body of the request did not arrive in time")]
    Timeout,
    /// Somebody else changed it first.
    #[error("this was changed in the meantime; read it again, and send its ETag in If-Match")]
    Stale {
        /// The version it has now.
        current: u64,
    },
    /// A version of the plan that is approved or ended does not change.
    #[error("version {version} of the plan is published and does not change; start the next one")]
    Published {
        /// Which.
        version: u32,
    },
    /// An edit must say which version it is an edit of.
    #[error("send If-Match with the ETag of the version you read")]
    PreconditionRequired,
    /// Too many bytes.
    #[error("the body of the request is larger than {limit_bytes} bytes")]
    TooLarge {
        /// How many are taken.
        limit_bytes: usize,
    },
    /// The address is too long.
    #[error("the address is longer than {limit_bytes} bytes")]
    UriTooLong {
        /// How many are taken.
        limit_bytes: usize,
    },
    /// Not this media type or coding.
    #[error("{detail}")]
    MediaType {
        /// What would be taken.
        detail: String,
    },
    /// An idempotency key came back with another request.
    #[error("this Idempotency-Key was used before, for a different request")]
    KeyReused,
    /// Something else the framework refused.
    #[error("the request was refused")]
    Refused {
        /// With which status.
        status: u16,
    },
    /// The database cannot be written now. The cause is logged, never told.
    #[error("{}", .outage.told())]
    StoreDown {
        /// What people are told.
        outage: Outage,
        /// For the log only.
        cause: String,
    },
    /// Somebody asked for more dear work than one address may.
    #[error(
        "this address has asked for much that is dear lately; what is cheap goes on, and this after {seconds} seconds"
    )]
    TooMuch {
        /// When to come again.
        seconds: u64,
    },
    /// Too much is being worked out at once.
    #[error("too much is being worked out at once; ask again in a few seconds")]
    Busy,
    /// Our own mistake. The cause is logged, never told.
    #[error("something went wrong on our side")]
    Internal {
        /// For the log only.
        cause: String,
    },
}

/// Status, name and title of every type of problem; the type of a problem is `/api#NAME`.
pub const TYPES: &[(u16, &str, &str)] = &[
    (400, "invalid-parameter", "A parameter is not right"),
    (400, "invalid-body", "The body is not right"),
    (400, "invalid-fields", "Some members are not right"),
    (400, "invalid-header", "A header is not right"),
    (422, "wording", "Some words should be others"),
    (401, "unauthorized", "A token is needed"),
    (403, "forbidden", "Not allowed"),
    (404, "not-found", "Not found"),
    (405, "method-not-allowed", "Method not allowed"),
    (408, "timeout", "Too slow"),
    (409, "plan-published", "A published version does not change"),
    (412, "stale", "Changed in the meantime"),
    (413, "too-large", "Too large"),
    (414, "uri-too-long", "Address too long"),
    (415, "unsupported-media-type", "Unsupported media type"),
    (422, "idempotency-key-reused", "Idempotency key used before"),
    (428, "precondition-required", "If-Match is needed"),
    (429, "too-much", "Too much asked for"),
    (503, "database-unavailable", "Changes cannot be stored now"),
    (503, "busy", "Too much at once"),
    (500, "internal", "Something went wrong"),
    (400, "refused", "Refused"),
];

/// The row with a name.
const fn listed(name: &str) -> &'static (u16, &'static str, &'static str) {
    let mut rest = TYPES;
    while let [row, others @ ..] = rest {
        if is(row.1.as_bytes(), name.as_bytes()) {
            return row;
        }
        rest = others;
    }
    panic!("a type of problem that TYPES does not list")
}

/// Whether two names are one; `==` is not for constants yet.
const fn is(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([a, left @ ..], [b, right @ ..]) = (one, other) {
        if *a != *b {
            return false;
        }
        (one, other) = (left, right);
    }
    one.is_empty() && other.is_empty()
}

/// What a type of problem is called.
struct Kind {
    status: StatusCode,
    name: &'static str,
    title: &'static str,
}

impl ApiError {
    /// Nothing at this address.
    #[must_use]
    pub fn not_found() -> Self {
        Self::NotFound {
            detail: "there is nothing at this address".to_owned(),
        }
    }

    /// This parameter cannot be taken; `detail` says what is wrong and what would be right.
    pub fn parameter(name: &str, detail: impl fmt::Display) -> Self {
        Self::Parameter {
            name: name.to_owned(),
            detail: format!("{name}: {detail}"),
        }
    }

    /// The body cannot be taken; `detail` says what is wrong and what would be right.
    pub fn body(detail: impl fmt::Display) -> Self {
        Self::Body {
            detail: detail.to_string(),
        }
    }

    /// Our own mistake; `cause` is logged, never told.
    pub fn internal(cause: impl fmt::Display) -> Self {
        Self::Internal {
            cause: cause.to_string(),
        }
    }

    /// The error for a status that somebody else chose, the framework mostly.
    #[must_use]
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::not_found(),
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::REQUEST_TIMEOUT => Self::Timeout,
            StatusCode::UNAUTHORIZED => Self::Unauthorized,
            StatusCode::BAD_REQUEST => Self::body("the request was not understood"),
            status if status.is_server_error() => Self::internal("a bare status"),
            status => Self::Refused {
                status: status.as_u16(),
            },
        }
    }

    /// The status it is answered with.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.kind().status
    }

    /// The short words for all errors of its type, in English.
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.kind().title
    }

    /// The row of its type in [`TYPES`]; one that is not there does not compile.
    const fn row(&self) -> &'static (u16, &'static str, &'static str) {
        match self {
            Self::Parameter { .. } => const { listed("invalid-parameter") },
            Self::Body { .. } => const { listed("invalid-body") },
            Self::Fields { .. } => const { listed("invalid-fields") },
            Self::Header { .. } => const { listed("invalid-header") },
            Self::Wording { .. } => const { listed("wording") },
            Self::Unauthorized => const { listed("unauthorized") },
            Self::Forbidden => const { listed("forbidden") },
            Self::NotFound { .. } => const { listed("not-found") },
            Self::MethodNotAllowed => const { listed("method-not-allowed") },
            Self::Timeout => const { listed("timeout") },
            Self::Published { .. } => const { listed("plan-published") },
            Self::Stale { .. } => const { listed("stale") },
            Self::TooLarge { .. } => const { listed("too-large") },
            Self::UriTooLong { .. } => const { listed("uri-too-long") },
            Self::MediaType { .. } => const { listed("unsupported-media-type") },
            Self::KeyReused => const { listed("idempotency-key-reused") },
            Self::PreconditionRequired => const { listed("precondition-required") },
            Self::StoreDown { .. } => const { listed("database-unavailable") },
            Self::Internal { .. } => const { listed("internal") },
            Self::Refused { .. } => const { listed("refused") },
            Self::Busy => const { listed("busy") },
            Self::TooMuch { .. } => const { listed("too-much") },
        }
    }

    fn kind(&self) -> Kind {
        let &(status, name, title) = self.row();
        let status = match self {
            Self::Refused { status } => *status,
            _ => status,
        };
        Kind {
            status: StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST),
            name,
            title,
        }
    }

    /// What is logged and never told.
    #[must_use]
    pub fn cause(&self) -> Option<&str> {
        match self {
            Self::StoreDown { cause, .. } | Self::Internal { cause } => Some(cause),
            _ => None,
        }
    }

    /// The problem as JSON. `instance` is the path that was asked for, without its query.
    #[must_use]
    pub fn problem(&self, instance: &str, request_id: Option<&str>) -> String {
        let kind = self.kind();
        let problem = Problem {
            kind: format!("/api#{}", kind.name),
            title: kind.title.to_owned(),
            status: kind.status.as_u16(),
            detail: self.to_string(),
            instance: instance.to_owned(),
            parameter: match self {
                Self::Parameter { name, .. } => Some(name.clone()),
                _ => None,
            },
            header: match self {
                Self::Header { name, .. } => Some(name),
                _ => None,
            },
            errors: match self {
                Self::Fields { faults } => Some(MemberFaults::Fields(faults.clone())),
                Self::Wording { faults } => Some(MemberFaults::Wording(faults.clone())),
                _ => None,
            },
            request_id: request_id.map(ToOwned::to_owned),
        };
        json!(problem).to_string()
    }
}

fn in_one(faults: &[FieldFault]) -> String {
    lines(faults.iter().map(|fault| (&fault.field, &fault.detail)))
}

fn worded(faults: &[WordingFault]) -> String {
    lines(faults.iter().map(|fault| (&fault.field, &fault.detail)))
}

fn lines<'a>(faults: impl Iterator<Item = (&'a String, &'a String)>) -> String {
    let lines: Vec<String> = faults
        .map(|(field, detail)| format!("{field}: {detail}"))
        .collect();
    lines.join("; ")
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        self.status()
    }

    /// A body that stands on its own; the middleware in front adds the instance, the request id, and a page where one is wanted.
    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status());
        response.insert_header((header::CONTENT_TYPE, PROBLEM_JSON));
        if *self == Self::Unauthorized {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer realm=\"signpost\""));
        }
        if *self == Self::Busy {
            response.insert_header((header::RETRY_AFTER, "5"));
        }
        if let Self::TooMuch { seconds } = self {
            response.insert_header((header::RETRY_AFTER, *seconds));
        }
        if let Self::StoreDown { .. } = self {
            response.insert_header((header::RETRY_AFTER, "60"));
        }
        if matches!(self, Self::Timeout | Self::TooLarge { .. }) {
            // The rest of the body is still on its way; nobody will read it.
            response.force_close();
        }
        response.body(self.problem("", None))
    }
}
