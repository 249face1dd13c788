//! The redirection plan and the answer to where to go now.
