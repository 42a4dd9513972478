-- Every version of every campaign; the newest one counts. Amounts in minor units.
CREATE TABLE campaign_version (
  id VARCHAR(40) NOT NULL,
  version INTEGER NOT NULL,
  name VARCHAR(100) NOT NULL,
  goal VARCHAR(20) NOT NULL,
  segment VARCHAR(40),
  corrects VARCHAR(64),
  offer VARCHAR(40),
  mail VARCHAR(40),
  channel VARCHAR(40) NOT NULL,
  purpose VARCHAR(20) NOT NULL,
  priority INTEGER NOT NULL,
  start_at TIMESTAMP WITH TIME ZONE,
  measured_days INTEGER NOT NULL,
  holdout DOUBLE PRECISION NOT NULL,
  most_people INTEGER,
  only_profitable BOOLEAN NOT NULL,
  margin DOUBLE PRECISION NOT NULL,
  contact_cost BIGINT,
  currency VARCHAR(3),
  act VARCHAR(10) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  by_actor VARCHAR(100) NOT NULL,
  PRIMARY KEY (id, version)
);

-- What was said of a version before its launch, and of which versions of its mail and offer.
CREATE TABLE campaign_approval (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  campaign VARCHAR(40) NOT NULL,
  version INTEGER NOT NULL,
  act VARCHAR(10) NOT NULL,
  remark VARCHAR(1000) NOT NULL,
  mail_version INTEGER NOT NULL,
  offer_version INTEGER NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  by_actor VARCHAR(100) NOT NULL
);

-- One launch a campaign, for ever, with the versions of mail and offer that were approved.
CREATE TABLE campaign_launch (
  campaign VARCHAR(40) PRIMARY KEY,
  version INTEGER NOT NULL,
  mail_version INTEGER NOT NULL,
  offer_version INTEGER NOT NULL,
  state VARCHAR(10) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  by_actor VARCHAR(100) NOT NULL,
  ended_at TIMESTAMP WITH TIME ZONE
);

-- The sum of a launch.
CREATE TABLE campaign_part (
  campaign VARCHAR(40) NOT NULL,
  part VARCHAR(20) NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (campaign, part)
);

-- Who gets it or is held out, and how it stands. After an erasure the row stays and names nobody.
CREATE TABLE campaign_person (
  campaign VARCHAR(40) NOT NULL,
  customer VARCHAR(64) NOT NULL,
  variant VARCHAR(40),
  send_at TIMESTAMP WITH TIME ZONE NOT NULL,
  state VARCHAR(10) NOT NULL,
  code VARCHAR(64) NOT NULL,
  PRIMARY KEY (campaign, customer)
);

CREATE INDEX campaign_person_due ON campaign_person (campaign, state, send_at, customer);

-- While there is a row, no campaign sends anything.
CREATE TABLE campaign_hold (
  number INTEGER PRIMARY KEY,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  by_actor VARCHAR(100) NOT NULL
);
