-- Power is proven again, what is kept can be traced, and a secret in this file is of no use without the key beside it.

-- When whoever has this session last showed a password or a code again; NULL since the sign-in itself. Wrong ones are counted.
ALTER TABLE sessions ADD COLUMN proven_at TEXT;
ALTER TABLE sessions ADD COLUMN wrong_proofs INTEGER NOT NULL DEFAULT 0;

-- A random mark that stands in every form of an account, so that a form that outlived its session still says who typed it.
ALTER TABLE accounts ADD COLUMN mark TEXT;
UPDATE accounts SET mark = lower(hex(randomblob(16)));

-- What a one-time link is for: setting a password, which leaves the second step alone; or switching the second step off, which asks for the password.
ALTER TABLE one_time_links ADD COLUMN opens TEXT NOT NULL DEFAULT 'password' CHECK (opens IN ('password', 'phone'));

-- A secret that was offered and is not proven yet; sealed like accounts.totp.
CREATE TABLE offered_second_steps (
    account INTEGER PRIMARY KEY REFERENCES accounts (id),
    secret  TEXT    NOT NULL,
    at      TEXT    NOT NULL
) STRICT;

-- The last day a token is good. Those there are get a year from now.
ALTER TABLE tokens ADD COLUMN last_day TEXT;
UPDATE tokens SET last_day = date('now', '+1 year');
ALTER TABLE tokens ADD COLUMN made_by TEXT;

-- Sign-ins and refusals of an account: when and what, never from where. The same again within ten minutes is counted, not added.
CREATE TABLE sign_in_records (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    account  INTEGER NOT NULL REFERENCES accounts (id),
    what     TEXT    NOT NULL CHECK (what <> ''),
    first_at TEXT    NOT NULL,
    last_at  TEXT    NOT NULL,
    times    INTEGER NOT NULL DEFAULT 1 CHECK (times > 0)
) STRICT;

CREATE INDEX sign_in_records_account ON sign_in_records (account, id);
CREATE INDEX sign_in_records_last_at ON sign_in_records (last_at);

-- What happened to accounts: more kinds, as an open set, for a newer release may know more.
CREATE TABLE account_events_new (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT    NOT NULL,
    account INTEGER NOT NULL REFERENCES accounts (id),
    by      TEXT    NOT NULL,
    event   TEXT    NOT NULL CHECK (event <> '')
) STRICT;
INSERT INTO account_events_new SELECT * FROM account_events;
DROP TABLE account_events;
ALTER TABLE account_events_new RENAME TO account_events;
CREATE INDEX account_events_account ON account_events (account, id);

-- What an organization says of itself and a steward has to look at first. A row here is never public; what comes of it is a revision.
CREATE TABLE claims (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    organization TEXT    NOT NULL,
    claim        TEXT    NOT NULL CHECK (claim IN ('indigenous_led')),
    author       TEXT    NOT NULL,
    at           TEXT    NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('waiting', 'accepted', 'sent_back', 'withdrawn')),
    note         TEXT    NOT NULL DEFAULT '',
    decided_by   TEXT,
    decided_at   TEXT,
    revision     INTEGER REFERENCES revisions (sequence),
    CHECK ((state = 'waiting') = (decided_at IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK ((state = 'accepted') = (revision IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX claims_waiting ON claims (organization, claim) WHERE state = 'waiting';
