-- That some things only are out of stock cannot be said any more; better nothing than that all of it is.
DELETE FROM exceptions WHERE items <> '[]';
ALTER TABLE exceptions DROP COLUMN items;
