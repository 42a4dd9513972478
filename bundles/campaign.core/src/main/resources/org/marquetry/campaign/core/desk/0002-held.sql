-- A launched campaign with a row sends nothing until somebody lets it go on.
CREATE TABLE IF NOT EXISTS campaign_held (
  campaign VARCHAR(40) PRIMARY KEY,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  by_actor VARCHAR(100) NOT NULL
);
