-- What is published (contract in data.api). Views hold no data: each start makes them anew, after the migrations.
CREATE OR REPLACE VIEW v1.events AS
SELECT event_id, type, occurred_at, received_at, customer_id, visitor_id, session_id, site, product_id, order_id,
  quantity, amount_minor, currency, decision_id, weight, properties, part, off, line,
  type NOT IN ('sending', 'sent', 'unsent', 'delivered', 'exposed', 'bounced', 'productChanged', 'customerChanged') AS by_customer,
  bot_probability, batch_id
FROM store.events WHERE type NOT IN ('batchLoaded', 'batchUndone');

CREATE OR REPLACE VIEW v1.imports AS SELECT batch_id, number, first_at, last_at, coalesce(sells, false) AS sells FROM store.imports;

CREATE OR REPLACE VIEW v1.imported_customers AS
SELECT i.batch_id, f.customer_id FROM store.former_customers f JOIN store.imports i ON i.number = f.by_number WHERE f.side = 'became';

CREATE OR REPLACE VIEW v1.imported_products AS
SELECT i.batch_id, f.product_id FROM store.former_products f JOIN store.imports i ON i.number = f.by_number WHERE f.side = 'became';

CREATE OR REPLACE VIEW v1.order_lines AS
WITH returned AS (
  SELECT order_id, line, CAST(sum(quantity) AS DOUBLE) AS quantity, CAST(sum(amount_minor) AS BIGINT) AS amount_minor
  FROM store.events WHERE type = 'returned' AND line IS NOT NULL GROUP BY order_id, line),
cancelled_orders AS (SELECT DISTINCT order_id FROM store.events WHERE type = 'cancelled' AND line IS NULL),
cancelled_lines AS (SELECT DISTINCT order_id, line FROM store.events WHERE type = 'cancelled' AND line IS NOT NULL),
lines AS (
  SELECT o.event_id, o.order_id, o.line, o.customer_id, o.product_id, coalesce(o.quantity, 1.0) AS quantity, o.amount_minor,
    coalesce(o.discount_minor, 0) AS discount_minor, o.currency, o.occurred_at AS ordered_at,
    coalesce(r.quantity, 0.0) AS returned_quantity, coalesce(r.amount_minor, 0) AS returned_minor,
    a.order_id IS NOT NULL OR b.order_id IS NOT NULL AS cancelled
  FROM store.events o
  LEFT JOIN returned r ON r.order_id = o.order_id AND r.line = o.line
  LEFT JOIN cancelled_orders a ON a.order_id = o.order_id
  LEFT JOIN cancelled_lines b ON b.order_id = o.order_id AND b.line = o.line
  WHERE o.type = 'ordered'
  -- The same line that came again under another event id counts once, as it came first.
  QUALIFY o.order_id IS NULL OR o.line IS NULL
    OR row_number() OVER (PARTITION BY o.customer_id, o.order_id, o.line ORDER BY o.off NULLS FIRST, o.received_at, o.event_id) = 1),
judged AS (
  SELECT *, NOT cancelled AND NOT (returned_quantity > 0 AND quantity <= returned_quantity) AS kept FROM lines)
SELECT event_id, order_id, line, customer_id, product_id, quantity, amount_minor, discount_minor, currency, ordered_at,
  returned_quantity, returned_minor,
  CASE WHEN cancelled THEN 0.0 ELSE greatest(quantity - returned_quantity, 0.0) END AS net_quantity,
  CASE WHEN kept THEN greatest(amount_minor - returned_minor, 0) ELSE 0 END AS net_minor, cancelled, kept
FROM judged;

CREATE OR REPLACE VIEW v1.products AS
SELECT product_id, title, category, subcategory, brand, price_minor, currency, unit, description, url, attributes, first_seen_at,
  family_id, size, colour, stock, picture, picture_url, picture_from
FROM store.products;

CREATE OR REPLACE VIEW v1.product_prices AS
SELECT product_id, from_at, price_minor, currency FROM (
  SELECT product_id, occurred_at AS from_at, amount_minor AS price_minor, currency,
    lag(amount_minor) OVER told AS former_minor, lag(currency) OVER told AS former_currency
  FROM store.events WHERE type = 'productChanged' AND product_id IS NOT NULL AND amount_minor IS NOT NULL
  WINDOW told AS (PARTITION BY product_id ORDER BY occurred_at, event_id))
WHERE price_minor IS DISTINCT FROM former_minor OR currency IS DISTINCT FROM former_currency;

CREATE OR REPLACE VIEW v1.customers AS
SELECT customer_id, name, email, phone, language, city, country, birth_year, gender, consent_email, attributes,
  first_seen_at, last_seen_at, time_zone
FROM store.customers;

CREATE OR REPLACE VIEW v1.campaigns AS SELECT campaign_id, name, kind, starts_at, ends_at FROM store.campaigns;
CREATE OR REPLACE VIEW v1.campaign_members AS SELECT campaign_id, customer_id, variant, sent_at FROM store.campaign_members;

CREATE OR REPLACE VIEW v1.decisions AS
SELECT decision_id, decided_at, point, customer_id, visitor_id, policy, policy_version, model_version, chosen, probability,
  candidate_count, candidates, arms, reasons
FROM store.decisions;

CREATE OR REPLACE VIEW v1.outcomes AS
SELECT decision_id, event_id, type, occurred_at, customer_id, product_id, order_id, quantity, amount_minor, currency
FROM store.events WHERE decision_id IS NOT NULL;

CREATE OR REPLACE VIEW v1.shop AS
SELECT s.name, s.currency, s.time_zone, e.first_event_at, e.last_event_at
FROM (SELECT min(occurred_at) AS first_event_at, max(occurred_at) AS last_event_at FROM store.events) e
LEFT JOIN store.shop s ON true;

CREATE OR REPLACE VIEW v1.past_days AS
SELECT CAST(day AS TIMESTAMP) AS day, kind, type, site, CAST(sum(events) AS BIGINT) AS events, CAST(sum(bots) AS BIGINT) AS bots
FROM store.past_days GROUP BY day, kind, type, site;
