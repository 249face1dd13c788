-- One more kind of exception: out of stock, always for one need. SQLite cannot widen a CHECK, so the table is made anew.

CREATE TABLE exceptions_with_stock (
    site      TEXT NOT NULL REFERENCES sites (slug) DEFERRABLE INITIALLY DEFERRED,
    id        TEXT NOT NULL,
    need      TEXT,
    kind      TEXT NOT NULL CHECK (kind IN ('closed', 'open', 'unknown', 'out_of_stock')),
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL,
    hours     TEXT,
    reason    TEXT NOT NULL,
    review_by TEXT,
    PRIMARY KEY (site, id),
    CHECK (kind <> 'out_of_stock' OR need IS NOT NULL)
) STRICT, WITHOUT ROWID;

INSERT INTO exceptions_with_stock (site, id, need, kind, first_day, last_day, hours, reason, review_by)
SELECT site, id, need, kind, first_day, last_day, hours, reason, review_by FROM exceptions;

DROP TABLE exceptions;

ALTER TABLE exceptions_with_stock RENAME TO exceptions;
