-- Words in both languages; a held file waits until it is settled.
ALTER TABLE runs ADD COLUMN IF NOT EXISTS words_zh VARCHAR(4000) DEFAULT '' NOT NULL;
ALTER TABLE runs ADD COLUMN IF NOT EXISTS settled_at TIMESTAMP WITH TIME ZONE;
