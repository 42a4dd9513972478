-- What each rule said on each day of the shop.
CREATE TABLE IF NOT EXISTS points (
  rule VARCHAR(100) NOT NULL,
  day_of BIGINT NOT NULL,
  figure DOUBLE PRECISION NOT NULL,
  flagged BIGINT NOT NULL,
  looked_at BIGINT NOT NULL,
  PRIMARY KEY (rule, day_of)
);
-- When all rules were measured last.
CREATE TABLE IF NOT EXISTS measurements (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  measured_at TIMESTAMP WITH TIME ZONE NOT NULL
);
-- Nothing is deleted here: a rule's newest row counts until its day or until it was ended.
CREATE TABLE IF NOT EXISTS silences (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  rule VARCHAR(100) NOT NULL,
  reason VARCHAR(500) NOT NULL,
  until_day BIGINT NOT NULL,
  set_by VARCHAR(100) NOT NULL,
  set_at TIMESTAMP WITH TIME ZONE NOT NULL,
  ended_at TIMESTAMP WITH TIME ZONE
);
