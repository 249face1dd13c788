-- Posters that hang at old doors, and what each says as it was printed. One that is taken down is ticked off; no row is deleted.

CREATE TABLE posters (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    door          TEXT    NOT NULL,
    place         TEXT    NOT NULL,                        -- where it hangs, in words
    put_up        TEXT    NOT NULL,                        -- the civil day
    put_up_by     TEXT    NOT NULL,
    says          TEXT    NOT NULL CHECK (json_valid(says)),
    key           TEXT    UNIQUE,                          -- of the form it came with, so that it counts once
    taken_down    TEXT,                                    -- the civil day
    taken_down_by TEXT,
    CHECK ((taken_down IS NULL) = (taken_down_by IS NULL))
) STRICT;

CREATE INDEX posters_hanging ON posters (door) WHERE taken_down IS NULL;
