package org.plenum.management.store;

import java.util.Map;
import java.util.Optional;

/**
 * Files of configuration objects, which name them by the digest of their content. A file is never
 * changed or deleted, so every version of the configuration can be restored with its files. Safe
 * for several threads.
 */
public final class FileStore {
  private final Database database;

  /** The files in a database. */
  public FileStore(Database database) {
    this.database = database;
  }

  /** Keeps files, all or none; nothing happens to one whose digest there is. */
  public void put(Map<String, byte[]> contents) {
    database.write(
        handle -> {
          contents.forEach(
              (digest, content) ->
                  handle.execute(
                      "INSERT OR IGNORE INTO file (digest, content) VALUES (?, ?)",
                      digest,
                      content));
          return contents.size();
        });
  }

  /** The file with this digest. */
  public Optional<byte[]> find(String digest) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT content FROM file WHERE digest = ?")
                .bind(0, digest)
                .mapTo(byte[].class)
                .findOne());
  }
}
