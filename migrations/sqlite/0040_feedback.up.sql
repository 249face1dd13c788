-- What visitors say of a place: whether what they read of it was right. No time finer than a day, no address, no position, no agent. The
-- version is that of the place as they saw it. Words are deleted when somebody has decided.

CREATE TABLE feedback (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    site       TEXT    NOT NULL,
    need       TEXT,
    said       TEXT    NOT NULL CHECK (said IN ('right', 'closed', 'moved', 'not_done', 'other')),
    words      TEXT    NOT NULL DEFAULT '',
    version    INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    state      TEXT    NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'mended', 'still_right', 'not_ours')),
    decided_by TEXT,
    decided_on TEXT
) STRICT;

CREATE INDEX feedback_waiting ON feedback (site) WHERE state = 'waiting';
