-- Every version of every experiment; the newest one counts. Costs in minor units of the currency. The salt decides who is in
-- which group: it never changes.
CREATE TABLE experiment_version (
  id VARCHAR(64) NOT NULL,
  version INTEGER NOT NULL,
  name VARCHAR(100) NOT NULL,
  salt VARCHAR(64) NOT NULL,
  holdout DOUBLE PRECISION NOT NULL,
  starts TIMESTAMP WITH TIME ZONE NOT NULL,
  first_end TIMESTAMP WITH TIME ZONE NOT NULL,
  planned_end TIMESTAMP WITH TIME ZONE NOT NULL,
  currency VARCHAR(3) NOT NULL,
  margin DOUBLE PRECISION NOT NULL,
  message BIGINT NOT NULL,
  redemption BIGINT NOT NULL,
  covariate_days INTEGER NOT NULL,
  unsubscribed DOUBLE PRECISION NOT NULL,
  complained DOUBLE PRECISION NOT NULL,
  act VARCHAR(10) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  by_actor VARCHAR(100) NOT NULL,
  PRIMARY KEY (id, version)
);

CREATE TABLE experiment_variant (
  id VARCHAR(64) NOT NULL,
  version INTEGER NOT NULL,
  place INTEGER NOT NULL,
  variant VARCHAR(64) NOT NULL,
  share DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (id, version, place)
);

-- What was decided; former_end is where an undone decision to run longer goes back to.
CREATE TABLE experiment_decision (
  id VARCHAR(64) NOT NULL,
  number INTEGER NOT NULL,
  choice VARCHAR(10) NOT NULL,
  variant VARCHAR(64),
  longer_until TIMESTAMP WITH TIME ZONE,
  former_end TIMESTAMP WITH TIME ZONE NOT NULL,
  reason VARCHAR(500) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  by_actor VARCHAR(100) NOT NULL,
  seen_until TIMESTAMP WITH TIME ZONE NOT NULL,
  undone_at TIMESTAMP WITH TIME ZONE,
  undone_by VARCHAR(100),
  PRIMARY KEY (id, number)
);

-- What was read when it was decided, in minor units a person; both intervals have one estimate.
CREATE TABLE experiment_seen (
  id VARCHAR(64) NOT NULL,
  number INTEGER NOT NULL,
  place INTEGER NOT NULL,
  variant VARCHAR(64) NOT NULL,
  people BIGINT NOT NULL,
  estimate DOUBLE PRECISION NOT NULL,
  fixed_low DOUBLE PRECISION NOT NULL,
  fixed_high DOUBLE PRECISION NOT NULL,
  always_low DOUBLE PRECISION NOT NULL,
  always_high DOUBLE PRECISION NOT NULL,
  level DOUBLE PRECISION NOT NULL,
  verdict VARCHAR(20) NOT NULL,
  PRIMARY KEY (id, number, place)
);
