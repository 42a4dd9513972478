-- The line of an order that an event is, or is about.
CREATE OR REPLACE VIEW v1.events AS
SELECT event_id, type, occurred_at, received_at, customer_id, visitor_id, session_id, site, product_id, order_id,
  quantity, amount_minor, currency, decision_id, weight, properties, part, off, line
FROM store.events;
