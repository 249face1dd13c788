ALTER TABLE service_log DROP COLUMN withdrawn_why;
ALTER TABLE service_log DROP COLUMN withdrawn_by;
ALTER TABLE service_log DROP COLUMN withdrawn_at;
