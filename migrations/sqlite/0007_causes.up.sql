-- Why something was changed, as the code of a cause and a person's own words. Until now `reason` held one English sentence for both. Rows
-- without a cause still do; in all others `reason` is only what a person wrote. The codes are an open set: a newer release may know more.

ALTER TABLE revisions ADD COLUMN cause TEXT CHECK (cause <> '');
ALTER TABLE revisions ADD COLUMN detail TEXT CHECK (json_valid(detail)); -- JSON: what belongs to some causes only
ALTER TABLE proposals ADD COLUMN cause TEXT CHECK (cause <> '');
ALTER TABLE proposals ADD COLUMN detail TEXT CHECK (json_valid(detail));
