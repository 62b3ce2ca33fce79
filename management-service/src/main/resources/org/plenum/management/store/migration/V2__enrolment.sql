-- One-time secrets in the configuration documents of nodes; a new document replaces the one before.
CREATE TABLE pending_enrolment (
  node_id     INTEGER PRIMARY KEY,              -- worker_vm
  secret_hash TEXT    NOT NULL UNIQUE,
  expires     INTEGER NOT NULL,                 -- microseconds since 1970
  used_by     TEXT                              -- fingerprint of the certified key
);

-- Nodes with a platform certificate, and where they serve the management service.
CREATE TABLE enrolled_node (
  node_id      INTEGER PRIMARY KEY,             -- worker_vm
  control_port INTEGER NOT NULL,
  https_port   INTEGER NOT NULL,
  enrolled     INTEGER NOT NULL                 -- microseconds since 1970
);

-- Consoles with a platform certificate.
CREATE TABLE enrolled_console (
  uuid     TEXT    PRIMARY KEY,
  name     TEXT    NOT NULL,
  username TEXT    NOT NULL,                    -- administrator who enrolled it
  enrolled INTEGER NOT NULL                     -- microseconds since 1970
);
