-- People who sign in: agencies' editors, the subcommittee, stewards. Nothing here is part of the directory's history.
--
-- Secrets are stored as hashes only (argon2id for passwords, SHA-256 for what has 256 random bits), so that whoever reads this file, or a
-- backup of it, can sign in as nobody.

CREATE TABLE accounts (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    name         TEXT    NOT NULL,
    email        TEXT    NOT NULL UNIQUE,                -- in lower case; also what is typed to sign in
    role         TEXT    NOT NULL CHECK (role IN ('editor', 'subcommittee', 'steward')),
    organization TEXT,
    lang         TEXT    NOT NULL DEFAULT 'en',
    password     TEXT,                                   -- PHC string; NULL until the first one-time link is used
    totp         TEXT,                                   -- base32; NULL while there is no second step
    totp_step    INTEGER NOT NULL DEFAULT 0,             -- the last step used, so that no code is taken twice
    failures     INTEGER NOT NULL DEFAULT 0,             -- wrong passwords in a row, from browsers that never signed in here
    failed_at    TEXT,
    made_at      TEXT    NOT NULL,
    disabled_at  TEXT,
    CHECK ((role = 'editor') = (organization IS NOT NULL))
) STRICT;

CREATE TABLE sessions (
    hash    TEXT    PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES accounts (id),
    csrf    TEXT    NOT NULL,
    made_at TEXT    NOT NULL,
    seen_at TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_account ON sessions (account);

-- Browsers in which somebody signed in before: guesses of others do not slow them down.
CREATE TABLE known_browsers (
    hash      TEXT    PRIMARY KEY,
    account   INTEGER NOT NULL REFERENCES accounts (id),
    failures  INTEGER NOT NULL DEFAULT 0,
    failed_at TEXT,
    seen_at   TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- One-time links: an invitation, or a new password. Each is shown once and good for 24 hours.
CREATE TABLE one_time_links (
    hash       TEXT    PRIMARY KEY,
    account    INTEGER NOT NULL REFERENCES accounts (id),
    expires_at TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- What happened to accounts, for stewards: invited, password set, disabled.
CREATE TABLE account_events (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT    NOT NULL,
    account INTEGER NOT NULL REFERENCES accounts (id),
    by      TEXT    NOT NULL,
    event   TEXT    NOT NULL CHECK (event IN ('invited', 'reset', 'password_set', 'disabled', 'enabled', 'role_changed', 'totp_on', 'totp_off'))
) STRICT;
