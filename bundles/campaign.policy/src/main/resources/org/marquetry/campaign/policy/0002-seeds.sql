-- Who gets test messages: people of the shop.
CREATE TABLE seed (
  address VARCHAR(254) NOT NULL PRIMARY KEY
);
