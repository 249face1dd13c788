-- Changes that wait for a steward: names, moved points, first offers, new sites. A row here is never public; what comes of it is an
-- ordinary revision of its site. Rows are kept after they are decided, so that the agency can read why.

CREATE TABLE proposals (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    site         TEXT    NOT NULL,                      -- slug; of a site that is not there yet when base is NULL
    organization TEXT    NOT NULL,                      -- whose site it is
    author       TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    at           TEXT    NOT NULL,                      -- RFC 3339, UTC
    base         INTEGER REFERENCES revisions (sequence), -- the version of the site that wanted differs from
    wanted       TEXT    NOT NULL,                      -- JSON: the whole site
    parts        TEXT    NOT NULL,                      -- JSON: names of the parts of wanted that are still asked for
    state        TEXT    NOT NULL CHECK (state IN ('waiting', 'accepted', 'sent_back', 'withdrawn', 'replaced')),
    note         TEXT    NOT NULL,
    decided_by   TEXT,
    decided_at   TEXT,
    revision     INTEGER REFERENCES revisions (sequence), -- what came of it
    CHECK ((state = 'waiting') = (decided_at IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK ((state = 'accepted') = (revision IS NOT NULL))
) STRICT;

CREATE INDEX proposals_site ON proposals (site, id);
CREATE INDEX proposals_organization ON proposals (organization, id);
CREATE UNIQUE INDEX proposals_new_sites ON proposals (site) WHERE state = 'waiting' AND base IS NULL;

-- So that an answer that is given again also says what waits.
ALTER TABLE idempotency_keys ADD COLUMN proposal INTEGER;

-- The day, never the moment: it tells which tokens nobody uses any more.
ALTER TABLE tokens ADD COLUMN last_used TEXT;

-- When each account was last sent its reminder.
CREATE TABLE reminders (
    account INTEGER PRIMARY KEY,
    sent_at TEXT    NOT NULL
) STRICT;
