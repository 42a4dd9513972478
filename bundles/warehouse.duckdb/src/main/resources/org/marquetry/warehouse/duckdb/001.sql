-- Tables are private (schema store); what is published of them (schema v1) stands in views.sql.
CREATE SCHEMA store;
CREATE SCHEMA v1;

CREATE TABLE store.batches(batch_id VARCHAR NOT NULL, loaded_rows BIGINT NOT NULL);
CREATE TABLE store.cursors(name VARCHAR NOT NULL, position VARCHAR NOT NULL);

CREATE TABLE store.shop(name VARCHAR, currency VARCHAR, time_zone VARCHAR);

CREATE TABLE store.events(
  event_id VARCHAR NOT NULL, type VARCHAR NOT NULL, occurred_at TIMESTAMP NOT NULL, received_at TIMESTAMP,
  customer_id VARCHAR, visitor_id VARCHAR, session_id VARCHAR, site VARCHAR, product_id VARCHAR, order_id VARCHAR,
  line INTEGER, quantity DOUBLE, amount_minor BIGINT, discount_minor BIGINT, currency VARCHAR, decision_id VARCHAR,
  weight DOUBLE, properties VARCHAR, part INTEGER, off BIGINT, batch_id VARCHAR);

CREATE TABLE store.products(
  product_id VARCHAR NOT NULL, title VARCHAR, category VARCHAR, subcategory VARCHAR, brand VARCHAR, price_minor BIGINT,
  currency VARCHAR, unit VARCHAR, description VARCHAR, url VARCHAR, attributes VARCHAR, first_seen_at TIMESTAMP);

CREATE TABLE store.customers(
  customer_id VARCHAR NOT NULL, name VARCHAR, email VARCHAR, phone VARCHAR, language VARCHAR, city VARCHAR,
  country VARCHAR, birth_year INTEGER, gender VARCHAR, consent_email VARCHAR, attributes VARCHAR,
  first_seen_at TIMESTAMP, last_seen_at TIMESTAMP);

CREATE TABLE store.campaigns(campaign_id VARCHAR NOT NULL, name VARCHAR, kind VARCHAR, starts_at TIMESTAMP, ends_at TIMESTAMP);
CREATE TABLE store.campaign_members(campaign_id VARCHAR NOT NULL, customer_id VARCHAR NOT NULL, variant VARCHAR, sent_at TIMESTAMP);

CREATE TABLE store.decisions(
  decision_id VARCHAR NOT NULL, decided_at TIMESTAMP NOT NULL, point VARCHAR NOT NULL, customer_id VARCHAR,
  visitor_id VARCHAR, policy VARCHAR, policy_version VARCHAR, model_version VARCHAR, chosen VARCHAR, probability DOUBLE,
  candidate_count INTEGER, candidates VARCHAR, arms VARCHAR, reasons VARCHAR);
