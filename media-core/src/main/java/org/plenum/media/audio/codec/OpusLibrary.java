package org.plenum.media.audio.codec;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jitsi.impl.neomedia.codec.audio.opus.Opus;

/**
 * The libopus that libjitsi ships, called through the foreign function interface. libjitsi's own
 * JNI class loads only with {@code --add-opens java.base/java.lang}, and FFmpeg's wrapper of
 * libopus reaches neither concealment nor in-band FEC; the functions of the shared object give all
 * of it, on floats.
 */
final class OpusLibrary {

  static final int OK = 0;
  static final int APPLICATION_VOIP = 2048;
  static final int SET_BITRATE = 4002;
  static final int SET_VBR_CONSTRAINT = 4020;
  static final int SET_COMPLEXITY = 4010;
  static final int SET_INBAND_FEC = 4012;
  static final int SET_PACKET_LOSS_PERC = 4014;

  final MethodHandle encoderCreate;
  final MethodHandle encodeFloat;
  final MethodHandle encoderCtl;
  final MethodHandle encoderDestroy;
  final MethodHandle decoderCreate;
  final MethodHandle decodeFloat;
  final MethodHandle decoderDestroy;

  private OpusLibrary(SymbolLookup symbols) {
    Linker linker = Linker.nativeLinker();
    encoderCreate =
        linker.downcallHandle(
            symbols.findOrThrow("opus_encoder_create"),
            FunctionDescriptor.of(ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    encodeFloat =
        linker.downcallHandle(
            symbols.findOrThrow("opus_encode_float"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
    encoderCtl =
        linker.downcallHandle(
            symbols.findOrThrow("opus_encoder_ctl"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
            Linker.Option.firstVariadicArg(2));
    encoderDestroy =
        linker.downcallHandle(
            symbols.findOrThrow("opus_encoder_destroy"), FunctionDescriptor.ofVoid(ADDRESS));
    decoderCreate =
        linker.downcallHandle(
            symbols.findOrThrow("opus_decoder_create"),
            FunctionDescriptor.of(ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));
    decodeFloat =
        linker.downcallHandle(
            symbols.findOrThrow("opus_decode_float"),
            FunctionDescriptor.of(
                JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    decoderDestroy =
        linker.downcallHandle(
            symbols.findOrThrow("opus_decoder_destroy"), FunctionDescriptor.ofVoid(ADDRESS));
  }

  /** The library; loaded once for the life of the process, on first use. */
  static OpusLibrary get() {
    return Holder.LIBRARY;
  }

  private static final class Holder {
    private static final OpusLibrary LIBRARY = load();
  }

  private static OpusLibrary load() {
    String resource = "/" + platform() + "/" + System.mapLibraryName("jnopus");
    try (InputStream packed = Opus.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new IllegalStateException("no Opus library for this platform: " + resource);
      }
      Path file = Files.createTempFile("opus", System.mapLibraryName(""));
      try {
        Files.copy(packed, file, StandardCopyOption.REPLACE_EXISTING);
        return new OpusLibrary(SymbolLookup.libraryLookup(file, Arena.global()));
      } finally {
        file.toFile().deleteOnExit();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack the Opus library", e);
    }
  }

  /** Folder of the platform in libjitsi's jar. */
  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").equals("amd64") ? "x86-64" : "aarch64";
    if (os.startsWith("windows")) {
      return "win32-" + arch;
    }
    return (os.startsWith("mac") ? "darwin-" : "linux-") + arch;
  }

  /** An exception out of a native call, which can only be a programming error. */
  static IllegalStateException failed(Throwable cause) {
    return new IllegalStateException("call into libopus failed", cause);
  }

  /** Checks a create function's result. */
  static MemorySegment created(MemorySegment handle, int status, String what) {
    if (status != OK || handle.equals(MemorySegment.NULL)) {
      throw new IllegalStateException("cannot create " + what + ": libopus says " + status);
    }
    return handle;
  }
}
