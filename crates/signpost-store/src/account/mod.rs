//! People who sign in: who they are, what they may do, and what happened to their accounts.

mod access;
mod accounts;
mod change;
mod event;
mod link;
mod record;
mod row;
mod second_step;
mod session;
mod sign_in;
