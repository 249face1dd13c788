-- Parts of the town that people name, drawn and replaced with the banks and crossings.

ALTER TABLE ground ADD COLUMN neighbourhoods TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(neighbourhoods));
