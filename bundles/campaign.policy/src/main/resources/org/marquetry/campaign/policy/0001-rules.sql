-- The rules of a purpose, as somebody set them: the newest counts, the others are its history.
CREATE TABLE IF NOT EXISTS rule_set (
  number BIGINT NOT NULL PRIMARY KEY,
  purpose VARCHAR(40) NOT NULL,
  quiet_from VARCHAR(20),
  quiet_until VARCHAR(20),
  set_by VARCHAR(100) NOT NULL,
  set_at TIMESTAMP WITH TIME ZONE NOT NULL
);
-- At most so many messages in any window of so many days; channel '' = all channels together.
CREATE TABLE IF NOT EXISTS rule_cap (
  number BIGINT NOT NULL REFERENCES rule_set (number),
  channel VARCHAR(40) NOT NULL,
  messages INTEGER NOT NULL,
  days INTEGER NOT NULL,
  PRIMARY KEY (number, channel)
);
