package org.plenum.media.plan;

import org.plenum.media.codec.VideoCodec;

/**
 * Codec and limits that one side set for the video it receives.
 *
 * @param codec the codec
 * @param packetizationMode H.264 packetisation mode, 0 or 1 (RFC 6184 section 5.4); 0 for others
 * @param maxWidth widest picture, pixels
 * @param maxHeight highest picture, pixels
 * @param maxFps highest frame rate, frames/s
 */
public record VideoFormat(
    VideoCodec codec, int packetizationMode, int maxWidth, int maxHeight, int maxFps) {}
