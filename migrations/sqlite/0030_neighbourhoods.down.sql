ALTER TABLE ground DROP COLUMN neighbourhoods;
