-- Every version of every segment; the newest one counts. Rules name customers by what they did, never by their ids.
CREATE TABLE segment_version (
  id VARCHAR(40) NOT NULL,
  version INTEGER NOT NULL,
  name VARCHAR(100) NOT NULL,
  owner VARCHAR(100) NOT NULL,
  rule CLOB NOT NULL,
  act VARCHAR(10) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  by_actor VARCHAR(100) NOT NULL,
  PRIMARY KEY (id, version)
);

-- How many members a segment had when a day of the shop began.
CREATE TABLE segment_size (
  id VARCHAR(40) NOT NULL,
  epoch_day INTEGER NOT NULL,
  members INTEGER NOT NULL,
  PRIMARY KEY (id, epoch_day)
);
