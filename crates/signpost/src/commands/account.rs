//! `signpost account add|list|link|close|token|disable`

use clap::{Args, Subcommand};
use jiff::{Timestamp, ToSpan as _, civil::Date, tz::TimeZone};
use signpost_domain::{Lang, Line, OrganizationId};
use signpost_store::{
    Account as Person, AccountId, LinkPurpose, NewAccount, Role, StewardTokenRequest, Store,
    StoreError, TokenRequest,
};

use crate::{clock::Clock, fault::Failure, say::say, settings::DatabaseFlag};

/// People who sign in, and tokens with which an agency's own system keeps its sites true through the API.
#[derive(Args)]
pub(crate) struct Account {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    database: DatabaseFlag,
}

#[derive(Subcommand)]
enum What {
    /// Lets somebody sign in, and prints a one-time link with which they choose a password. The first steward is made so.
    Add {
        /// As it shall stand in the history.
        #[arg(long)]
        name: String,
        /// What they sign in with.
        #[arg(long, value_name = "ADDRESS")]
        email: String,
        /// What they may do.
        #[arg(long)]
        role: RoleName,
        /// The organization of an editor.
        #[arg(long, value_name = "ID", required_if_eq("role", "editor"))]
        organization: Option<OrganizationId>,
        /// In which language to write to them.
        #[arg(long, default_value = "en")]
        lang: Lang,
    },
    /// Lists who may sign in.
    List,
    /// Prints a one-time link for somebody who lost their password; their second step stays on.
    Link {
        /// What they sign in with.
        email: String,
        /// For somebody who lost their phone and its recovery codes: the link switches the second step off, with their password.
        #[arg(long)]
        lost_phone: bool,
    },
    /// Lets somebody sign in no longer; their sessions end at once.
    Close {
        /// What they sign in with.
        email: String,
    },
    /// Makes a token for one organization. It is shown once and stored only as a hash.
    Token {
        /// Whose sites it may change.
        #[arg(long, value_name = "ID")]
        organization: OrganizationId,
        /// What it is for; stands in the history beside each change.
        #[arg(long, value_name = "WORDS")]
        label: String,
        /// The last day it is good, such as 2027-06-30; a year from today at most, which is also what it is when nothing is said.
        #[arg(long, value_name = "DAY")]
        last_day: Option<Date>,
    },
    /// Makes a token with which the working group's own tools read and write drafts of the plan. It is shown once and stored only as a hash.
    StewardToken {
        /// What it is for; stands in the history beside each change.
        #[arg(long, value_name = "WORDS")]
        label: String,
        /// The last day it is good, as of `token`.
        #[arg(long, value_name = "DAY")]
        last_day: Option<Date>,
    },
    /// Lists the tokens of the working group's own tools.
    StewardTokens,
    /// Ends a token of the working group's own tools at once.
    EndStewardToken {
        /// The token's number, as printed when it was made.
        id: i64,
    },
    /// Ends a token at once.
    Disable {
        /// The token's number, as printed when it was made.
        id: i64,
    },
}

/// A role by name.
#[derive(Clone, Copy, clap::ValueEnum)]
enum RoleName {
    /// Keeps the places of one organization true.
    Editor,
    /// Looks after used needles for the city.
    Subcommittee,
    /// Reviews, invites, keeps the plan.
    Steward,
}

/// Who does it, as the list of what happened to accounts names them.
const BY: &str = "command line";

impl Account {
    /// Does it.
    pub(crate) async fn run(self) -> Result<(), Failure> {
        let store = Store::open(&self.database.settle()?).await?;
        let now = Clock::Running.now();
        match self.what {
            What::Add {
                name,
                email,
                role,
                organization,
                lang,
            } => {
                let role = match (role, organization) {
                    (RoleName::Editor, Some(organization)) => Role::Editor(organization),
                    (RoleName::Editor, None) => {
                        return Err(Failure::new("An editor needs --organization.".to_owned()));
                    }
                    (RoleName::Subcommittee, _) => Role::Subcommittee,
                    (RoleName::Steward, _) => Role::Steward,
                };
                let name = words(&name, "--name")?;
                if !signpost_mail::is_address(&email) || name.is_empty() {
                    let fault = "Write --name and an e-mail address, such as ana@example.org.";
                    return Err(Failure::new(fault.to_owned()));
                }
                let new = NewAccount {
                    name,
                    email,
                    role,
                    lang,
                    by: BY.to_owned(),
                    at: now,
                };
                let id = match store.add_account(new).await {
                    Err(
                        fault @ (StoreError::EmailTaken | StoreError::NoSuchOrganization { .. }),
                    ) => return Err(Failure::new(format!("{fault}."))),
                    id => id?,
                };
                link(&store, id, LinkPurpose::Password, now).await?;
            }
            What::List => {
                for person in store.accounts().await? {
                    say(line(&person));
                }
            }
            What::Link { email, lost_phone } => {
                let person = find(&store, &email).await?;
                if person.disabled_at.is_some() {
                    return Err(Failure::new(format!("{email} may not sign in.")));
                }
                if lost_phone && !person.has_totp {
                    return Err(Failure::new(format!("{email} has no second step.")));
                }
                let purpose = if lost_phone {
                    LinkPurpose::Phone
                } else {
                    LinkPurpose::Password
                };
                link(&store, person.id, purpose, now).await?;
            }
            What::Close { email } => {
                let person = find(&store, &email).await?;
                match store.set_disabled(person.id, true, BY, now).await {
                    Err(fault @ StoreError::LastSteward) => {
                        return Err(Failure::new(format!("{fault}.")));
                    }
                    done => done?,
                }
                say(format!("{} may not sign in any more.", person.name));
            }
            What::Token {
                organization,
                label,
                last_day,
            } => {
                make_token(&store, organization, &label, last_day, now).await?;
            }
            What::StewardToken { label, last_day } => {
                make_steward_token(&store, &label, last_day, now).await?;
            }
            What::StewardTokens => {
                for token in store.steward_tokens().await? {
                    let ended = token.disabled_at.map_or("", |_| ", ended");
                    let (id, label, last) = (token.id, token.label, token.last_day);
                    say(format!("{id}: {label}, good until {last}{ended}"));
                }
            }
            What::EndStewardToken { id } => {
                store.end_steward_token(id, now).await?;
                say(format!("Steward token {id} is ended."));
            }
            What::Disable { id } => {
                store.disable_token(id, now).await?;
                say(format!("Token {id} is disabled."));
            }
        }
        Ok(())
    }
}

async fn find(store: &Store, email: &str) -> Result<Person, Failure> {
    let found = store.account_of(email).await?;
    found.ok_or_else(|| Failure::new(format!("Nobody signs in with {email}.")))
}

async fn make_token(
    store: &Store,
    organization: OrganizationId,
    label: &str,
    last_day: Option<Date>,
    now: Timestamp,
) -> Result<(), Failure> {
    let known = store.load().await?.directory;
    if !known.is_some_and(|d| d.organizations.iter().any(|o| o.id == organization)) {
        return Err(Failure::new(format!(
            "There is no organization {organization}."
        )));
    }
    let label = words(label, "--label")?;
    let last_day = last_day_of_token(last_day, now)?;
    let token = store
        .make_token(TokenRequest {
            organization: organization.clone(),
            label,
            last_day,
            by: Some(BY.to_owned()),
            at: now,
        })
        .await?;
    say(format!(
        "Token {} for {organization}, good until {last_day}, shown only now:\n{}",
        token.id, token.secret
    ));
    Ok(())
}

async fn make_steward_token(
    store: &Store,
    label: &str,
    last_day: Option<Date>,
    now: Timestamp,
) -> Result<(), Failure> {
    let label = words(label, "--label")?;
    if label.is_empty() {
        return Err(Failure::new("Write with --label what it is for."));
    }
    let last_day = last_day_of_token(last_day, now)?;
    let wanted = StewardTokenRequest {
        label,
        last_day,
        by: Some(BY.to_owned()),
        at: now,
    };
    let token = store.make_steward_token(wanted).await?;
    say(format!(
        "Steward token {}, good until {last_day}, shown only now:\n{}",
        token.id, token.secret
    ));
    Ok(())
}

/// The last day of a token: as it was said, when that is from today to a year from now.
fn last_day_of_token(said: Option<Date>, now: Timestamp) -> Result<Date, Failure> {
    let today = now.to_zoned(TimeZone::UTC).date();
    let latest = today.saturating_add(1.year());
    let last = said.unwrap_or(latest);
    if (today..=latest).contains(&last) {
        return Ok(last);
    }
    Err(Failure::new(format!(
        "--last-day: write a day from {today} to {latest}."
    )))
}

async fn link(
    store: &Store,
    id: AccountId,
    purpose: LinkPurpose,
    now: Timestamp,
) -> Result<(), Failure> {
    let link = match purpose {
        LinkPurpose::Password => store.one_time_link(id, BY, now).await?,
        LinkPurpose::Phone => store.lost_phone_link(id, BY, now).await?,
    };
    say(format!(
        "Open this on the server, within 24 hours; it works once and is shown only now:\n/invite/{}",
        link.secret
    ));
    Ok(())
}

/// What was typed after a flag, as the forms take it.
fn words(typed: &str, flag: &str) -> Result<String, Failure> {
    Line::new(typed)
        .map(String::from)
        .map_err(|fault| Failure::new(format!("{flag}: {fault}.")))
}

fn line(person: &Person) -> String {
    let organization = person
        .role
        .organization()
        .map_or_else(String::new, |organization| format!(" of {organization}"));
    let standing = match (person.disabled_at, person.has_password) {
        (Some(_), _) => ", may not sign in",
        (None, false) => ", has not signed in yet",
        (None, true) => "",
    };
    format!(
        "{} <{}>, {}{organization}{standing}",
        person.name,
        person.email,
        person.role.word()
    )
}
