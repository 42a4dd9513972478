-- What a user put off on the page Today; rows whose time is over are deleted when one is added.
CREATE TABLE put_off(
  user_id VARCHAR(200) NOT NULL,
  item_key VARCHAR(200) NOT NULL,
  until_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (user_id, item_key));
