package org.plenum.node.sdp;

import org.plenum.media.plan.MediaPlan;

/**
 * The outcome of an offer and its answer.
 *
 * @param local the description that this side wrote last
 * @param plan for the media plane
 */
public record Agreement(SessionDescription local, MediaPlan plan) {}
