-- Each entry carries the SHA-256 of the one before it and its own content; entries from before get theirs when the store opens first.
ALTER TABLE audit ADD COLUMN IF NOT EXISTS chain VARCHAR(64);
CREATE TABLE IF NOT EXISTS audit_head (
  one INT PRIMARY KEY,
  entries BIGINT NOT NULL,
  chain VARCHAR(64) NOT NULL
);
