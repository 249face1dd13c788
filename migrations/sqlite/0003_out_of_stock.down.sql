-- What is out of stock becomes closed for its need, which is how it counts.

CREATE TABLE exceptions_without_stock (
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

INSERT INTO exceptions_without_stock (site, id, need, kind, first_day, last_day, hours, reason, review_by)
SELECT site, id, need, CASE kind WHEN 'out_of_stock' THEN 'closed' ELSE kind END, first_day, last_day, hours, reason, review_by
FROM exceptions;

DROP TABLE exceptions;

ALTER TABLE exceptions_without_stock RENAME TO exceptions;
