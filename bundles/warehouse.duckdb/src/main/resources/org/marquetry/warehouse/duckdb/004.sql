-- How likely a program made the event: NULL for what did not come from a page.
ALTER TABLE store.events ADD COLUMN bot_probability DOUBLE;
