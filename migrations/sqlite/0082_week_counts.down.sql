DROP TABLE week_counts;
