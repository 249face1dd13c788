//! What can go wrong with the database, named after what it means for the caller.

use std::path::PathBuf;

use signpost_domain::{FaultSubject, OrganizationId, SiteSlug};

use crate::model::{Loss, ProposalId, ProposalState, VerifyFault};

/// Why the store did not do what was asked. After an error nothing was changed, unless the variant says otherwise.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    // The caller's input.
    /// The address names no database we can open.
    #[error("{url:?} is not a database address: use sqlite:FILE, such as sqlite:signpost.db")]
    Address {
        /// What was given.
        url: String,
    },
    /// The directory contradicts itself.
    #[error("{}", faulty(.faults))]
    Faulty {
        /// Every fault found; never empty.
        faults: Vec<signpost_domain::Fault>,
    },
    /// There is no such site.
    #[error("there is no site {slug}")]
    NoSuchSite {
        /// What was asked for.
        slug: SiteSlug,
    },
    /// An edit may not rename a site: its address is on printed posters.
    #[error("the site {slug} cannot be renamed to {given}")]
    Renamed {
        /// The site.
        slug: SiteSlug,
        /// The slug inside the new words.
        given: SiteSlug,
    },
    /// There is no such organization.
    #[error("there is no organization {id}")]
    NoSuchOrganization {
        /// What was asked for.
        id: OrganizationId,
    },
    /// There is no such account, or it is disabled.
    #[error("there is no account {id}")]
    NoSuchAccount {
        /// Its number.
        id: i64,
    },
    /// Nobody else could look after accounts then.
    #[error("that is the last steward who can sign in: make another one first")]
    LastSteward,
    /// No secret of a second step is offered, or it was offered too long ago.
    #[error("no second step is being set up")]
    NothingOffered,
    /// Secrets in the database are sealed under a key that is not there.
    #[error(
        "{}: the key file that seals the secrets of second steps is not there, or is another one; put it back",
        .path.display()
    )]
    KeyMissing {
        /// Where it should be.
        path: PathBuf,
    },
    /// The key file holds something else.
    #[error("{}: that is no key file: it should hold 64 hexadecimal digits", .path.display())]
    NoKey {
        /// The file.
        path: PathBuf,
    },
    /// There is no such claim.
    #[error("there is no claim {id}")]
    NoSuchClaim {
        /// Its number.
        id: i64,
    },
    /// Another account signs in with this address.
    #[error("another account has this e-mail address")]
    EmailTaken,
    /// There is no such token, or it is disabled already.
    #[error("there is no token {id} that could be disabled")]
    NoSuchToken {
        /// Its number.
        id: i64,
    },
    /// There never was such a proposal.
    #[error("there is no proposal {id}")]
    NoSuchProposal {
        /// Its number.
        id: ProposalId,
    },
    /// Somebody else ended the proposal first.
    #[error("proposal {id} was decided already: {state}")]
    Decided {
        /// Its number.
        id: ProposalId,
        /// How it ended.
        state: ProposalState,
    },
    /// A new site needs a slug that no site has or had, because addresses are printed.
    #[error("there is or was a site {slug} already")]
    SlugTaken {
        /// The slug.
        slug: SiteSlug,
    },
    /// Somebody else changed it first.
    #[error("it was changed in the meantime; its version is now {current}")]
    Stale {
        /// The version it has now.
        current: u64,
    },
    /// This idempotency key was used for a different request.
    #[error("this idempotency key was used before, for a different request")]
    KeyReused,
    /// A backup never overwrites a file.
    #[error("{}: there is a file already, and a backup overwrites none", .path.display())]
    FileExists {
        /// The file.
        path: PathBuf,
    },

    // The machine, or who runs it.
    /// A server, or another command, has the database open: what it acknowledges after this would be lost.
    #[error("{}: a server or another command has this database open; stop it first", .path.display())]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// Another process holds the database, or too many writes are waiting.
    #[error("the database is in use by somebody else and did not become free in time")]
    Locked,
    /// No space is left.
    #[error("the disk is full: the database cannot grow")]
    Full,
    /// The file or its folder cannot be written.
    #[error("the database file or its folder may not be written")]
    ReadOnly,
    /// The file is damaged or is no database.
    #[error("the database file is damaged or is not a database ({detail}); restore a backup")]
    Corrupt {
        /// SQLite's own words.
        detail: String,
    },
    /// The file was taken away or replaced while it was open; a write would be lost, so none is taken.
    #[error("{}: the database file was removed or replaced; restart to go on", .path.display())]
    Gone {
        /// Where it should be.
        path: PathBuf,
    },
    /// Edits that were acknowledged are not in the database. Nothing is written until somebody decides.
    #[error(
        "{0}; restore a backup, or take the loss with `signpost verify --accept-loss --author NAME`"
    )]
    Lost(Loss),
    /// There is no database, but one was here: a volume that is not mounted looks like this.
    #[error(
        "{}: the database is not there, but {} says that one was; mount it or restore a backup, or begin anew with `signpost serve --init`",
        .path.display(),
        .mark.display()
    )]
    Missing {
        /// Where it should be.
        path: PathBuf,
        /// What says that there was one.
        mark: PathBuf,
    },
    /// The file that says how far the history went holds something else.
    #[error("{}: it should say how far the history went, and does not; look at the database with `signpost verify`, then remove this file", .path.display())]
    NoMark {
        /// The file.
        path: PathBuf,
    },
    /// What should be the copy of the directory beside the database is something else, or torn.
    #[error("{}: it should be the copy that is kept of the directory, and is not whole", .path.display())]
    NoCopy {
        /// The file.
        path: PathBuf,
    },
    /// There is no loss that could be accepted.
    #[error("nothing is missing: there is no loss to accept")]
    NothingLost,
    /// The file cannot be opened or made.
    #[error("{}: the database cannot be opened; does the folder exist, and may it be written?", .path.display())]
    CannotOpen {
        /// The file.
        path: PathBuf,
    },
    /// The disk or the system failed.
    #[error("{doing} failed")]
    Io {
        /// What was being done.
        doing: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// SQLite is too old to be trusted with what we keep.
    #[error("SQLite {found} is too old: at least 3.51.3 is needed")]
    OldSqlite {
        /// The version that was found.
        found: String,
    },
    /// The database was made by a newer or a different build.
    #[error("this database was made by another version of Signpost (migration {migration})")]
    OtherVersion {
        /// The migration that is not ours.
        migration: i64,
    },

    // What should never be.
    /// A stored row cannot be what the domain calls by its name.
    #[error("the database contradicts itself: table {table}, column {column}, row {row}")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The key of the row.
        row: String,
    },
    /// [`crate::Store::verify`] found faults.
    #[error("{}", unsound(.faults))]
    Unsound {
        /// Every fault found; never empty.
        faults: Vec<VerifyFault>,
    },
    /// A value of ours has no JSON.
    #[error("a value could not be written as JSON")]
    Encoding(#[source] serde_json::Error),
    /// A migration failed.
    #[error("the tables could not be brought up to date")]
    Migration(#[source] sqlx::migrate::MigrateError),
    /// A statement failed in a way we did not foresee.
    #[error("the database refused a statement")]
    Statement(#[source] sqlx::Error),
}

impl StoreError {
    /// Whether the caller can mend it by asking for something else; all others are for the people who run the server.
    #[must_use]
    pub fn is_about_the_request(&self) -> bool {
        matches!(
            self,
            Self::Address { .. }
                | Self::Faulty { .. }
                | Self::NoSuchSite { .. }
                | Self::Renamed { .. }
                | Self::NoSuchOrganization { .. }
                | Self::NoSuchToken { .. }
                | Self::NoSuchProposal { .. }
                | Self::Decided { .. }
                | Self::SlugTaken { .. }
                | Self::Stale { .. }
                | Self::KeyReused
                | Self::FileExists { .. }
        )
    }

    /// Whether it is a bug of ours or a database somebody else wrote to.
    #[must_use]
    pub fn is_our_bug(&self) -> bool {
        matches!(
            self,
            Self::Inconsistent { .. } | Self::Encoding(_) | Self::Statement(_) | Self::Migration(_)
        )
    }
}

fn faulty(faults: &[signpost_domain::Fault]) -> String {
    let lines: Vec<String> = faults
        .iter()
        .map(|fault| {
            let subject = subject(&fault.subject);
            format!("{subject} ({}): {}", fault.field, fault.message)
        })
        .collect();
    lines.join("\n")
}

fn subject(subject: &FaultSubject) -> String {
    match subject {
        FaultSubject::Organization(id) => format!("organization {id}"),
        FaultSubject::Site(slug) => format!("site {slug}"),
        FaultSubject::Service(slug, need) => format!("site {slug}, service {need}"),
        FaultSubject::Exception(slug, id) => format!("site {slug}, exception {id}"),
        FaultSubject::DisposalPoint(slug) => format!("site {slug}, disposal point"),
        FaultSubject::Neighbourhood(id) => format!("neighbourhood {id}"),
        FaultSubject::Line(id) => format!("line {id}"),
        FaultSubject::Landmark(id) => format!("landmark {id}"),
        FaultSubject::Locality(name) => format!("locality {name}"),
        FaultSubject::Crossing(id) => format!("crossing {id}"),
        FaultSubject::Rule(version, id) => format!("plan {version}, rule {id}"),
        FaultSubject::Plan(version) => format!("plan {version}"),
    }
}

fn unsound(faults: &[VerifyFault]) -> String {
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    lines.join("\n")
}
