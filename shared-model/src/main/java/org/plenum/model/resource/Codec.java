package org.plenum.model.resource;

import org.plenum.model.config.Choice;

/** Codecs that can be taken out of negotiation (SYS-127). */
public enum Codec implements Choice {
  OPUS("opus", "Opus"),
  G722("G722", "G.722"),
  PCMU("PCMU", "G.711 mu-law"),
  PCMA("PCMA", "G.711 A-law"),
  AAC_LD_128("MP4A-LATM_128", "AAC-LD 128 kbps"),
  H264_BASELINE_0("H264_B_0", "H.264 Baseline (mode 0)"),
  H264_BASELINE_1("H264_B_1", "H.264 Baseline (mode 1)"),
  H264_HIGH_0("H264_H_0", "H.264 High (mode 0)"),
  H264_HIGH_1("H264_H_1", "H.264 High (mode 1)"),
  VP8("VP8", "VP8");

  private final String wire;
  private final String label;

  Codec(String wire, String label) {
    this.wire = wire;
    this.label = label;
  }

  @Override
  public String wire() {
    return wire;
  }

  @Override
  public String label() {
    return label;
  }
}
