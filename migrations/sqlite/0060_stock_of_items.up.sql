-- What is out of stock may be some of what a need hands out: the codes of the things, as a JSON list; empty for all of it.
ALTER TABLE exceptions ADD COLUMN items TEXT NOT NULL DEFAULT '[]';
