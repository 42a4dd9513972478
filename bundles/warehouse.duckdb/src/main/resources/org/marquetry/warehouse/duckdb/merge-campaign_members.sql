-- Moves the campaign members of one batch from temp.in_* into the store, inside the batch's transaction; statements end with a semicolon.

DELETE FROM store.campaign_members USING temp.in_campaign_members i
WHERE campaign_members.campaign_id = i.campaign_id AND campaign_members.customer_id = i.customer_id;
INSERT INTO store.campaign_members SELECT DISTINCT ON (campaign_id, customer_id) * FROM temp.in_campaign_members;
