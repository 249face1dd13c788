DROP TABLE feedback_outcomes;
