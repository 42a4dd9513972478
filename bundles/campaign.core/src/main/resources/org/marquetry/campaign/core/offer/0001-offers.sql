-- Every version of every offer; the newest one counts. Amounts in minor units of the currency, days as days since 1970.
CREATE TABLE offer_version (
  id VARCHAR(40) NOT NULL,
  version INTEGER NOT NULL,
  name VARCHAR(100) NOT NULL,
  benefit VARCHAR(20) NOT NULL,
  share DOUBLE PRECISION,
  amount BIGINT,
  gift VARCHAR(100),
  coupon VARCHAR(10) NOT NULL,
  code VARCHAR(64),
  currency VARCHAR(3),
  minimum_order BIGINT,
  floor_price BIGINT,
  margin_guard DOUBLE PRECISION,
  from_day INTEGER,
  until_day INTEGER,
  stacks BOOLEAN NOT NULL,
  act VARCHAR(10) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  by_actor VARCHAR(100) NOT NULL,
  PRIMARY KEY (id, version)
);

-- Codes that are given to one person each; whom they were given to when a message for a campaign was made. After an erasure no
-- customer is named, and the code stays given.
CREATE TABLE offer_code (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code VARCHAR(64) NOT NULL UNIQUE,
  offer VARCHAR(40) NOT NULL,
  campaign VARCHAR(64),
  customer VARCHAR(64),
  given_at TIMESTAMP WITH TIME ZONE,
  UNIQUE (offer, campaign, customer)
);

CREATE INDEX offer_code_free ON offer_code (offer, given_at, number);
