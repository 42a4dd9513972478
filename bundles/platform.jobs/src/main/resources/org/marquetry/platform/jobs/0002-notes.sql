-- Notes in both languages; those of before are English only.
ALTER TABLE jobs ADD COLUMN IF NOT EXISTS note_zh VARCHAR(4000) DEFAULT '' NOT NULL;
