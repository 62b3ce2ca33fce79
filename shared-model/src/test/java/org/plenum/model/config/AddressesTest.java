package org.plenum.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 10.0.0.0, 8, true",
    "11.1.2.3, 10.0.0.0, 8, false",
    "192.0.2.7, 192.0.2.7, 32, true",
    "192.0.2.6, 192.0.2.7, 32, false",
    "2001:db8::7, 2001:db8::, 32, true",
    "2001:db9::7, 2001:db8::, 32, false",
    "2001:db8::7, 10.0.0.0, 8, false",
    "10.1.2.3, ::, 1, false",
    "::ffff:10.1.2.3, 10.0.0.0, 8, true"
  })
  void anAddressBelongsToANetwork(String address, String network, int prefix, boolean belongs) {
    assertThat(Addresses.isInNetwork(InetAddress.ofLiteral(address), network, prefix))
        .isEqualTo(belongs);
  }
}
