DROP TABLE steward_tokens;
ALTER TABLE organizations DROP COLUMN consents;
ALTER TABLE plans DROP COLUMN approvals;
ALTER TABLE plans DROP COLUMN ended_after;
ALTER TABLE plans DROP COLUMN hidden;
ALTER TABLE plans DROP COLUMN decided_by;
ALTER TABLE plans DROP COLUMN decided_on;
ALTER TABLE plans DROP COLUMN review_by;
ALTER TABLE plans DROP COLUMN owner;
