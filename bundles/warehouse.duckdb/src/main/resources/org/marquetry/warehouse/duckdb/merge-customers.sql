-- Moves the customers of one batch from temp.in_* into the store, inside the batch's transaction; statements end with a semicolon.
-- Completes those that are known: a value that is given replaces the old one.

CREATE TEMP TABLE new_customers AS
SELECT i.customer_id, coalesce(any_value(i.name), any_value(c.name)) AS name, coalesce(any_value(i.email), any_value(c.email)) AS email,
  coalesce(any_value(i.phone), any_value(c.phone)) AS phone, coalesce(any_value(i.language), any_value(c.language)) AS language,
  coalesce(any_value(i.city), any_value(c.city)) AS city, coalesce(any_value(i.country), any_value(c.country)) AS country,
  coalesce(any_value(i.birth_year), any_value(c.birth_year)) AS birth_year, coalesce(any_value(i.gender), any_value(c.gender)) AS gender,
  coalesce(any_value(i.consent_email), any_value(c.consent_email)) AS consent_email,
  coalesce(any_value(i.attributes), any_value(c.attributes)) AS attributes,
  least(min(i.first_seen_at), any_value(c.first_seen_at)) AS first_seen_at,
  greatest(max(i.last_seen_at), any_value(c.last_seen_at)) AS last_seen_at,
  coalesce(any_value(i.time_zone), any_value(c.time_zone)) AS time_zone
FROM temp.in_customers i LEFT JOIN store.customers c ON c.customer_id = i.customer_id GROUP BY i.customer_id;
DELETE FROM store.customers USING temp.new_customers n WHERE customers.customer_id = n.customer_id;
INSERT INTO store.customers SELECT * FROM temp.new_customers;
DROP TABLE temp.new_customers;
