DROP TABLE phone_check_answers;
DROP TABLE phone_check_lines;
DROP TABLE phone_checks;
