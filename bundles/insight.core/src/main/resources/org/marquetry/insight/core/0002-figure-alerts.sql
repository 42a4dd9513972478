-- When people want to be told about a figure; what removes one deletes its row.
CREATE TABLE figure_alert(
  id VARCHAR(20) NOT NULL PRIMARY KEY,
  figure VARCHAR(40) NOT NULL,
  rings VARCHAR(20) NOT NULL,
  at_value BIGINT,
  by_actor VARCHAR(200) NOT NULL,
  saved_at TIMESTAMP WITH TIME ZONE NOT NULL);
