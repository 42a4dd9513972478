-- Erases the person of temp.gone_customers(id) and temp.gone_visitors(id); runs inside one transaction. KEY is the erasure's random key.
-- What the shop must count stays: sales, sends and their answers, decisions and what followed them, under one random customer id, with
-- times cut to a quarter of an hour (so that no day changes, in any zone). Everything else of the person is deleted.

CREATE TEMP MACRO anonymous(x) AS 'erased-' || substr(sha256('KEY|' || x), 1, 32);

CREATE TEMP TABLE gone_events AS
SELECT event_id, decision_id IS NOT NULL OR type IN ('ordered', 'cancelled', 'returned', 'redeemed', 'exposed', 'sent', 'delivered', 'opened',
  'clicked', 'bounced', 'complained', 'unsubscribed', 'decided') AS counted
FROM store.events
WHERE customer_id IN (SELECT id FROM temp.gone_customers) OR (customer_id IS NULL AND visitor_id IN (SELECT id FROM temp.gone_visitors));

CREATE TEMP TABLE gone_orders AS
SELECT DISTINCT order_id FROM store.events WHERE order_id IS NOT NULL AND event_id IN (SELECT event_id FROM temp.gone_events);

CREATE TEMP TABLE gone_decisions AS
SELECT decision_id FROM store.decisions
WHERE customer_id IN (SELECT id FROM temp.gone_customers) OR (customer_id IS NULL AND visitor_id IN (SELECT id FROM temp.gone_visitors));

DELETE FROM store.events WHERE event_id IN (SELECT event_id FROM temp.gone_events WHERE NOT counted);

UPDATE store.events SET decision_id = anonymous(decision_id)
WHERE decision_id IN (SELECT decision_id FROM temp.gone_decisions) OR event_id IN (SELECT event_id FROM temp.gone_events);

UPDATE store.events SET order_id = anonymous(order_id)
WHERE order_id IN (SELECT order_id FROM temp.gone_orders)
  AND (customer_id IS NULL OR event_id IN (SELECT event_id FROM temp.gone_events));

UPDATE store.events SET customer_id = anonymous('person'), visitor_id = NULL, session_id = NULL, weight = NULL, bot_probability = NULL, part = NULL, off = NULL,
  occurred_at = time_bucket(INTERVAL 15 MINUTE, occurred_at), received_at = time_bucket(INTERVAL 15 MINUTE, received_at),
  properties = CASE WHEN json_valid(properties) AND json_extract_string(properties, '$.campaignId') IS NOT NULL
    THEN CAST(json_object('campaignId', json_extract_string(properties, '$.campaignId')) AS VARCHAR) ELSE '{}' END,
  event_id = anonymous(event_id)
WHERE event_id IN (SELECT event_id FROM temp.gone_events);

UPDATE store.decisions SET customer_id = anonymous('person'), visitor_id = NULL, decided_at = time_bucket(INTERVAL 15 MINUTE, decided_at),
  candidates = '[]', reasons = '[]', decision_id = anonymous(decision_id)
WHERE decision_id IN (SELECT decision_id FROM temp.gone_decisions);

UPDATE store.campaign_members SET customer_id = anonymous('person'), sent_at = time_bucket(INTERVAL 15 MINUTE, sent_at)
WHERE customer_id IN (SELECT id FROM temp.gone_customers);

-- A device that others use too is taken from their events as well, when it was named.
UPDATE store.events SET visitor_id = NULL WHERE visitor_id IN (SELECT id FROM temp.gone_visitors);
UPDATE store.decisions SET visitor_id = NULL WHERE visitor_id IN (SELECT id FROM temp.gone_visitors);

DELETE FROM store.customers WHERE customer_id IN (SELECT id FROM temp.gone_customers);

-- What imports keep to be taken back, in the same way.
CREATE TEMP TABLE gone_former AS
SELECT event_id, by_number, decision_id IS NOT NULL OR type IN ('ordered', 'cancelled', 'returned', 'redeemed', 'exposed', 'sent', 'delivered', 'opened',
  'clicked', 'bounced', 'complained', 'unsubscribed', 'decided') AS counted
FROM store.former_events
WHERE customer_id IN (SELECT id FROM temp.gone_customers) OR (customer_id IS NULL AND visitor_id IN (SELECT id FROM temp.gone_visitors));

DELETE FROM store.former_events USING temp.gone_former g
WHERE former_events.event_id = g.event_id AND former_events.by_number = g.by_number AND NOT g.counted;

UPDATE store.former_events SET customer_id = anonymous('person'), visitor_id = NULL, session_id = NULL, weight = NULL, bot_probability = NULL, part = NULL, off = NULL,
  occurred_at = time_bucket(INTERVAL 15 MINUTE, occurred_at), received_at = time_bucket(INTERVAL 15 MINUTE, received_at),
  properties = '{}', order_id = anonymous(order_id), decision_id = anonymous(decision_id), event_id = anonymous(former_events.event_id)
FROM temp.gone_former g WHERE former_events.event_id = g.event_id AND former_events.by_number = g.by_number;

UPDATE store.former_events SET visitor_id = NULL WHERE visitor_id IN (SELECT id FROM temp.gone_visitors);

UPDATE store.former_campaign_members SET customer_id = anonymous('person'), sent_at = time_bucket(INTERVAL 15 MINUTE, sent_at)
WHERE customer_id IN (SELECT id FROM temp.gone_customers);

DELETE FROM store.former_customers WHERE customer_id IN (SELECT id FROM temp.gone_customers);
