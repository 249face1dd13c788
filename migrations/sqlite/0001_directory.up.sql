-- The directory, its history, and who may change it.
--
-- Columns hold what is asked by: ids, organization, need, offer, days, places. Translated words and lists are JSON text, read and written
-- whole. Every current row names the revision that made it what it is. STRICT, so that no column ever holds another type than it says.

CREATE TABLE revisions (
    sequence      INTEGER PRIMARY KEY AUTOINCREMENT CHECK (sequence > 0),
    at            TEXT    NOT NULL,                     -- RFC 3339, UTC
    author        TEXT    NOT NULL,
    reason        TEXT    NOT NULL,
    subject       TEXT    NOT NULL CHECK (subject IN ('settings', 'organization', 'site', 'line', 'landmark', 'ground', 'plan')),
    subject_id    TEXT    NOT NULL,
    before        TEXT,                                 -- JSON; NULL when the subject is new
    after         TEXT,                                 -- JSON; NULL when the subject was removed
    previous_hash TEXT    NOT NULL CHECK (length(previous_hash) = 64),
    hash          TEXT    NOT NULL UNIQUE CHECK (length(hash) = 64),
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;

CREATE INDEX revisions_subject ON revisions (subject, subject_id, sequence);

CREATE TRIGGER revisions_are_never_changed BEFORE UPDATE ON revisions
BEGIN
    SELECT RAISE(ABORT, 'revisions are never changed');
END;

CREATE TRIGGER revisions_are_never_deleted BEFORE DELETE ON revisions
BEGIN
    SELECT RAISE(ABORT, 'revisions are never deleted');
END;

-- Also stops INSERT OR REPLACE, which deletes without asking the trigger above.
CREATE TRIGGER revisions_follow_one_another BEFORE INSERT ON revisions
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM revisions)
BEGIN
    SELECT RAISE(ABORT, 'a revision must have the next number');
END;

CREATE TABLE settings (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    edition  TEXT    NOT NULL CHECK (edition IN ('preview', 'live')),
    title    TEXT    NOT NULL,
    banner   TEXT    NOT NULL,
    zone     TEXT    NOT NULL,
    lon      REAL    NOT NULL CHECK (lon BETWEEN -180 AND 180),
    lat      REAL    NOT NULL CHECK (lat BETWEEN -90 AND 90),
    needs    TEXT    NOT NULL,
    revision INTEGER NOT NULL REFERENCES revisions (sequence)
) STRICT;

CREATE TABLE organizations (
    id             TEXT    PRIMARY KEY,
    name           TEXT    NOT NULL,
    website        TEXT,
    indigenous_led INTEGER NOT NULL CHECK (indigenous_led IN (0, 1)),
    holidays       TEXT    NOT NULL,
    source         TEXT    NOT NULL,
    source_day     TEXT,
    example        INTEGER NOT NULL CHECK (example IN (0, 1)),
    revision       INTEGER NOT NULL REFERENCES revisions (sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE sites (
    slug         TEXT    PRIMARY KEY,
    organization TEXT    NOT NULL REFERENCES organizations (id) DEFERRABLE INITIALLY DEFERRED,
    name         TEXT    NOT NULL,
    kind         TEXT    NOT NULL CHECK (kind IN ('building', 'pharmacy', 'box', 'mobile')),
    lon          REAL    CHECK (lon BETWEEN -180 AND 180),
    lat          REAL    CHECK (lat BETWEEN -90 AND 90),
    address      TEXT    NOT NULL,
    locality     TEXT    NOT NULL,
    zone         TEXT    NOT NULL,
    phone        TEXT,
    website      TEXT,
    door         TEXT    NOT NULL,
    access       TEXT    NOT NULL,
    description  TEXT    NOT NULL,
    languages    TEXT    NOT NULL,
    source       TEXT    NOT NULL,
    source_day   TEXT,
    example      INTEGER NOT NULL CHECK (example IN (0, 1)),
    revision     INTEGER NOT NULL REFERENCES revisions (sequence),
    CHECK ((lon IS NULL) = (lat IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX sites_organization ON sites (organization);

CREATE TABLE services (
    site         TEXT    NOT NULL REFERENCES sites (slug) DEFERRABLE INITIALLY DEFERRED,
    need         TEXT    NOT NULL,
    offer        TEXT    NOT NULL CHECK (offer IN ('offered', 'not_offered', 'unknown')),
    hours        TEXT,
    hours_note   TEXT    NOT NULL,
    description  TEXT    NOT NULL,
    bring        TEXT    NOT NULL,
    items        TEXT    NOT NULL,
    confirmed_by TEXT,
    confirmed_on TEXT,
    review_by    TEXT,
    source       TEXT    NOT NULL,
    source_day   TEXT,
    example      INTEGER NOT NULL CHECK (example IN (0, 1)),
    PRIMARY KEY (site, need),
    CHECK ((confirmed_by IS NULL) = (confirmed_on IS NULL) AND (confirmed_by IS NULL) = (review_by IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE exceptions (
    site      TEXT NOT NULL REFERENCES sites (slug) DEFERRABLE INITIALLY DEFERRED,
    id        TEXT NOT NULL,
    need      TEXT,
    kind      TEXT NOT NULL CHECK (kind IN ('closed', 'open', 'unknown')),
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL,
    hours     TEXT,
    reason    TEXT NOT NULL,
    review_by TEXT,
    PRIMARY KEY (site, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE lines (
    id         TEXT    PRIMARY KEY,
    name       TEXT    NOT NULL,
    phone      TEXT    NOT NULL,
    sentence   TEXT    NOT NULL,
    hours      TEXT,
    needs      TEXT    NOT NULL,
    sort_order INTEGER NOT NULL,
    source     TEXT    NOT NULL,
    source_day TEXT,
    example    INTEGER NOT NULL CHECK (example IN (0, 1)),
    revision   INTEGER NOT NULL REFERENCES revisions (sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE landmarks (
    id         TEXT    PRIMARY KEY,
    name       TEXT    NOT NULL,
    lon        REAL    NOT NULL CHECK (lon BETWEEN -180 AND 180),
    lat        REAL    NOT NULL CHECK (lat BETWEEN -90 AND 90),
    source     TEXT    NOT NULL,
    source_day TEXT,
    revision   INTEGER NOT NULL REFERENCES revisions (sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE ground (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    banks     TEXT    NOT NULL,
    crossings TEXT    NOT NULL,
    revision  INTEGER NOT NULL REFERENCES revisions (sequence)
) STRICT;

CREATE TABLE plans (
    version   INTEGER PRIMARY KEY,
    status    TEXT    NOT NULL CHECK (status IN ('draft', 'approved', 'ended')),
    title     TEXT    NOT NULL,
    summary   TEXT    NOT NULL,
    first_day TEXT,
    last_day  TEXT,
    zone      TEXT    NOT NULL,
    decision  TEXT    NOT NULL,
    rules     TEXT    NOT NULL,
    consents  TEXT    NOT NULL,
    example   INTEGER NOT NULL CHECK (example IN (0, 1)),
    revision  INTEGER NOT NULL REFERENCES revisions (sequence)
) STRICT;

-- Answers already given, so that a client that lost one may ask again.
CREATE TABLE idempotency_keys (
    author       TEXT    NOT NULL,
    key          TEXT    NOT NULL,
    request_hash TEXT    NOT NULL,
    sequence     INTEGER NOT NULL,
    at           TEXT    NOT NULL,
    PRIMARY KEY (author, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_keys_at ON idempotency_keys (at);

-- Only hashes: whoever reads this file, or a backup of it, can sign in as nobody.
CREATE TABLE tokens (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    organization TEXT    NOT NULL,
    label        TEXT    NOT NULL,
    hash         TEXT    NOT NULL UNIQUE,
    made_at      TEXT    NOT NULL,
    disabled_at  TEXT
) STRICT;
