-- When the suite ran, from one moment to another: a day without events is a quiet one only while somebody listened.
CREATE TABLE awake(
  from_at TIMESTAMP WITH TIME ZONE NOT NULL PRIMARY KEY,
  until_at TIMESTAMP WITH TIME ZONE NOT NULL);
