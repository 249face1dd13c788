-- A line may be texted too, and may have a page of its own, such as the one on which a found needle is reported.

ALTER TABLE lines ADD COLUMN texts INTEGER NOT NULL DEFAULT 0 CHECK (texts IN (0, 1));
ALTER TABLE lines ADD COLUMN website TEXT;
