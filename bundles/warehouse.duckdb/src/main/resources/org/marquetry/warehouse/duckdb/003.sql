-- Imports that can be taken back: which are loaded, and what stood where they changed something. The tables store.former_* have the
-- columns of their namesakes, which Former brings and keeps in step.
ALTER TABLE store.events ADD COLUMN line_found BOOLEAN;
CREATE TABLE store.imports(number BIGINT NOT NULL, batch_id VARCHAR NOT NULL, added BIGINT, changed BIGINT, skipped BIGINT);
CREATE TABLE store.former_events(by_number BIGINT NOT NULL);
CREATE TABLE store.former_products(by_number BIGINT NOT NULL, side VARCHAR NOT NULL);
CREATE TABLE store.former_customers(by_number BIGINT NOT NULL, side VARCHAR NOT NULL);
CREATE TABLE store.former_campaigns(by_number BIGINT NOT NULL, side VARCHAR NOT NULL);
CREATE TABLE store.former_campaign_members(by_number BIGINT NOT NULL, side VARCHAR NOT NULL);
