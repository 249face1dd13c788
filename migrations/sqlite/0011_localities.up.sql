-- Towns and settlements that addresses name, each with its middle (JSON, a list), and how many metres people walk along streets.
ALTER TABLE settings ADD COLUMN localities TEXT NOT NULL DEFAULT '[]';
ALTER TABLE settings ADD COLUMN walking_range REAL NOT NULL DEFAULT 8000 CHECK (walking_range > 0);
