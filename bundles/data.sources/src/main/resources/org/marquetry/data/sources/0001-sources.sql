-- Nothing is deleted here: what was removed carries the moment and can be restored.
CREATE TABLE IF NOT EXISTS sources (
  id VARCHAR(40) PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  place VARCHAR(20) NOT NULL,
  found_at VARCHAR(2000) NOT NULL,
  pattern VARCHAR(200) NOT NULL,
  cron VARCHAR(200) NOT NULL,
  role VARCHAR(40),
  meanings VARCHAR(16000) NOT NULL,
  known_columns VARCHAR(16000),
  removed_at TIMESTAMP WITH TIME ZONE
);
CREATE TABLE IF NOT EXISTS runs (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source VARCHAR(40) NOT NULL,
  run_at TIMESTAMP WITH TIME ZONE NOT NULL,
  file VARCHAR(500) NOT NULL,
  outcome VARCHAR(20) NOT NULL,
  rows_read BIGINT NOT NULL,
  import_id VARCHAR(100),
  trouble VARCHAR(20),
  words VARCHAR(4000) NOT NULL
);
CREATE INDEX IF NOT EXISTS runs_by_source ON runs (source, number);
-- What a source has brought: a file of a folder by name, size and time, an address by its content.
CREATE TABLE IF NOT EXISTS taken (
  source VARCHAR(40) NOT NULL,
  fingerprint VARCHAR(64) NOT NULL,
  PRIMARY KEY (source, fingerprint)
);
