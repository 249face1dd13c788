-- What has no end ends on the day on which somebody looks again.

CREATE TABLE exceptions_with_end (
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

INSERT INTO exceptions_with_end (site, id, need, kind, first_day, last_day, hours, reason, review_by)
SELECT site, id, need, kind, first_day, COALESCE(last_day, review_by), hours, reason, review_by FROM exceptions;

DROP TABLE exceptions;

ALTER TABLE exceptions_with_end RENAME TO exceptions;
