//! What other crates may rely on.

mod corpus;
mod support;
