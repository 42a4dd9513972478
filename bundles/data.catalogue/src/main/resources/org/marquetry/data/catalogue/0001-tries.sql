-- Addresses of pictures that were tried in vain; a row goes when the picture is kept.
CREATE TABLE IF NOT EXISTS picture_tries (
  product VARCHAR(200) PRIMARY KEY,
  address VARCHAR(4000) NOT NULL,
  reason VARCHAR(40),
  detail VARCHAR(500) NOT NULL,
  tries INTEGER NOT NULL,
  tried_at TIMESTAMP WITH TIME ZONE NOT NULL
);
