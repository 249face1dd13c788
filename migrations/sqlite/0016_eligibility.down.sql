ALTER TABLE services DROP COLUMN maximum_age;
ALTER TABLE services DROP COLUMN minimum_age;
ALTER TABLE services DROP COLUMN eligibility_description;
