-- Who acts in an event, and whether a line of an order stands: said once, here.
CREATE OR REPLACE VIEW v1.events AS
SELECT event_id, type, occurred_at, received_at, customer_id, visitor_id, session_id, site, product_id, order_id,
  quantity, amount_minor, currency, decision_id, weight, properties, part, off, line,
  type NOT IN ('sent', 'delivered', 'exposed', 'bounced', 'productChanged', 'customerChanged') AS by_customer
FROM store.events;

CREATE OR REPLACE VIEW v1.order_lines AS
WITH returned AS (
  SELECT order_id, line, CAST(sum(quantity) AS DOUBLE) AS quantity, CAST(sum(amount_minor) AS BIGINT) AS amount_minor
  FROM store.events WHERE type = 'returned' AND line IS NOT NULL GROUP BY order_id, line),
cancelled_orders AS (SELECT DISTINCT order_id FROM store.events WHERE type = 'cancelled' AND line IS NULL),
cancelled_lines AS (SELECT DISTINCT order_id, line FROM store.events WHERE type = 'cancelled' AND line IS NOT NULL),
lines AS (
  SELECT o.order_id, o.line, o.customer_id, o.product_id, coalesce(o.quantity, 1.0) AS quantity, o.amount_minor,
    coalesce(o.discount_minor, 0) AS discount_minor, o.currency, o.occurred_at AS ordered_at,
    coalesce(r.quantity, 0.0) AS returned_quantity, coalesce(r.amount_minor, 0) AS returned_minor,
    a.order_id IS NOT NULL OR b.order_id IS NOT NULL AS cancelled
  FROM store.events o
  LEFT JOIN returned r ON r.order_id = o.order_id AND r.line = o.line
  LEFT JOIN cancelled_orders a ON a.order_id = o.order_id
  LEFT JOIN cancelled_lines b ON b.order_id = o.order_id AND b.line = o.line
  WHERE o.type = 'ordered'),
judged AS (
  SELECT *, NOT cancelled AND NOT (returned_quantity > 0 AND quantity <= returned_quantity) AS kept FROM lines)
SELECT order_id, line, customer_id, product_id, quantity, amount_minor, discount_minor, currency, ordered_at,
  returned_quantity, returned_minor,
  CASE WHEN cancelled THEN 0.0 ELSE greatest(quantity - returned_quantity, 0.0) END AS net_quantity,
  CASE WHEN kept THEN greatest(amount_minor - returned_minor, 0) ELSE 0 END AS net_minor, cancelled, kept
FROM judged;
