-- Listings that were drawn by lot to be checked by phone, and what was found: of each field whether it was right. Nothing of who was rung
-- but the place, nothing finer than a day.

CREATE TABLE phone_checks (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    seed     INTEGER NOT NULL,
    asked    INTEGER NOT NULL CHECK (asked > 0),           -- how many were to be drawn
    drawn_of INTEGER NOT NULL CHECK (drawn_of >= 0),       -- of how many that have a number
    drawn_on TEXT    NOT NULL,                             -- the civil day
    drawn_by TEXT    NOT NULL,
    UNIQUE (seed, asked, drawn_on)
) STRICT;

CREATE TABLE phone_check_lines (
    phone_check INTEGER NOT NULL REFERENCES phone_checks (id),
    nth         INTEGER NOT NULL CHECK (nth > 0),
    site        TEXT    NOT NULL,
    version     INTEGER NOT NULL,                          -- of the site, as it was drawn
    checked_on  TEXT,                                      -- NULL: not yet
    checked_by  TEXT,
    PRIMARY KEY (phone_check, nth),
    UNIQUE (phone_check, site),
    CHECK ((checked_on IS NULL) = (checked_by IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE phone_check_answers (
    phone_check INTEGER NOT NULL,
    nth         INTEGER NOT NULL,
    field       TEXT    NOT NULL CHECK (field IN ('phone', 'address', 'hours', 'offers')),
    found       TEXT    NOT NULL CHECK (found IN ('right', 'wrong', 'unreachable')),
    PRIMARY KEY (phone_check, nth, field),
    FOREIGN KEY (phone_check, nth) REFERENCES phone_check_lines (phone_check, nth)
) STRICT, WITHOUT ROWID;
