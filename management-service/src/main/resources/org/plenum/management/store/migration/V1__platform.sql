-- Tables of the platform itself. Those of the configuration resources (cfg_…) follow from their
-- declarations and are made by the service.

-- One row: facts about this deployment.
CREATE TABLE deployment (
  id              INTEGER PRIMARY KEY CHECK (id = 1),
  deployment_uuid TEXT    NOT NULL,
  created         INTEGER NOT NULL              -- microseconds since 1970
);

-- Every accepted change set. The configuration version is the largest one.
CREATE TABLE change_set (
  version INTEGER PRIMARY KEY,
  time    INTEGER NOT NULL,                     -- microseconds since 1970
  author  TEXT    NOT NULL,
  source  TEXT    NOT NULL
);

-- What a change set did to each object; secrets are masked in both texts.
CREATE TABLE change (
  version     INTEGER NOT NULL REFERENCES change_set (version),
  seq         INTEGER NOT NULL,
  resource    TEXT    NOT NULL,
  object_id   INTEGER NOT NULL,
  kind        TEXT    NOT NULL CHECK (kind IN ('create', 'update', 'delete')),
  before_json TEXT,
  after_json  TEXT,
  PRIMARY KEY (version, seq)
) WITHOUT ROWID;

CREATE INDEX change_object ON change (resource, object_id, version);

-- People and tools that may log in. Names are case sensitive (SYS-032).
CREATE TABLE account (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  username      TEXT    NOT NULL UNIQUE,
  password_hash TEXT    NOT NULL,
  role          TEXT    NOT NULL CHECK (role IN ('read-only', 'read-write')),
  created       INTEGER NOT NULL                -- microseconds since 1970
);
