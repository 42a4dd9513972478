-- Add the next file for a change; this one never changes once it was shipped.
CREATE TABLE IF NOT EXISTS deliveries (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  type VARCHAR(60) NOT NULL,
  result VARCHAR(20) NOT NULL,
  detail VARCHAR(300) NOT NULL,
  attempts INTEGER NOT NULL
);
