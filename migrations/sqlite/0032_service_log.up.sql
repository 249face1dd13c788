-- What was done at places to leave used needles, and what passers-by said of them. Rows are only added. Of one who says that a box is full
-- nothing is kept but the day: no author, no time, no words.

CREATE TABLE service_log (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    site         TEXT    NOT NULL,
    day          TEXT    NOT NULL,                       -- the civil day it was done
    at           TEXT,                                   -- RFC 3339, UTC: when it was written down; NULL for a report
    author       TEXT    NOT NULL,
    kind         TEXT    NOT NULL CHECK (kind IN ('emptied', 'checked', 'damaged', 'mended', 'moved', 'replaced', 'reported_full')),
    full_percent INTEGER CHECK (full_percent BETWEEN 0 AND 100),
    grams        INTEGER CHECK (grams >= 0),
    needles      INTEGER CHECK (needles >= 0),
    method       TEXT    CHECK (method IN ('counted', 'by_weight')),
    tenths_each  INTEGER CHECK (tenths_each > 0),        -- of a gram, what one needle was taken to weigh
    note         TEXT    NOT NULL,
    key          TEXT    UNIQUE,                         -- of the form or the file it came with, so that it counts once
    CHECK (kind <> 'reported_full' OR (author = '' AND at IS NULL AND note = ''))
) STRICT;

CREATE INDEX service_log_site ON service_log (site, id);
CREATE INDEX service_log_day ON service_log (day);

-- What somebody asked "what if" about disposal points, kept with a name and a note. Never shown to clients.
CREATE TABLE disposal_ideas (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    name    TEXT    NOT NULL,
    note    TEXT    NOT NULL,
    changes TEXT    NOT NULL CHECK (json_valid(changes)),
    author  TEXT    NOT NULL,
    at      TEXT    NOT NULL,                            -- RFC 3339, UTC
    gone_at TEXT                                         -- when somebody took it off the list
) STRICT;
