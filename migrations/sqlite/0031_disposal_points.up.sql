-- What a place to leave used needles is, as JSON: read and written whole. NULL where nobody said anything.

ALTER TABLE sites ADD COLUMN disposal_point TEXT CHECK (json_valid(disposal_point));
