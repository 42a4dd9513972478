-- By what an experiment is to be read in parts, said before the start; names with blanks between them.
ALTER TABLE experiment_version ADD COLUMN splits VARCHAR(200) DEFAULT '' NOT NULL;
