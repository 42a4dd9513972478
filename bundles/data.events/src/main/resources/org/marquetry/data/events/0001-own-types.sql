-- A type's newest row counts, the others are its history; without a label it was withdrawn.
CREATE TABLE IF NOT EXISTS own_types (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name VARCHAR(40) NOT NULL,
  label VARCHAR(100),
  from_pages BOOLEAN NOT NULL,
  fields VARCHAR(16000) NOT NULL,
  set_by VARCHAR(100) NOT NULL,
  set_at TIMESTAMP WITH TIME ZONE NOT NULL
);
