package org.plenum.node.call;

/** Decides on calls that arrive; implemented by the call router, called by protocol adapters. */
public interface IncomingCalls {

  /**
   * A call arrived and the caller was told that it is being processed. Runs on a virtual thread of
   * the leg, so it may look things up at leisure; it must lead to {@link CallLeg#answer()} or
   * {@link CallLeg#reject}, now or later. If it throws, the call is rejected with {@link
   * RejectReason#INTERNAL_ERROR}.
   */
  void onIncoming(CallLeg leg);
}
