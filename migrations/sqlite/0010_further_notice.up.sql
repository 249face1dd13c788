-- A closing may last until further notice: no last day, and a day on which somebody looks again. SQLite cannot drop a NOT NULL, so the table is
-- made anew.

CREATE TABLE exceptions_without_end (
    site      TEXT NOT NULL REFERENCES sites (slug) DEFERRABLE INITIALLY DEFERRED,
    id        TEXT NOT NULL,
    need      TEXT,
    kind      TEXT NOT NULL CHECK (kind IN ('closed', 'open', 'unknown', 'out_of_stock')),
    first_day TEXT NOT NULL,
    last_day  TEXT,
    hours     TEXT,
    reason    TEXT NOT NULL,
    review_by TEXT,
    PRIMARY KEY (site, id),
    CHECK (kind <> 'out_of_stock' OR need IS NOT NULL),
    CHECK (last_day IS NOT NULL OR review_by IS NOT NULL)
) STRICT, WITHOUT ROWID;

INSERT INTO exceptions_without_end (site, id, need, kind, first_day, last_day, hours, reason, review_by)
SELECT site, id, need, kind, first_day, last_day, hours, reason, review_by FROM exceptions;

DROP TABLE exceptions;

ALTER TABLE exceptions_without_end RENAME TO exceptions;
