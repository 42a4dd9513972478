-- Add the next file for a change; this one never changes once it was shipped.
CREATE TABLE IF NOT EXISTS notes (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer VARCHAR(200) NOT NULL,
  words VARCHAR(500) NOT NULL,
  written_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX IF NOT EXISTS notes_customer ON notes (customer);
