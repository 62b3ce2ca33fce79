package org.plenum.console.resource.certificate;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.plenum.console.concurrent.TaskExecutor;
import org.plenum.console.configuration.ConfigurationClient;
import org.plenum.console.i18n.Messages;
import org.plenum.rpc.console.ImportCertificatesReply;
import org.plenum.rpc.console.ImportedCertificate;
import org.plenum.rpc.console.ImportedCertificate.Effect;
import org.plenum.rpc.console.PemFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of certificates on their way to the server. */
final class CertificateImportViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(CertificateImportViewModel.class);

  /** All files together; a certificate has a few kilobytes. */
  private static final long MAX_BYTES = 4L * 1024 * 1024;

  /** How far it is. */
  enum State {
    CHOOSING,
    SENDING,
    DONE
  }

  private final ConfigurationClient client;
  private final TaskExecutor tasks;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.CHOOSING);
  private final ReadOnlyObjectWrapper<List<Path>> files = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<ImportedCertificate>> imported =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final StringProperty passphrase = new SimpleStringProperty("");

  CertificateImportViewModel(ConfigurationClient client, TaskExecutor tasks, Messages messages) {
    this.client = client;
    this.tasks = tasks;
    this.messages = messages;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<Path>> filesProperty() {
    return files.getReadOnlyProperty();
  }

  /** What became of the certificates. */
  ReadOnlyObjectProperty<List<ImportedCertificate>> importedProperty() {
    return imported.getReadOnlyProperty();
  }

  /** Why nothing was imported; empty while nothing is wrong. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What opens encrypted keys. */
  StringProperty passphraseProperty() {
    return passphrase;
  }

  void choose(List<Path> chosen) {
    if (!chosen.isEmpty()) {
      problem.set("");
      files.set(List.copyOf(chosen));
    }
  }

  void send() {
    List<Path> chosen = files.get();
    String secret = passphrase.get();
    problem.set("");
    state.set(State.SENDING);
    tasks.run(() -> client.importCertificates(read(chosen), secret), this::answered, this::failed);
  }

  private static List<PemFile> read(List<Path> chosen) throws IOException {
    long bytes = 0;
    List<PemFile> read = new ArrayList<>();
    for (Path file : chosen) {
      bytes += Files.size(file);
      if (bytes > MAX_BYTES) {
        throw new IOException("more than %d bytes".formatted(MAX_BYTES));
      }
      read.add(
          PemFile.newBuilder()
              .setName(file.getFileName().toString())
              .setContent(ByteString.copyFrom(Files.readAllBytes(file)))
              .build());
    }
    return read;
  }

  private void answered(ImportCertificatesReply reply) {
    if (reply.getProblemsCount() > 0) {
      problem.set(String.join("\n", reply.getProblemsList()));
      state.set(State.CHOOSING);
    } else {
      passphrase.set("");
      imported.set(reply.getCertificatesList());
      state.set(State.DONE);
    }
  }

  private void failed(Exception failure) {
    LOG.warn("the certificates could not be imported", failure);
    problem.set(
        messages.get(
            failure instanceof IOException ? "certificates.unreadable" : "error.unreachable"));
    state.set(State.CHOOSING);
  }

  /** How many were added, replaced and ignored. */
  String summary() {
    return messages.get(
        "certificates.summary", count(Effect.ADDED), count(Effect.REPLACED), count(Effect.IGNORED));
  }

  private long count(Effect effect) {
    return imported.get().stream().filter(one -> one.getEffect() == effect).count();
  }

  /** Names of the files. */
  String names() {
    return files.get().stream()
        .map(file -> file.getFileName().toString())
        .collect(Collectors.joining(", "));
  }
}
