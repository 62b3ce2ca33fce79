package org.plenum.node.sdp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenum.media.codec.AudioCodec;

/**
 * One RTP payload type of a media description: {@code a=rtpmap} and {@code a=fmtp} together.
 *
 * @param payloadType 0 to 127
 * @param encodingName as written
 * @param clockRate RTP timestamp rate, Hz
 * @param channels audio channels, 1 if not written
 * @param parameters of {@code a=fmtp}
 */
public record RtpFormat(
    int payloadType,
    String encodingName,
    int clockRate,
    int channels,
    FormatParameters parameters) {

  /**
   * The formats of a description in its order of preference. Dynamic payload types without rtpmap
   * and formats that are not payload types are left out.
   *
   * @throws SdpException an rtpmap line is malformed
   */
  static List<RtpFormat> of(MediaDescription media) throws SdpException {
    Map<Integer, RtpFormat> mapped = new HashMap<>();
    for (Attribute attribute : media.attributes().all("rtpmap").toList()) {
      RtpFormat format = parse(attribute, parameters(media));
      mapped.putIfAbsent(format.payloadType, format);
    }
    List<RtpFormat> formats = new ArrayList<>();
    for (String text : media.formats()) {
      payloadType(text)
          .flatMap(pt -> Optional.ofNullable(mapped.get(pt)).or(() -> statically(pt)))
          .filter(format -> !formats.contains(format))
          .ifPresent(formats::add);
    }
    return formats;
  }

  private static RtpFormat parse(Attribute rtpmap, Map<Integer, FormatParameters> parameters)
      throws SdpException {
    int space = rtpmap.value().indexOf(' ');
    if (space > 0) {
      Optional<Integer> payloadType = payloadType(rtpmap.value().substring(0, space));
      String[] encoding = rtpmap.value().substring(space + 1).strip().split("/", -1);
      if (payloadType.isPresent() && encoding.length >= 2 && encoding.length <= 3) {
        int pt = payloadType.get();
        Optional<Integer> clockRate = number(encoding[1], 1_000_000);
        Optional<Integer> channels =
            encoding.length == 3 ? number(encoding[2], 255) : Optional.of(1);
        if (clockRate.isPresent() && channels.isPresent() && !encoding[0].isEmpty()) {
          return new RtpFormat(
              pt,
              encoding[0],
              clockRate.get(),
              channels.get(),
              parameters.getOrDefault(pt, FormatParameters.NONE));
        }
      }
    }
    throw new SdpException(
        rtpmap.line(), "a=rtpmap is not of the form <payload type> <name>/<rate>[/<channels>]");
  }

  private static Map<Integer, FormatParameters> parameters(MediaDescription media) {
    Map<Integer, FormatParameters> parameters = new HashMap<>();
    for (Attribute attribute : media.attributes().all("fmtp").toList()) {
      int space = attribute.value().indexOf(' ');
      if (space > 0) {
        payloadType(attribute.value().substring(0, space))
            .ifPresent(
                pt ->
                    parameters.putIfAbsent(
                        pt, FormatParameters.parse(attribute.value().substring(space + 1))));
      }
    }
    return parameters;
  }

  /** RFC 3551 table 4: these need no rtpmap. */
  private static Optional<RtpFormat> statically(int payloadType) {
    for (AudioCodec codec : AudioCodec.values()) {
      if (codec.staticPayloadType() == payloadType) {
        return Optional.of(
            new RtpFormat(
                payloadType,
                codec.encodingName(),
                codec.clockRate(),
                codec.channels(),
                FormatParameters.NONE));
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> payloadType(String text) {
    return number(text, 127);
  }

  private static Optional<Integer> number(String text, int max) {
    try {
      int value = Integer.parseInt(text);
      return value >= 0 && value <= max ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  Attribute rtpmap() {
    String suffix = channels > 1 ? "/" + channels : "";
    return Attribute.of("rtpmap", payloadType + " " + encodingName + "/" + clockRate + suffix);
  }
}
