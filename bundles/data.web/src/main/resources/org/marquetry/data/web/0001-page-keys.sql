-- Nothing is deleted here: what was removed carries the moment and can be restored.
CREATE TABLE IF NOT EXISTS page_keys (
  id VARCHAR(40) PRIMARY KEY,
  label VARCHAR(100) NOT NULL,
  origins VARCHAR(8000) NOT NULL,
  counts_orders BOOLEAN NOT NULL,
  made_at TIMESTAMP WITH TIME ZONE NOT NULL,
  removed_at TIMESTAMP WITH TIME ZONE
);
