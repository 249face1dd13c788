ALTER TABLE services DROP COLUMN pets;
ALTER TABLE services DROP COLUMN for_women;
ALTER TABLE services DROP COLUMN id_required;
ALTER TABLE sites DROP COLUMN step_free;
ALTER TABLE organizations DROP COLUMN former_name;
ALTER TABLE organizations DROP COLUMN alternate_name;
ALTER TABLE sites DROP COLUMN former_name;
ALTER TABLE sites DROP COLUMN alternate_name;
