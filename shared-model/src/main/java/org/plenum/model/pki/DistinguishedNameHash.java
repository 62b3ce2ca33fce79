package org.plenum.model.pki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * The hash of a distinguished name that OpenSSL prints as {@code -subject_hash} and names the files
 * of a certificate folder by: the first four bytes, little endian, of the SHA-1 of the name's
 * canonical form. It identifies and protects nothing.
 */
final class DistinguishedNameHash {
  private DistinguishedNameHash() {}

  static String of(X500Principal principal) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest(canonical(X500Name.getInstance(principal.getEncoded())));
      return "%02x%02x%02x%02x".formatted(digest[3], digest[2], digest[1], digest[0]);
    } catch (NoSuchAlgorithmException | IOException e) {
      throw new PkiException("the name cannot be hashed: " + principal.getName(), e);
    }
  }

  /** The relative names one after another, without the sequence around them. */
  private static byte[] canonical(X500Name name) throws IOException {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    for (RDN relative : name.getRDNs()) {
      ASN1EncodableVector attributes = new ASN1EncodableVector();
      for (AttributeTypeAndValue attribute : relative.getTypesAndValues()) {
        attributes.add(
            new DERSequence(
                new ASN1Encodable[] {attribute.getType(), canonical(attribute.getValue())}));
      }
      encoded.write(new DERSet(attributes).getEncoded(ASN1Encoding.DER));
    }
    return encoded.toByteArray();
  }

  private static ASN1Encodable canonical(ASN1Encodable value) {
    return value instanceof ASN1String string
        ? new DERUTF8String(lowerCaseAscii(string.getString().strip().replaceAll("\\s+", " ")))
        : value;
  }

  private static String lowerCaseAscii(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return lower.toString();
  }
}
