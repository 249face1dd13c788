-- The chain of revisions that were written with a cause cannot be verified without it.
ALTER TABLE proposals DROP COLUMN detail;
ALTER TABLE proposals DROP COLUMN cause;
ALTER TABLE revisions DROP COLUMN detail;
ALTER TABLE revisions DROP COLUMN cause;
