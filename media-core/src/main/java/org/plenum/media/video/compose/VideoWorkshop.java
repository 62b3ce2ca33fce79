package org.plenum.media.video.compose;

import java.util.Optional;
import org.plenum.media.video.frame.NativeLedger;
import org.plenum.media.video.frame.VideoFramePool;
import org.plenum.media.video.layout.OverlayArtist;
import org.plenum.media.video.schedule.FrameRateGovernor;
import org.plenum.media.video.schedule.WorkPool;

/**
 * What all compositions of a node share.
 *
 * @param workers threads that compose and encode
 * @param frames pool of canvases and tiles
 * @param ledger count of native objects
 * @param governor frame rate that the processor can keep up with
 * @param artist draws text and icons, if this Java runtime can
 */
public record VideoWorkshop(
    WorkPool workers,
    VideoFramePool frames,
    NativeLedger ledger,
    FrameRateGovernor governor,
    Optional<OverlayArtist> artist) {}
