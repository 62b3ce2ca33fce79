package org.plenum.media.plan;

import java.util.Optional;

/** Everything that signalling agreed for one endpoint; an absent stream is not sent or received. */
public record MediaPlan(Optional<AudioPlan> audio, Optional<VideoPlan> video) {}
