package org.plenum.installer.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A baresip process: an endpoint with a tone as microphone, a recording as loudspeaker and its
 * control socket. It keeps its files in a folder of its own.
 */
public final class Baresip implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Pattern RECEIVED_RATE = Pattern.compile("efps=[0-9.]+/([0-9.]+)");

  private final Path folder;
  private final Process process;
  private final Socket control;
  private final ConcurrentLinkedQueue<JsonNode> events = new ConcurrentLinkedQueue<>();

  /**
   * Starts an endpoint.
   *
   * @param basePort first of 12 free ports for signalling, control and media
   */
  public Baresip(Path parent, BaresipAccount account, int basePort) throws Exception {
    folder = Files.createDirectories(parent.resolve(account.name()).toAbsolutePath());
    Files.createDirectories(folder.resolve("rec"));
    Files.writeString(folder.resolve("accounts"), account.accountLine(basePort));
    Files.writeString(folder.resolve("contacts"), "");
    Files.writeString(folder.resolve("config"), config(account, basePort));
    createCertificate();
    process =
        new ProcessBuilder("baresip", "-f", folder.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    control = connect(basePort + 3);
    Thread.ofVirtual().name(account.name() + "-control").start(this::readEvents);
  }

  private String config(BaresipAccount account, int basePort) throws IOException {
    StringBuilder config = new StringBuilder();
    config.append("module_path ").append(modulePath()).append('\n');
    config.append("module_tmp uuid.so\nmodule_tmp account.so\n");
    for (String module :
        List.of(
            "opus",
            "g722",
            "g711",
            "ausine",
            "aufile",
            "aubridge",
            "sndfile",
            "avcodec",
            "vp8",
            "avformat",
            "fakevideo",
            "snapshot",
            "swscale",
            "srtp",
            "dtls_srtp",
            "ctrl_tcp")) {
      config.append("module ").append(module).append(".so\n");
    }
    config.append("module_app menu.so\n");
    config.append("sip_listen 127.0.0.1:").append(basePort).append('\n');
    config.append("sip_certificate ").append(folder.resolve("cert.pem")).append('\n');
    config.append("net_interface 127.0.0.1\n");
    config.append("ctrl_tcp_listen 127.0.0.1:").append(basePort + 3).append('\n');
    config.append("rtp_ports %d-%d\n".formatted(basePort + 4, basePort + 11));
    config.append("audio_source ausine,").append(account.toneHz()).append('\n');
    config.append("audio_player aubridge,null\n");
    config.append("ausrc_srate 48000\nauplay_srate 48000\nausrc_channels 2\nauplay_channels 2\n");
    config.append("snd_path ").append(folder.resolve("rec")).append('\n');
    config.append("call_max_calls 4\n");
    if (!account.videoSource().isEmpty()) {
      config.append("video_source ").append(account.videoSource()).append('\n');
      config.append("video_display fakevideo,nil\nvideo_size 640x360\nvideo_fps 30\n");
      config.append("video_bitrate 1000000\n");
    }
    return config.toString();
  }

  private static String modulePath() throws IOException {
    try (Stream<Path> folders =
        Stream.concat(
            Stream.of(Path.of("/usr/lib/baresip/modules")),
            Files.list(Path.of("/usr/lib")).map(dir -> dir.resolve("baresip/modules")))) {
      return folders
          .filter(dir -> Files.exists(dir.resolve("g711.so")))
          .findFirst()
          .orElseThrow(() -> new IOException("the modules of baresip are not installed"))
          .toString();
    }
  }

  private void createCertificate() throws Exception {
    Process openssl =
        new ProcessBuilder(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "key.pem",
                "-out",
                "crt.pem",
                "-days",
                "30",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=IP:127.0.0.1,DNS:localhost")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(openssl.waitFor()).as("openssl").isZero();
    Files.writeString(
        folder.resolve("cert.pem"),
        Files.readString(folder.resolve("key.pem")) + Files.readString(folder.resolve("crt.pem")));
  }

  private Socket connect(int port) {
    return await("control socket of " + folder)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(() -> new Socket(InetAddress.getLoopbackAddress(), port), Socket::isConnected);
  }

  /** Calls an address and returns at once. */
  public void dial(String uri) throws IOException {
    command("dial", uri);
  }

  /** Ends the call. */
  public void hangUp() throws IOException {
    command("hangup", "");
  }

  /** Stops sending the tone, or sends it again; while muted, silence is sent. */
  public void toggleMute() throws IOException {
    command("mute", "");
  }

  /** Pictures per second that were received and decoded lately, as the endpoint itself shows. */
  public double receivedFramesPerSecond() {
    Matcher rates = RECEIVED_RATE.matcher(log());
    double last = 0;
    while (rates.find()) {
      last = Double.parseDouble(rates.group(1));
    }
    return last;
  }

  /** Puts the call on hold, or takes it back. */
  public void hold(boolean hold) throws IOException {
    command(hold ? "hold" : "resume", "");
  }

  /** Waits for an event such as {@code CALL_ESTABLISHED}; answers it. */
  public JsonNode awaitEvent(String type) {
    return await(type + " at " + folder.getFileName())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> findEvent(type), event -> event != null);
  }

  private @Nullable JsonNode findEvent(String type) {
    return events.stream()
        .filter(event -> event.path("type").asText().equals(type))
        .findFirst()
        .orElse(null);
  }

  /** True once an event of this type was seen. */
  public boolean saw(String type) {
    return findEvent(type) != null;
  }

  /** Events of one type so far. */
  public List<JsonNode> events(String type) {
    return events.stream().filter(event -> event.path("type").asText().equals(type)).toList();
  }

  /** Writes the picture that is received now to a PNG file. */
  public Path snapshot(String name) throws IOException {
    Path file = folder.resolve(name + ".png");
    Files.deleteIfExists(file);
    command("snapshot_recv", file.toString());
    await("snapshot of " + folder.getFileName())
        .atMost(PATIENCE)
        .until(() -> Files.exists(file) && isComplete(file));
    return file;
  }

  /** A PNG file ends with its IEND chunk. */
  private static boolean isComplete(Path png) throws IOException {
    byte[] bytes = Files.readAllBytes(png);
    return new String(bytes, StandardCharsets.ISO_8859_1).contains("IEND");
  }

  /** What was heard: 16 bit, the newest recording of the decoder. Complete after the call ended. */
  public Path recording() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("rec"))) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-dec.wav"))
          .max(java.util.Comparator.comparing(file -> file.toFile().lastModified()))
          .orElseThrow(() -> new AssertionError("no recording; log:\n" + log()));
    }
  }

  /** Everything that the endpoint printed. */
  public String log() {
    try {
      return Files.readString(folder.resolve("log")).replace('\r', '\n');
    } catch (IOException e) {
      return e.toString();
    }
  }

  private synchronized void command(String command, String parameters) throws IOException {
    String json =
        JSON.writeValueAsString(Map.of("command", command, "params", parameters, "token", "t"));
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    control
        .getOutputStream()
        .write((bytes.length + ":" + json + ",").getBytes(StandardCharsets.UTF_8));
  }

  /** Netstrings of JSON: {@code LENGTH:{...},}. */
  private void readEvents() {
    try (InputStream in = new BufferedInputStream(control.getInputStream())) {
      while (true) {
        int length = 0;
        for (int c = in.read(); c != ':'; c = in.read()) {
          if (c < 0) {
            return;
          }
          length = length * 10 + c - '0';
        }
        JsonNode message = JSON.readTree(in.readNBytes(length));
        in.skipNBytes(1);
        if (message.path("event").asBoolean()) {
          events.add(message);
        }
      }
    } catch (IOException e) {
      // The process ended or was closed.
    }
  }

  /** Kills the endpoint without a BYE, as a power failure would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws Exception {
    if (process.isAlive()) {
      try {
        command("quit", "");
      } catch (IOException e) {
        process.destroy();
      }
      if (!process.waitFor(3, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
    control.close();
  }
}
