package org.plenum.model.licence;

import static org.plenum.model.licence.LicenceFormat.*;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.plenum.model.resource.LicenceType;
import org.plenum.model.xml.XmlElement;
import org.plenum.model.xml.XmlText;

/**
 * What a licence permits (SYS-231, SYS-233, SYS-234).
 *
 * @param fulfillmentId identifies this activation at the issuer
 * @param productId product
 * @param type which calls
 * @param features parts of the product, separated by commas; may be empty
 * @param concurrent calls at a time
 * @param overdraft further calls that are tolerated for a while
 * @param start first day
 * @param expiration last day; empty if there is none
 */
public record LicenceTerms(
    String fulfillmentId,
    String productId,
    LicenceType type,
    String features,
    int concurrent,
    int overdraft,
    LocalDate start,
    Optional<LocalDate> expiration) {
  /** Largest number of calls. */
  public static final int MAX_CALLS = 1_000_000;

  /** 00:00:00 Pacific standard time (UTC-8), as an odd but explicit requirement says. */
  private static final ZoneOffset START_OFFSET = ZoneOffset.ofHours(-8);

  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private static final Set<String> ELEMENTS =
      Set.of(FULFILLMENT_ID, PRODUCT_ID, TYPE, FEATURES, CONCURRENT, OVERDRAFT, START, EXPIRATION);

  /** Refuses a licence that never counts. */
  public LicenceTerms {
    if (concurrent < 1 || concurrent > MAX_CALLS || overdraft < 0 || overdraft > MAX_CALLS) {
      throw new IllegalArgumentException("a licence permits 1 to %d calls".formatted(MAX_CALLS));
    }
    if (expiration.filter(start::isAfter).isPresent()) {
      throw new IllegalArgumentException("the licence expires before it starts");
    }
  }

  /** The day on which a licence must start to count from this moment on. */
  public static LocalDate dayAt(Instant moment) {
    return LocalDate.ofInstant(moment, START_OFFSET);
  }

  /** First moment of validity. */
  public Instant validFrom() {
    return start.atStartOfDay().toInstant(START_OFFSET);
  }

  /** Last moment of validity; empty if there is none. */
  public Optional<Instant> validUntil() {
    return expiration.map(day -> day.atTime(END_OF_DAY).toInstant(ZoneOffset.UTC));
  }

  void write(XMLStreamWriter out) throws XMLStreamException {
    out.writeStartElement(TERMS);
    XmlText.element(out, FULFILLMENT_ID, fulfillmentId);
    XmlText.element(out, PRODUCT_ID, productId);
    XmlText.element(out, TYPE, type.wire());
    XmlText.element(out, FEATURES, features);
    XmlText.element(out, CONCURRENT, String.valueOf(concurrent));
    XmlText.element(out, OVERDRAFT, String.valueOf(overdraft));
    XmlText.element(out, START, start.toString());
    if (expiration.isPresent()) {
      XmlText.element(out, EXPIRATION, expiration.get().toString());
    }
    out.writeEndElement();
  }

  static LicenceTerms read(XmlElement terms) {
    terms.requireOnly(ELEMENTS);
    return new LicenceTerms(
        text(terms, FULFILLMENT_ID),
        text(terms, PRODUCT_ID),
        type(terms.childText(TYPE)),
        terms.childText(FEATURES).isEmpty() ? "" : text(terms, FEATURES),
        number(terms, CONCURRENT, MAX_CALLS),
        number(terms, OVERDRAFT, MAX_CALLS),
        day(START, terms.childText(START)),
        terms.optionalChildText(EXPIRATION).map(day -> day(EXPIRATION, day)));
  }

  private static LicenceType type(String wire) {
    return Arrays.stream(LicenceType.values())
        .filter(type -> type.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("<license-type> must be audio or port"));
  }

  private static LocalDate day(String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
        return day;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(problem(name), e);
    }
    throw new IllegalArgumentException(problem(name));
  }

  private static String problem(String name) {
    return "<%s> must be a day such as 2030-01-31".formatted(name);
  }
}
