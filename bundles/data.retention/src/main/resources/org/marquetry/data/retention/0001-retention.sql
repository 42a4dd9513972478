-- A kind's newest row counts, the others are its history; without days it is kept for ever.
CREATE TABLE IF NOT EXISTS kept (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind VARCHAR(40) NOT NULL,
  days_kept INTEGER,
  set_by VARCHAR(100) NOT NULL,
  set_at TIMESTAMP WITH TIME ZONE NOT NULL
);
