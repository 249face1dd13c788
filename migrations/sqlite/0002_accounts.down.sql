DROP TABLE account_events;
DROP TABLE one_time_links;
DROP TABLE known_browsers;
DROP TABLE sessions;
DROP TABLE accounts;
