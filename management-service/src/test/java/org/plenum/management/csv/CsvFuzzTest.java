package org.plenum.management.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.plenum.management.store.SecretCipher;
import org.plenum.model.csv.CsvFamily;
import org.plenum.model.resource.PlenumResources;

/** Whatever a file contains, reading it ends with records or with an error of a line. */
class CsvFuzzTest {
  private static final CsvFormats FORMATS = CsvFormats.of(PlenumResources.catalog(), cipher());

  private static SecretCipher cipher() {
    try {
      Path folder = Files.createTempDirectory("csv-fuzz");
      folder.toFile().deleteOnExit();
      Path key = folder.resolve("secrets.key");
      SecretCipher cipher = SecretCipher.withKeyIn(key);
      Files.delete(key);
      return cipher;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FuzzTest
  void readsAnyFile(FuzzedDataProvider data) {
    CsvFamily family = data.pickValue(CsvFamily.values());
    CsvFormat format = FORMATS.find(family).orElseThrow();
    CsvErrors errors = new CsvErrors();
    Drafts drafts = new Drafts(format, Names.NONE, errors);
    AtomicInteger rows = new AtomicInteger();
    try {
      CsvRows.read(
          data.consumeRemainingAsBytes(),
          format,
          row -> {
            rows.incrementAndGet();
            drafts.add(row);
          });
    } catch (CsvFileException e) {
      assertThat(e.error().line()).isPositive();
    }
    assertThat(drafts.records()).isEqualTo(rows.get());
    assertThat(drafts.all().size() + drafts.nameless()).isLessThanOrEqualTo(rows.get());
  }
}
