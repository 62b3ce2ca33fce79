package org.plenum.model.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Version of this build; management service, nodes and consoles compare theirs (SVC-006). */
public final class ProductVersion {

  private static final String VERSION = read();

  private ProductVersion() {}

  /** For example {@code 1.0.0}. */
  public static String current() {
    return VERSION;
  }

  private static String read() {
    Properties properties = new Properties();
    try (InputStream in = ProductVersion.class.getResourceAsStream("product.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
