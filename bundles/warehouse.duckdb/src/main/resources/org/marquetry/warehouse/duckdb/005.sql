-- The catalogue: what is a variant of what, how much is there, and the picture: the kept one, the shop's address of it, and
-- the address that the kept one came from.
ALTER TABLE store.products ADD COLUMN family_id VARCHAR;
ALTER TABLE store.products ADD COLUMN size VARCHAR;
ALTER TABLE store.products ADD COLUMN colour VARCHAR;
ALTER TABLE store.products ADD COLUMN stock BIGINT;
ALTER TABLE store.products ADD COLUMN picture VARCHAR;
ALTER TABLE store.products ADD COLUMN picture_url VARCHAR;
ALTER TABLE store.products ADD COLUMN picture_from VARCHAR;
