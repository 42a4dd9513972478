-- Moves the rows of one batch from temp.in_* into the tables; runs inside the batch's transaction.
-- Parameter-free, split at semicolons. An id that is known already is kept as it is (events, decisions) or completed (the rest).

DELETE FROM temp.in_events WHERE rowid NOT IN (SELECT min(rowid) FROM temp.in_events GROUP BY event_id);
DELETE FROM temp.in_events USING store.events e WHERE in_events.event_id = e.event_id;
DELETE FROM temp.in_decisions WHERE rowid NOT IN (SELECT min(rowid) FROM temp.in_decisions GROUP BY decision_id);
DELETE FROM temp.in_decisions USING store.decisions d WHERE in_decisions.decision_id = d.decision_id;

-- An order line without a number gets the next one of its order; a return without one goes to the first line of its product.
UPDATE temp.in_events SET line = n.line FROM (
  SELECT i.event_id, CAST(coalesce(k.lines, 0) + row_number() OVER (PARTITION BY i.order_id ORDER BY i.off, i.occurred_at, i.event_id) AS INTEGER) AS line
  FROM temp.in_events i
  LEFT JOIN (
    SELECT order_id, max(line) AS lines FROM (
      SELECT order_id, line FROM store.events WHERE type = 'ordered' AND order_id IN (SELECT order_id FROM temp.in_events WHERE type = 'ordered' AND line IS NULL)
      UNION ALL SELECT order_id, line FROM temp.in_events WHERE type = 'ordered')
    GROUP BY order_id) k ON k.order_id = i.order_id
  WHERE i.type = 'ordered' AND i.line IS NULL AND i.order_id IS NOT NULL) n
WHERE in_events.event_id = n.event_id;

UPDATE temp.in_events SET line = n.line FROM (
  SELECT r.event_id, min(o.line) AS line
  FROM temp.in_events r JOIN (
    SELECT order_id, product_id, line FROM store.events WHERE type = 'ordered'
    UNION ALL SELECT order_id, product_id, line FROM temp.in_events WHERE type = 'ordered') o
  ON o.order_id = r.order_id AND o.product_id IS NOT DISTINCT FROM r.product_id
  WHERE r.type = 'returned' AND r.line IS NULL
  GROUP BY r.event_id) n
WHERE in_events.event_id = n.event_id;

INSERT INTO store.events SELECT * FROM temp.in_events;

-- A return that came before its order finds its line now.
UPDATE store.events SET line = n.line FROM (
  SELECT r.event_id, min(o.line) AS line
  FROM store.events r JOIN temp.in_events o ON o.type = 'ordered' AND o.order_id = r.order_id AND o.product_id IS NOT DISTINCT FROM r.product_id
  WHERE r.type = 'returned' AND r.line IS NULL
  GROUP BY r.event_id) n
WHERE events.event_id = n.event_id;

INSERT INTO store.decisions SELECT * FROM temp.in_decisions;

-- Customers and products that only events name.
INSERT INTO temp.in_customers(customer_id, first_seen_at, last_seen_at)
SELECT customer_id, min(occurred_at), max(occurred_at) FROM temp.in_events WHERE customer_id IS NOT NULL GROUP BY customer_id;
INSERT INTO temp.in_products(product_id, first_seen_at)
SELECT product_id, min(occurred_at) FROM temp.in_events WHERE product_id IS NOT NULL GROUP BY product_id;

CREATE TEMP TABLE new_customers AS
SELECT i.customer_id, coalesce(any_value(i.name), any_value(c.name)) AS name, coalesce(any_value(i.email), any_value(c.email)) AS email,
  coalesce(any_value(i.phone), any_value(c.phone)) AS phone, coalesce(any_value(i.language), any_value(c.language)) AS language,
  coalesce(any_value(i.city), any_value(c.city)) AS city, coalesce(any_value(i.country), any_value(c.country)) AS country,
  coalesce(any_value(i.birth_year), any_value(c.birth_year)) AS birth_year, coalesce(any_value(i.gender), any_value(c.gender)) AS gender,
  coalesce(any_value(i.consent_email), any_value(c.consent_email)) AS consent_email,
  coalesce(any_value(i.attributes), any_value(c.attributes)) AS attributes,
  least(min(i.first_seen_at), any_value(c.first_seen_at)) AS first_seen_at,
  greatest(max(i.last_seen_at), any_value(c.last_seen_at)) AS last_seen_at
FROM temp.in_customers i LEFT JOIN store.customers c ON c.customer_id = i.customer_id GROUP BY i.customer_id;
DELETE FROM store.customers USING temp.new_customers n WHERE customers.customer_id = n.customer_id;
INSERT INTO store.customers SELECT * FROM temp.new_customers;
DROP TABLE temp.new_customers;

CREATE TEMP TABLE new_products AS
SELECT i.product_id, coalesce(any_value(i.title), any_value(p.title)) AS title, coalesce(any_value(i.category), any_value(p.category)) AS category,
  coalesce(any_value(i.subcategory), any_value(p.subcategory)) AS subcategory, coalesce(any_value(i.brand), any_value(p.brand)) AS brand,
  coalesce(any_value(i.price_minor), any_value(p.price_minor)) AS price_minor, coalesce(any_value(i.currency), any_value(p.currency)) AS currency,
  coalesce(any_value(i.unit), any_value(p.unit)) AS unit, coalesce(any_value(i.description), any_value(p.description)) AS description,
  coalesce(any_value(i.url), any_value(p.url)) AS url, coalesce(any_value(i.attributes), any_value(p.attributes)) AS attributes,
  least(min(i.first_seen_at), any_value(p.first_seen_at)) AS first_seen_at
FROM temp.in_products i LEFT JOIN store.products p ON p.product_id = i.product_id GROUP BY i.product_id;
DELETE FROM store.products USING temp.new_products n WHERE products.product_id = n.product_id;
INSERT INTO store.products SELECT * FROM temp.new_products;
DROP TABLE temp.new_products;

DELETE FROM store.campaigns USING temp.in_campaigns i WHERE campaigns.campaign_id = i.campaign_id;
INSERT INTO store.campaigns SELECT DISTINCT ON (campaign_id) * FROM temp.in_campaigns;
DELETE FROM store.campaign_members USING temp.in_campaign_members i
WHERE campaign_members.campaign_id = i.campaign_id AND campaign_members.customer_id = i.customer_id;
INSERT INTO store.campaign_members SELECT DISTINCT ON (campaign_id, customer_id) * FROM temp.in_campaign_members;

CREATE TEMP TABLE new_shop AS
SELECT coalesce(any_value(i.name), any_value(s.name)) AS name, coalesce(any_value(i.currency), any_value(s.currency)) AS currency,
  coalesce(any_value(i.time_zone), any_value(s.time_zone)) AS time_zone
FROM temp.in_shop i LEFT JOIN store.shop s ON true HAVING count(*) > 0;
DELETE FROM store.shop WHERE EXISTS (SELECT 1 FROM temp.new_shop);
INSERT INTO store.shop SELECT * FROM temp.new_shop;
DROP TABLE temp.new_shop;
