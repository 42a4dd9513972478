-- Every version of every mail design; the newest one counts. The design is JSON (DesignText).
CREATE TABLE mail_design_version (
  id VARCHAR(40) NOT NULL,
  version INTEGER NOT NULL,
  name VARCHAR(100) NOT NULL,
  design CLOB NOT NULL,
  act VARCHAR(10) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  by_actor VARCHAR(100) NOT NULL,
  PRIMARY KEY (id, version)
);
