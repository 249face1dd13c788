ALTER TABLE sites DROP COLUMN disposal_point;
