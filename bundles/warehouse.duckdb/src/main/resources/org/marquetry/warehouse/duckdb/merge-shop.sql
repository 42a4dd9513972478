-- Moves the shop of one batch from temp.in_* into the store, inside the batch's transaction; statements end with a semicolon.
-- Completes what is known.

CREATE TEMP TABLE new_shop AS
SELECT coalesce(any_value(i.name), any_value(s.name)) AS name, coalesce(any_value(i.currency), any_value(s.currency)) AS currency,
  coalesce(any_value(i.time_zone), any_value(s.time_zone)) AS time_zone
FROM temp.in_shop i LEFT JOIN store.shop s ON true HAVING count(*) > 0;
DELETE FROM store.shop WHERE EXISTS (SELECT 1 FROM temp.new_shop);
INSERT INTO store.shop SELECT * FROM temp.new_shop;
DROP TABLE temp.new_shop;
