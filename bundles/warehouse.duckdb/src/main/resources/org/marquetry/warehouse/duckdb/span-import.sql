-- Keeps what stretch of time an import tells of; events by customers are those that v1.events calls so.
UPDATE store.imports SET first_at = s.first_at, last_at = s.last_at, sells = s.sells FROM (
  SELECT min(occurred_at) AS first_at, max(occurred_at) AS last_at, bool_or(type = 'ordered') AS sells
  FROM SCRATCH.out_events WHERE type NOT IN ('sending', 'sent', 'unsent', 'delivered', 'exposed', 'bounced', 'productChanged', 'customerChanged')) s
WHERE imports.number = NUMBER;
