package org.plenum.console.fake;

import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.plenum.rpc.console.ConsoleRoutingGrpc.ConsoleRoutingImplBase;
import org.plenum.rpc.console.TestRouteReply;
import org.plenum.rpc.console.TestRouteRequest;

/** Answers every question about routing as the test says, and keeps the questions. */
public final class FakeRouting extends ConsoleRoutingImplBase {
  private final List<TestRouteRequest> questions = new CopyOnWriteArrayList<>();
  private volatile TestRouteReply answer = TestRouteReply.getDefaultInstance();

  /** What is answered from now on. */
  public void answer(TestRouteReply reply) {
    answer = reply;
  }

  /** What was asked. */
  public List<TestRouteRequest> questions() {
    return questions;
  }

  @Override
  public void testRoute(TestRouteRequest request, StreamObserver<TestRouteReply> reply) {
    questions.add(request);
    reply.onNext(answer);
    reply.onCompleted();
  }
}
