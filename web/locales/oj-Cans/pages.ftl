# Anishinaabemowin in syllabics.
#
# Only a speaker's own words belong here: nothing made by a machine, nothing guessed. docs/LANGUAGES.md says how to add them.
# Copy a line from a file in ../en, keep what stands before the "=", and write your words after it. Every line counts by itself:
# what is not here yet is shown in English and marked as English.
