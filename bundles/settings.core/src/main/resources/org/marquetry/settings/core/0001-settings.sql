-- A component's values are its newest row; the others are its history. Nothing is deleted, also when its feature is removed.
CREATE TABLE IF NOT EXISTS settings (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  component VARCHAR(200) NOT NULL,
  content VARCHAR(1000000) NOT NULL,
  changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
  changed_by VARCHAR(100) NOT NULL
);
CREATE INDEX IF NOT EXISTS settings_by_component ON settings (component, number);
CREATE TABLE IF NOT EXISTS log_levels (
  bundle VARCHAR(200) PRIMARY KEY,
  level VARCHAR(10) NOT NULL,
  changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
  changed_by VARCHAR(100) NOT NULL
);
