-- By whose clock a customer lives: the IANA name of a time zone, as it was told.
ALTER TABLE store.customers ADD COLUMN time_zone VARCHAR;
