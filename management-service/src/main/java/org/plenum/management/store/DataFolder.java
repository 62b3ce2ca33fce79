package org.plenum.management.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;

/**
 * The folder that holds everything the management service keeps. Held under a lock while this
 * object is open, so that two processes never share one; the operating system releases the lock
 * when a process dies.
 */
public final class DataFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel lockFile;

  private DataFolder(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /**
   * Makes the folder if there is none, readable by its owner only, and locks it.
   *
   * @throws StartupException saying why the folder cannot be used
   */
  public static DataFolder open(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    FileChannel channel = null;
    try {
      Files.createDirectories(path, ownerOnly(path, "rwx------"));
      Path lockPath = path.resolve("lock");
      channel = FileChannel.open(lockPath, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw unusable("The data folder %s is in use by another process.".formatted(path), null);
      }
      return new DataFolder(path, channel);
    } catch (IOException e) {
      closeQuietly(channel);
      throw unusable("The data folder %s cannot be used: %s.".formatted(path, reason(e)), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // Held by this same process.
    }
  }

  /** Absolute path of the folder. */
  public Path path() {
    return path;
  }

  /** Path of a file or folder in it. */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  /** Releases the lock. */
  @Override
  public void close() {
    closeQuietly(lockFile);
  }

  /** Attributes of a new file or folder that only its owner may use, where the system has such. */
  static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing was written through it: the lock is gone either way.
    }
  }

  private static StartupException unusable(String sentence, @Nullable Throwable cause) {
    return cause == null
        ? new StartupException(ExitCode.DATA_UNUSABLE, sentence)
        : new StartupException(ExitCode.DATA_UNUSABLE, sentence, cause);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
      case FileAlreadyExistsException exists -> exists.getFile() + " is not a folder";
      default -> String.valueOf(e.getMessage());
    };
  }
}
