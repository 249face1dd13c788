-- A line of the log that was wrong is taken back, with who did and why. It stays to be read, and counts for nothing.

ALTER TABLE service_log ADD COLUMN withdrawn_at TEXT;    -- RFC 3339, UTC
ALTER TABLE service_log ADD COLUMN withdrawn_by TEXT;
ALTER TABLE service_log ADD COLUMN withdrawn_why TEXT;
