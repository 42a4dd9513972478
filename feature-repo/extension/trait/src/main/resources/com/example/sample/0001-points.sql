-- Add the next file for a change; this one never changes once it was shipped.
CREATE TABLE IF NOT EXISTS points (
  customer VARCHAR(200) PRIMARY KEY,
  points DOUBLE PRECISION NOT NULL
);
