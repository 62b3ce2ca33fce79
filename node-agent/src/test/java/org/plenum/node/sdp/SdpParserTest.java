package org.plenum.node.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.media.plan.Direction;

class SdpParserTest {

  private static final String HEAD =
      """
      v=0
      o=- 1 1 IN IP4 192.0.2.1
      s=-
      c=IN IP4 192.0.2.1
      t=0 0
      """;

  @Test
  void readsWhatItWrites() throws Exception {
    String text = SdpVectors.LINPHONE.replace("\n", "\r\n");
    SessionDescription first = SdpParser.parse(text);
    SessionDescription second = SdpParser.parse(first.toString());
    assertThat(second.toString()).isEqualTo(first.toString());
    assertThat(second.media()).hasSize(2);
  }

  @Test
  void mediaDirectionGoesBeforeThatOfTheSession() throws Exception {
    SessionDescription session =
        SdpParser.parse(
            HEAD
                + "a=inactive\nm=audio 4000 RTP/AVP 0\na=recvonly\n"
                + "m=video 4002 RTP/AVP 96\n");
    assertThat(session.media().get(0).direction(session)).isEqualTo(Direction.RECVONLY);
    assertThat(session.media().get(1).direction(session)).isEqualTo(Direction.INACTIVE);
  }

  @Test
  void toleratesWhatEndpointsReallySend() throws Exception {
    SessionDescription session =
        SdpParser.parse(
            "v=0 \r\no=Some Phone 5 6 IN IP4 192.0.2.9\r\nb=AS:-1\r\nx=unknown\r\n"
                + "m=audio 4000/2 RTP/AVP 0\r\nc=IN IP4 192.0.2.9\r\n\r\n");
    assertThat(session.origin().username()).isEqualTo("Phone");
    assertThat(session.bandwidths()).isEmpty();
    assertThat(session.media().getFirst().port()).isEqualTo(4000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          c=IN IP4 media.example.com      | SDP line 6: c= "media.example.com" is not a literal
          c=IN IP4 224.2.1.1              | SDP line 6: c= multicast address
          c=IN IP9 1.2.3.4                | SDP line 6: c= address type "IP9"
          c=IP4 1.2.3.4                   | SDP line 6: c= is not of the form
          m=audio 70000 RTP/AVP 0         | SDP line 6: m= port "70000"
          m=audio x RTP/AVP 0             | SDP line 6: m= port "x"
          m=audio 4000 RTP/AVP            | SDP line 6: m= is not of the form
          b=512                           | SDP line 6: b= is not of the form
          a=:1                            | SDP line 6: a= has no name
          hello                           | SDP line 6: not of the form <letter>=<value>
          v=1                             | SDP line 6: v= version 0 expected
          o=- 1 x IN IP4 1.2.3.4          | SDP line 6: o= version "x" is not a number
          o=- 1 1                         | SDP line 6: o= has 3 fields instead of 6
          """)
  void errorsNameLineAndField(String line, String message) {
    assertThatThrownBy(() -> SdpParser.parse(HEAD + line + "\n"))
        .isInstanceOf(SdpException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesDescriptionsWithoutEssentialLines() {
    assertThatThrownBy(() -> SdpParser.parse("")).hasMessage("SDP: empty");
    assertThatThrownBy(() -> SdpParser.parse("v=0\ns=-\n")).hasMessage("SDP: o= is missing");
    assertThatThrownBy(() -> SdpParser.parse("o=- 1 1 IN IP4 1.2.3.4\n"))
        .hasMessage("SDP line 1: v= expected, found o=");
    assertThatThrownBy(
            () -> SdpParser.parse("v=0\no=- 1 1 IN IP4 1.2.3.4\nm=audio 4000 RTP/AVP 0\n"))
        .hasMessage("SDP line 3: m=audio has no c= line");
  }

  @Test
  void boundsLengthAndNumberOfStreams() {
    assertThatThrownBy(() -> SdpParser.parse(HEAD + "a=x\n".repeat(20_000)))
        .hasMessageContaining("longer than 65536 octets");
    assertThatThrownBy(() -> SdpParser.parse(HEAD + "m=audio 0 RTP/AVP 0\n".repeat(33)))
        .hasMessageContaining("more than 32 m= lines");
  }

  @Test
  void messagesCarryNoControlCharactersOfThePeer() {
    assertThatThrownBy(() -> SdpParser.parse(HEAD + "c=IN IP4 a\u001b[31mb\n"))
        .hasMessageNotContaining("\u001b");
  }
}
