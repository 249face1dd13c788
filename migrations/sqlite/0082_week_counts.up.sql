-- How often something was looked for: by ISO week, and by old door or need. Nothing finer is stored anywhere.
-- Every door and need has its rows from the first minute of a week on, at nought: the number of rows tells nothing of visits.

CREATE TABLE week_counts (
    week    TEXT    NOT NULL CHECK (week GLOB '[0-9][0-9][0-9][0-9]-W[0-9][0-9]'),
    subject TEXT    NOT NULL CHECK (subject IN ('door', 'need')),
    code    TEXT    NOT NULL,
    kind    TEXT    NOT NULL CHECK (kind IN ('open', 'open_past_review', 'line', 'line_past_review', 'scan')),
    count   INTEGER NOT NULL CHECK (count >= 0),
    PRIMARY KEY (week, subject, code, kind)
) STRICT, WITHOUT ROWID;
