ALTER TABLE notes ADD COLUMN IF NOT EXISTS label VARCHAR(20);
UPDATE notes SET word = 'lost';
CREATE ALIAS die FOR 'org.marquetry.sql.h2.HalfMigration.die';
CALL die();
