-- The plan's whole life is in the database: who looks after a version, who decided and when, who approved what they had looked at; and what
-- organizations say to being sent people, which outlives every version. Older rows have none of it, and mean what they meant.

ALTER TABLE plans ADD COLUMN owner       TEXT    NOT NULL DEFAULT '';
ALTER TABLE plans ADD COLUMN review_by   TEXT;
ALTER TABLE plans ADD COLUMN decided_on  TEXT;
ALTER TABLE plans ADD COLUMN decided_by  TEXT    NOT NULL DEFAULT '{}';
ALTER TABLE plans ADD COLUMN hidden      INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)); -- a draft that only stewards see
ALTER TABLE plans ADD COLUMN ended_after TEXT;                                               -- ended before the day it says
ALTER TABLE plans ADD COLUMN approvals   TEXT    NOT NULL DEFAULT '[]';                      -- JSON: who, when, what was looked at

ALTER TABLE organizations ADD COLUMN consents TEXT NOT NULL DEFAULT '[]';                    -- JSON: its words, oldest first

-- Tokens with which the working group's own tools write drafts of the plan. A table of their own: what reads the tokens of agencies must
-- never take one for the other.
CREATE TABLE steward_tokens (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    label       TEXT    NOT NULL,
    hash        TEXT    NOT NULL UNIQUE,
    made_at     TEXT    NOT NULL,
    made_by     TEXT,
    last_day    TEXT    NOT NULL,
    last_used   TEXT,
    disabled_at TEXT
) STRICT;
