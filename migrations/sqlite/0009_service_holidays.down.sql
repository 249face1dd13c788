ALTER TABLE services DROP COLUMN closed_on;
