-- Reports of a month that a steward made public, as they were then, in each language. One that is withdrawn stays; no row is deleted.

CREATE TABLE published_reports (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    month        TEXT    NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
    told         TEXT    NOT NULL CHECK (json_valid(told)),
    published_by TEXT    NOT NULL,
    published_on TEXT    NOT NULL,                         -- the civil day
    withdrawn_by TEXT,
    withdrawn_on TEXT,
    CHECK ((withdrawn_by IS NULL) = (withdrawn_on IS NULL))
) STRICT;

CREATE UNIQUE INDEX published_reports_stand ON published_reports (month) WHERE withdrawn_on IS NULL;
