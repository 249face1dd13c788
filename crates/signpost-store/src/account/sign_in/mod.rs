//! What a sign-in is checked against, and how wrong ones slow down the next.
//!
//! Every try is counted before its password is looked at, and a right one takes its count back: a thousand at once are counted like a
//! thousand in a row, and a try that was cut off counts. Tries are counted for the account, except in a browser in which its owner signed in
//! before: that one has a count of its own, so that nobody can lock an owner out by guessing. Tries with a name nobody has are counted for
//! the name, so that waiting tells nobody who has an account.

mod attempt;
mod browsers;
mod row;
mod unknown_accounts;
