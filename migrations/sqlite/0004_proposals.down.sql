DROP TABLE reminders;
ALTER TABLE tokens DROP COLUMN last_used;
ALTER TABLE idempotency_keys DROP COLUMN proposal;
DROP TABLE proposals;
