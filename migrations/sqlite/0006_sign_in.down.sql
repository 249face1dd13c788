CREATE TABLE account_events_old (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT    NOT NULL,
    account INTEGER NOT NULL REFERENCES accounts (id),
    by      TEXT    NOT NULL,
    event   TEXT    NOT NULL CHECK (event IN ('invited', 'reset', 'password_set', 'disabled', 'enabled', 'role_changed', 'totp_on', 'totp_off'))
) STRICT;
INSERT INTO account_events_old SELECT * FROM account_events WHERE event <> 'recovery_used';
DROP TABLE account_events;
ALTER TABLE account_events_old RENAME TO account_events;
ALTER TABLE accounts DROP COLUMN signed_in_on;
DROP TABLE recovery_codes;
DROP TABLE strangers;
