-- What came of what visitors said: by month of the decision, how many of each kind took how many days. No place, no words. What was decided
-- before this was kept is counted from what is still there.

CREATE TABLE feedback_outcomes (
    month TEXT    NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
    said  TEXT    NOT NULL CHECK (said IN ('closed', 'moved', 'not_done', 'other')),
    days  INTEGER NOT NULL CHECK (days >= 0),
    count INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (month, said, days)
) STRICT, WITHOUT ROWID;

INSERT INTO feedback_outcomes (month, said, days, count)
SELECT substr(decided_on, 1, 7), said, max(0, CAST(julianday(decided_on) - julianday(day) AS INTEGER)) AS days, count(*)
FROM feedback WHERE state <> 'waiting' AND said <> 'right' AND decided_on IS NOT NULL
GROUP BY 1, 2, 3;
