package org.plenum.model.pki;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps one set of credentials in a folder, as {@code credentials.pem}: private key (PKCS#8), then
 * the certificate chain. Key and chain share a file so that a crash can never leave one without the
 * other. The file is written beside, forced to disk and moved into place; only its owner may read
 * it (mode 0600) where the file system knows such permissions, elsewhere the folder's own access
 * rules protect it.
 *
 * <p>A requester keeps its key in {@code pending-key.pem} from before it sends its request until it
 * has saved the answer, so that after a crash it can ask again with the same key.
 *
 * <p>One process, one thread at a time per folder.
 */
public final class CredentialStore {
  private static final int MAX_FILE_BYTES = 256 * 1024;

  private final Path folder;
  private final Path credentialsFile;
  private final Path pendingKeyFile;

  /** Uses {@code folder}, which is made when first written to. */
  public CredentialStore(Path folder) {
    this.folder = folder;
    this.credentialsFile = folder.resolve("credentials.pem");
    this.pendingKeyFile = folder.resolve("pending-key.pem");
  }

  /**
   * Replaces what is kept, and forgets the pending key. When this returns, the credentials survive
   * a power cut.
   *
   * @throws CredentialStoreException if they cannot be written; what was kept stays
   */
  public void save(Credentials credentials) {
    write(credentialsFile, PemText.of(credentials.privateKey()) + PemText.of(credentials.chain()));
    delete(pendingKeyFile);
  }

  /**
   * What is kept, if anything.
   *
   * @throws CredentialStoreException if the file is damaged or cannot be read
   */
  public Optional<Credentials> load() {
    return read(credentialsFile)
        .map(
            text -> {
              try {
                return PemBundle.parse(text).credentials();
              } catch (PkiException e) {
                throw new CredentialStoreException(
                    credentialsFile + " is damaged: " + e.getMessage(), e);
              }
            });
  }

  /**
   * The key for which a certificate is being requested: the one kept from an earlier attempt, or a
   * new one, kept before this returns.
   */
  public KeyPair pendingKey(KeyType type) {
    Optional<KeyPair> kept =
        read(pendingKeyFile)
            .map(
                text -> {
                  try {
                    return PemBundle.parse(text).keyPair();
                  } catch (PkiException e) {
                    throw new CredentialStoreException(
                        pendingKeyFile + " is damaged: " + e.getMessage(), e);
                  }
                });
    return kept.orElseGet(
        () -> {
          KeyPair keys = type.generate();
          write(pendingKeyFile, PemText.of(keys));
          return keys;
        });
  }

  /** Removes credentials and pending key, for a member that leaves the platform (INST-171). */
  public void clear() {
    delete(credentialsFile);
    delete(pendingKeyFile);
  }

  private static Optional<String> read(Path file) {
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw new IOException("larger than %d bytes".formatted(MAX_FILE_BYTES));
      }
      return Optional.of(Files.readString(file, StandardCharsets.US_ASCII));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new CredentialStoreException("cannot read " + file + ": " + reason(e), e);
    }
  }

  private void write(Path file, String text) {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.createDirectories(folder, ownerOnly("rwx------"));
      Files.deleteIfExists(temporary);
      try {
        writeForced(temporary, text);
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        Files.deleteIfExists(temporary);
        throw e;
      }
      forceFolder();
    } catch (IOException e) {
      throw new CredentialStoreException("cannot write " + file + ": " + reason(e), e);
    }
  }

  private void writeForced(Path file, String text) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, ownerOnly("rw-------"))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Makes the move itself durable, where folders can be opened for that. */
  private void forceFolder() throws IOException {
    if (isPosix()) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new CredentialStoreException("cannot remove " + file + ": " + reason(e), e);
    }
  }

  private FileAttribute<?>[] ownerOnly(String permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private boolean isPosix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    return e.getClass().getSimpleName() + " " + message;
  }
}
