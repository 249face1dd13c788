-- Who a service is for, where it is not for everyone, by the names of HSDS: words as JSON by language, and ages in whole years.

ALTER TABLE services ADD COLUMN eligibility_description TEXT NOT NULL DEFAULT '{}';
ALTER TABLE services ADD COLUMN minimum_age INTEGER CHECK (minimum_age BETWEEN 0 AND 120);
ALTER TABLE services ADD COLUMN maximum_age INTEGER CHECK (maximum_age BETWEEN 0 AND 120);
