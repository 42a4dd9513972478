-- Moves the campaigns of one batch from temp.in_* into the store, inside the batch's transaction; statements end with a semicolon.

DELETE FROM store.campaigns USING temp.in_campaigns i WHERE campaigns.campaign_id = i.campaign_id;
INSERT INTO store.campaigns SELECT DISTINCT ON (campaign_id) * FROM temp.in_campaigns;
