-- Every version of every rule of recommendations; the newest one counts. Amount: factor, count, units, share, days or strength.
CREATE TABLE recommendation_rule (
  id VARCHAR(40) NOT NULL,
  version INTEGER NOT NULL,
  name VARCHAR(100) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  target_kind VARCHAR(10),
  target VARCHAR(200),
  amount DOUBLE PRECISION,
  act VARCHAR(10) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  by_actor VARCHAR(100) NOT NULL,
  PRIMARY KEY (id, version)
);

-- What any shop wants until it says otherwise.
INSERT INTO recommendation_rule (id, version, name, kind, amount, act, at, by_actor)
  VALUES ('r-stock', 1, '', 'IN_STOCK', 1, 'CREATED', CURRENT_TIMESTAMP, 'system');
INSERT INTO recommendation_rule (id, version, name, kind, act, at, by_actor)
  VALUES ('r-variants', 1, '', 'ONE_VARIANT', 'CREATED', CURRENT_TIMESTAMP, 'system');
