-- The holidays on which a service is closed, whatever its organization keeps: a list as JSON; nothing means as the organization.

ALTER TABLE services ADD COLUMN closed_on TEXT;
