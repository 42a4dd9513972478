-- Moves the events of an import from SCRATCH.out_events into the store, inside the batch's transaction; statements end with a semicolon.
-- BATCH and NUMBER are the import's. A line that begins with "-- if" gives the question on which the next statement depends.

-- First the keys alone: most imports bring events that are not known.
CREATE TEMP TABLE known_keys AS
SELECT event_id FROM SCRATCH.out_events WHERE event_id IN (SELECT event_id FROM store.events);

CREATE TEMP TABLE known_events(event_id VARCHAR, differs BOOLEAN);

-- if SELECT count(*) FROM temp.known_keys
INSERT INTO temp.known_events
SELECT o.event_id, e.part IS NULL AND row(
    o.type, o.occurred_at, o.customer_id, o.visitor_id, o.session_id, o.site, o.product_id, o.order_id,
    CASE WHEN coalesce(e.line_found, false) OR o.line IS NULL OR o.line < 0 THEN NULL ELSE o.line END, o.quantity, o.amount_minor,
    o.discount_minor, o.currency, o.weight, o.properties)
  IS DISTINCT FROM row(
    e.type, e.occurred_at, e.customer_id, e.visitor_id, e.session_id, e.site, e.product_id, e.order_id,
    CASE WHEN coalesce(e.line_found, false) OR o.line IS NULL OR o.line < 0 THEN NULL ELSE e.line END, e.quantity, e.amount_minor,
    e.discount_minor, e.currency, e.weight, e.properties) AS differs
FROM SCRATCH.out_events o JOIN store.events e ON e.event_id = o.event_id
WHERE o.event_id IN (SELECT event_id FROM temp.known_keys);

-- An order that a program sent as it happened is told again by the export.
-- if SELECT count(*) FROM store.events WHERE type = 'ordered' AND part IS NOT NULL
INSERT INTO temp.known_events
SELECT o.event_id, false FROM SCRATCH.out_events o
WHERE o.type = 'ordered' AND o.order_id IN (SELECT order_id FROM store.events WHERE type = 'ordered' AND part IS NOT NULL)
  AND o.event_id NOT IN (SELECT event_id FROM temp.known_events);

-- A line that the import numbered itself (below 0) keeps the number that it has, or comes behind those that its order has.
CREATE TEMP TABLE final_lines(order_id VARCHAR, given INTEGER, line INTEGER);

-- if SELECT count(*) FROM SCRATCH.out_events WHERE line < 0
INSERT INTO temp.final_lines
SELECT o.order_id, o.line, CAST(coalesce(e.line, m.top + row_number() OVER (PARTITION BY o.order_id, e.event_id IS NULL ORDER BY -o.line)) AS INTEGER)
FROM SCRATCH.out_events o
JOIN (SELECT order_id, max(line) AS top FROM store.events WHERE type = 'ordered' GROUP BY order_id) m ON m.order_id = o.order_id
LEFT JOIN store.events e ON e.event_id = o.event_id
WHERE o.type = 'ordered' AND o.line < 0;

-- if SELECT count(*) FROM temp.known_events WHERE differs
INSERT INTO store.former_events BY NAME
SELECT e.*, NUMBER AS by_number FROM store.events e WHERE e.event_id IN (SELECT event_id FROM temp.known_events WHERE differs);

-- if SELECT count(*) FROM temp.known_events WHERE differs
DELETE FROM store.events WHERE event_id IN (SELECT event_id FROM temp.known_events WHERE differs);

-- The joins are cheap when there is nothing to join with, and let go of the order of rows: in order, the threads would leave groups of rows
-- that are not full, and the next checkpoint would write all of them again.
INSERT INTO store.events BY NAME
SELECT o.event_id, type, occurred_at, occurred_at AS received_at, customer_id, visitor_id, session_id, site, product_id, o.order_id,
  coalesce(f.line, abs(o.line)) AS line, quantity, amount_minor, discount_minor, currency, weight, properties, 'BATCH' AS batch_id
FROM SCRATCH.out_events o LEFT JOIN temp.final_lines f ON f.order_id = o.order_id AND f.given = o.line
WHERE NOT EXISTS (SELECT 1 FROM temp.known_events k WHERE k.event_id = o.event_id AND NOT k.differs);

CREATE TEMP TABLE named_customers AS
SELECT customer_id AS id, min(occurred_at) AS first_at, max(occurred_at) AS last_at
FROM SCRATCH.out_events WHERE customer_id IS NOT NULL GROUP BY customer_id;

CREATE TEMP TABLE named_products AS
SELECT product_id AS id, min(occurred_at) AS first_at FROM SCRATCH.out_events WHERE product_id IS NOT NULL GROUP BY product_id;

-- Customers and products that they name.
UPDATE store.customers SET first_seen_at = least(first_seen_at, n.first_at), last_seen_at = greatest(last_seen_at, n.last_at)
FROM temp.named_customers n
WHERE customers.customer_id = n.id AND (first_seen_at IS NULL OR n.first_at < first_seen_at OR last_seen_at IS NULL OR n.last_at > last_seen_at);

INSERT INTO store.customers(customer_id, first_seen_at, last_seen_at)
SELECT id, first_at, last_at FROM temp.named_customers n WHERE NOT EXISTS (SELECT 1 FROM store.customers c WHERE c.customer_id = n.id);

UPDATE store.products SET first_seen_at = least(first_seen_at, n.first_at)
FROM temp.named_products n WHERE products.product_id = n.id AND (first_seen_at IS NULL OR n.first_at < first_seen_at);

INSERT INTO store.products(product_id, first_seen_at)
SELECT id, first_at FROM temp.named_products n WHERE NOT EXISTS (SELECT 1 FROM store.products p WHERE p.product_id = n.id);

-- Returns find the line of their order.
-- if SELECT count(*) FROM store.events WHERE type = 'returned' AND line IS NULL AND order_id IS NOT NULL
UPDATE store.events SET line = n.line, line_found = true FROM (
  SELECT r.event_id, min(o.line) AS line
  FROM store.events r JOIN store.events o ON o.type = 'ordered' AND o.order_id = r.order_id AND o.product_id IS NOT DISTINCT FROM r.product_id
  WHERE r.type = 'returned' AND r.line IS NULL
  GROUP BY r.event_id) n
WHERE events.event_id = n.event_id;
