package org.plenum.node.sdp;

/**
 * One stream after offer and answer.
 *
 * @param local its description by this side
 * @param plan for the media plane
 * @param <P> audio or video plan
 */
record AgreedStream<P>(MediaDescription local, P plan) {}
