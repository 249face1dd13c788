-- Signing in holds when it is attacked, and when a phone is lost.

-- Tries with names that nobody has. They wait as tries with real ones do, so that waiting tells nobody who has an account. The name itself
-- is not kept, and a row goes away after a day.
CREATE TABLE strangers (
    hash      TEXT    PRIMARY KEY,
    failures  INTEGER NOT NULL CHECK (failures > 0),
    failed_at TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX strangers_failed_at ON strangers (failed_at);

-- What opens an account whose phone is lost, in place of a code; each once.
CREATE TABLE recovery_codes (
    account INTEGER NOT NULL REFERENCES accounts (id),
    hash    TEXT    NOT NULL,
    PRIMARY KEY (account, hash)
) STRICT, WITHOUT ROWID;

-- The day, not the moment: it is there to tell which accounts nobody uses any more.
ALTER TABLE accounts ADD COLUMN signed_in_on TEXT;

CREATE TABLE account_events_new (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT    NOT NULL,
    account INTEGER NOT NULL REFERENCES accounts (id),
    by      TEXT    NOT NULL,
    event   TEXT    NOT NULL CHECK (event IN ('invited', 'reset', 'password_set', 'disabled', 'enabled', 'role_changed', 'totp_on', 'totp_off', 'recovery_used'))
) STRICT;
INSERT INTO account_events_new SELECT * FROM account_events;
DROP TABLE account_events;
ALTER TABLE account_events_new RENAME TO account_events;
