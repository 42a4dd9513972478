-- Nothing is deleted here: what was removed carries the moment and can be restored.
CREATE TABLE IF NOT EXISTS users (
  id VARCHAR(20) PRIMARY KEY,
  name VARCHAR(64) NOT NULL,
  log_in_name VARCHAR(400) UNIQUE,
  hash VARCHAR(300) NOT NULL,
  roles VARCHAR(1000) NOT NULL,
  language VARCHAR(20) NOT NULL,
  removed_at TIMESTAMP WITH TIME ZONE
);
CREATE TABLE IF NOT EXISTS api_keys (
  id VARCHAR(20) PRIMARY KEY,
  label VARCHAR(100) NOT NULL,
  hash VARCHAR(64) NOT NULL UNIQUE,
  permissions VARCHAR(4000) NOT NULL,
  removed_at TIMESTAMP WITH TIME ZONE
);
-- A setting's value is its newest row; the others are its history.
CREATE TABLE IF NOT EXISTS settings (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  text VARCHAR(4000) NOT NULL,
  changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
  changed_by VARCHAR(100) NOT NULL
);
CREATE INDEX IF NOT EXISTS settings_by_name ON settings (name, number);
CREATE TABLE IF NOT EXISTS audit (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  noted_at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor_kind VARCHAR(20) NOT NULL,
  actor VARCHAR(100) NOT NULL,
  action VARCHAR(100) NOT NULL,
  object VARCHAR(200) NOT NULL,
  details VARCHAR(16000) NOT NULL
);
CREATE INDEX IF NOT EXISTS audit_by_object ON audit (object, number);
