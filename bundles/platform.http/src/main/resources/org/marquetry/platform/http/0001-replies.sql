-- Answers of requests that carried an Idempotency-Key; without status while the request runs.
CREATE TABLE IF NOT EXISTS replies (
  id VARCHAR(64) PRIMARY KEY,
  fingerprint VARCHAR(64) NOT NULL,
  begun_at TIMESTAMP WITH TIME ZONE NOT NULL,
  status INTEGER,
  content_type VARCHAR(100),
  sealed_body BYTEA
);
CREATE INDEX IF NOT EXISTS replies_by_age ON replies (begun_at);
