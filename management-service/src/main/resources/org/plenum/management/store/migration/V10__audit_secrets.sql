-- Secrets of the objects in the audit trail, encrypted like those of the configuration itself, so
-- that a rollback can bring them back. Entries from before this migration have none.
ALTER TABLE change ADD COLUMN before_secrets TEXT;
ALTER TABLE change ADD COLUMN after_secrets TEXT;
