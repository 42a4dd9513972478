-- Takes the events of an import back, inside one transaction. BATCH and NUMBER are the import's. What later imports changed stays, and
-- what they would give back in their turn is what stood there before this one.
CREATE TEMP TABLE later_events AS SELECT event_id, by_number FROM store.former_events WHERE batch_id = 'BATCH' AND by_number > NUMBER;

DELETE FROM store.former_events WHERE batch_id = 'BATCH' AND by_number > NUMBER;

INSERT INTO store.former_events BY NAME
SELECT f.* REPLACE (l.by_number AS by_number) FROM store.former_events f JOIN temp.later_events l ON l.event_id = f.event_id WHERE f.by_number = NUMBER;

CREATE TEMP TABLE gone_events AS SELECT event_id, customer_id, product_id, order_id FROM store.events WHERE batch_id = 'BATCH';

DELETE FROM store.events WHERE batch_id = 'BATCH';

CREATE TEMP TABLE restored_events AS
SELECT * EXCLUDE (by_number) FROM store.former_events WHERE by_number = NUMBER AND event_id IN (SELECT event_id FROM temp.gone_events);

INSERT INTO store.events BY NAME SELECT * FROM temp.restored_events;

DELETE FROM store.former_events WHERE by_number = NUMBER;

-- Returns look for their lines again.
UPDATE store.events SET line = NULL, line_found = NULL WHERE line_found AND order_id IN (SELECT order_id FROM temp.gone_events);

-- if SELECT count(*) FROM store.events WHERE type = 'returned' AND line IS NULL AND order_id IS NOT NULL
UPDATE store.events SET line = n.line, line_found = true FROM (
  SELECT r.event_id, min(o.line) AS line
  FROM store.events r JOIN store.events o ON o.type = 'ordered' AND o.order_id = r.order_id AND o.product_id IS NOT DISTINCT FROM r.product_id
  WHERE r.type = 'returned' AND r.line IS NULL
  GROUP BY r.event_id) n
WHERE events.event_id = n.event_id;

CREATE TEMP TABLE touched_customers AS
SELECT customer_id AS id FROM temp.gone_events WHERE customer_id IS NOT NULL UNION SELECT customer_id FROM temp.restored_events WHERE customer_id IS NOT NULL;

CREATE TEMP TABLE touched_products AS
SELECT product_id AS id FROM temp.gone_events WHERE product_id IS NOT NULL UNION SELECT product_id FROM temp.restored_events WHERE product_id IS NOT NULL;

CREATE TEMP TABLE seen_customers AS
SELECT t.id, min(e.occurred_at) AS first_at, max(e.occurred_at) AS last_at
FROM temp.touched_customers t LEFT JOIN store.events e ON e.customer_id = t.id GROUP BY t.id;

UPDATE store.customers SET first_seen_at = s.first_at, last_seen_at = s.last_at FROM temp.seen_customers s WHERE customers.customer_id = s.id;

CREATE TEMP TABLE seen_products AS
SELECT t.id, min(e.occurred_at) AS first_at FROM temp.touched_products t LEFT JOIN store.events e ON e.product_id = t.id GROUP BY t.id;

UPDATE store.products SET first_seen_at = s.first_at FROM temp.seen_products s WHERE products.product_id = s.id;
