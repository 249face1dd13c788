-- What a place and who runs it are called besides, and were called before; several are parted by semicolons.
ALTER TABLE sites ADD COLUMN alternate_name TEXT NOT NULL DEFAULT '';
ALTER TABLE sites ADD COLUMN former_name TEXT NOT NULL DEFAULT '';
ALTER TABLE organizations ADD COLUMN alternate_name TEXT NOT NULL DEFAULT '';
ALTER TABLE organizations ADD COLUMN former_name TEXT NOT NULL DEFAULT '';
-- What people ask before they go; NULL is: nobody said.
ALTER TABLE sites ADD COLUMN step_free INTEGER CHECK (step_free IN (0, 1));
ALTER TABLE services ADD COLUMN id_required INTEGER CHECK (id_required IN (0, 1));
ALTER TABLE services ADD COLUMN for_women INTEGER CHECK (for_women IN (0, 1));
ALTER TABLE services ADD COLUMN pets INTEGER CHECK (pets IN (0, 1));
