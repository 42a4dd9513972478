-- What was counted of events that had their time: how many there were on a day (UTC), of each type.
CREATE TABLE store.past_days(day DATE NOT NULL, kind VARCHAR NOT NULL, type VARCHAR NOT NULL, site VARCHAR, events BIGINT NOT NULL, bots BIGINT NOT NULL);
