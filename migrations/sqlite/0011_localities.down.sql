ALTER TABLE settings DROP COLUMN walking_range;
ALTER TABLE settings DROP COLUMN localities;
