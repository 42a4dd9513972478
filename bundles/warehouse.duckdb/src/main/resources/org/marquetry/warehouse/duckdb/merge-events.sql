-- Moves the events of one batch from temp.in_* into the store, inside the batch's transaction; statements end with a semicolon.
-- An id that is known already is kept as it is.

DELETE FROM temp.in_events WHERE rowid NOT IN (SELECT min(rowid) FROM temp.in_events GROUP BY event_id);
DELETE FROM temp.in_events USING store.events e WHERE in_events.event_id = e.event_id;

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

-- Customers and products that only events name.
INSERT INTO temp.in_customers(customer_id, first_seen_at, last_seen_at)
SELECT customer_id, min(occurred_at), max(occurred_at) FROM temp.in_events WHERE customer_id IS NOT NULL GROUP BY customer_id;
INSERT INTO temp.in_products(product_id, first_seen_at)
SELECT n.product_id, n.at FROM (
  SELECT product_id, min(occurred_at) AS at FROM temp.in_events WHERE product_id IS NOT NULL GROUP BY product_id) n
LEFT JOIN store.products p ON p.product_id = n.product_id
WHERE p.first_seen_at IS NULL OR n.at < p.first_seen_at;
