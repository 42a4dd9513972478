-- Moves the decisions of one batch from temp.in_* into the store, inside the batch's transaction; statements end with a semicolon.
-- An id that is known already is kept as it is.

DELETE FROM temp.in_decisions WHERE rowid NOT IN (SELECT min(rowid) FROM temp.in_decisions GROUP BY decision_id);
DELETE FROM temp.in_decisions USING store.decisions d WHERE in_decisions.decision_id = d.decision_id;
INSERT INTO store.decisions SELECT * FROM temp.in_decisions;
