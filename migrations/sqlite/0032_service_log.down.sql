DROP TABLE disposal_ideas;
DROP TABLE service_log;
