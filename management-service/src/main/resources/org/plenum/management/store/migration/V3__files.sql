-- Files that belong to configuration objects, by what they contain. Never changed and never
-- deleted: earlier versions of the configuration name them too.
CREATE TABLE file (
  digest  TEXT PRIMARY KEY,                     -- SHA-256 of the content, hexadecimal
  content BLOB NOT NULL
);
