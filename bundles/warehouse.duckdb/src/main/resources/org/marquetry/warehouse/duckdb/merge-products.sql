-- Moves the products of one batch from temp.in_* into the store, inside the batch's transaction; statements end with a semicolon.
-- Completes those that are known: a value that is given replaces the old one.

CREATE TEMP TABLE new_products AS
SELECT i.product_id, coalesce(any_value(i.title), any_value(p.title)) AS title, coalesce(any_value(i.category), any_value(p.category)) AS category,
  coalesce(any_value(i.subcategory), any_value(p.subcategory)) AS subcategory, coalesce(any_value(i.brand), any_value(p.brand)) AS brand,
  coalesce(any_value(i.price_minor), any_value(p.price_minor)) AS price_minor, coalesce(any_value(i.currency), any_value(p.currency)) AS currency,
  coalesce(any_value(i.unit), any_value(p.unit)) AS unit, coalesce(any_value(i.description), any_value(p.description)) AS description,
  coalesce(any_value(i.url), any_value(p.url)) AS url, coalesce(any_value(i.attributes), any_value(p.attributes)) AS attributes,
  coalesce(any_value(i.family_id), any_value(p.family_id)) AS family_id,
  coalesce(any_value(i.size), any_value(p.size)) AS size,
  coalesce(any_value(i.colour), any_value(p.colour)) AS colour,
  coalesce(any_value(i.stock), any_value(p.stock)) AS stock,
  coalesce(any_value(i.picture), any_value(p.picture)) AS picture,
  coalesce(any_value(i.picture_url), any_value(p.picture_url)) AS picture_url,
  coalesce(any_value(i.picture_from), any_value(p.picture_from)) AS picture_from,
  least(min(i.first_seen_at), any_value(p.first_seen_at)) AS first_seen_at
FROM temp.in_products i LEFT JOIN store.products p ON p.product_id = i.product_id GROUP BY i.product_id;
DELETE FROM store.products USING temp.new_products n WHERE products.product_id = n.product_id;
INSERT INTO store.products BY NAME SELECT * FROM temp.new_products;
DROP TABLE temp.new_products;
