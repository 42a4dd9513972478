-- From when to when the customers' events of an import happened, those among them that were known already too, and whether orders were among them.
ALTER TABLE store.imports ADD COLUMN first_at TIMESTAMP;
ALTER TABLE store.imports ADD COLUMN last_at TIMESTAMP;
ALTER TABLE store.imports ADD COLUMN sells BOOLEAN;
