-- Places that want not to be listed and not to be called. One that is lifted stays, with why; no row is deleted.

CREATE TABLE tombstones (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    site          TEXT,                                    -- NULL: a place that is in no directory of ours
    name          TEXT    NOT NULL,
    locality      TEXT    NOT NULL,                        -- empty: may be in any
    phone         TEXT,
    reason        TEXT    NOT NULL CHECK (reason <> ''),
    set_by        TEXT    NOT NULL,
    set_on        TEXT    NOT NULL,                        -- the civil day
    lifted_reason TEXT    CHECK (lifted_reason <> ''),
    lifted_by     TEXT,
    lifted_on     TEXT,
    CHECK ((lifted_reason IS NULL) = (lifted_by IS NULL) AND (lifted_by IS NULL) = (lifted_on IS NULL))
) STRICT;

CREATE UNIQUE INDEX tombstones_stand ON tombstones (site) WHERE lifted_on IS NULL;
