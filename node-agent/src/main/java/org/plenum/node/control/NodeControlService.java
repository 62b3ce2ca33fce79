package org.plenum.node.control;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.plenum.model.pki.PkiException;
import org.plenum.model.status.StatusFeed;
import org.plenum.model.status.StatusStream;
import org.plenum.node.enrolment.CertificateRenewal;
import org.plenum.node.replica.Replica;
import org.plenum.rpc.node.CertificateRequest;
import org.plenum.rpc.node.CreateCertificateRequestRequest;
import org.plenum.rpc.node.InstallCertificateReply;
import org.plenum.rpc.node.InstallCertificateRequest;
import org.plenum.rpc.node.NodeControlGrpc;
import org.plenum.rpc.node.ReplicationAck;
import org.plenum.rpc.node.ReplicationUpdate;
import org.plenum.rpc.node.WatchStatusRequest;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;
import org.plenum.rpc.status.StatusEvent;

/** The node's side of the contract with the management service. */
public final class NodeControlService extends NodeControlGrpc.NodeControlImplBase {

  private final Replica replica;
  private final StatusFeed status;
  private final Function<Command, CommandResult> commands;
  private final CertificateRenewal renewal;
  private final AtomicReference<ReplicationReceiver> replication = new AtomicReference<>();

  public NodeControlService(
      Replica replica,
      StatusFeed status,
      Function<Command, CommandResult> commands,
      CertificateRenewal renewal) {
    this.replica = replica;
    this.status = status;
    this.commands = commands;
    this.renewal = renewal;
  }

  @Override
  public StreamObserver<ReplicationUpdate> replicate(
      StreamObserver<ReplicationAck> acknowledgements) {
    ReplicationReceiver receiver = new ReplicationReceiver(replica, acknowledgements);
    ReplicationReceiver older = replication.getAndSet(receiver);
    if (older != null) {
      older.supersede();
    }
    receiver.start();
    return receiver;
  }

  @Override
  public void watchStatus(WatchStatusRequest request, StreamObserver<StatusEvent> watcher) {
    StatusStream.serve(status, (ServerCallStreamObserver<StatusEvent>) watcher);
  }

  @Override
  public void execute(Command command, StreamObserver<CommandResult> answer) {
    answer.onNext(commands.apply(command));
    answer.onCompleted();
  }

  @Override
  public void createCertificateRequest(
      CreateCertificateRequestRequest request, StreamObserver<CertificateRequest> answer) {
    answer.onNext(CertificateRequest.newBuilder().setCsrPem(renewal.request()).build());
    answer.onCompleted();
  }

  @Override
  public void installCertificate(
      InstallCertificateRequest request, StreamObserver<InstallCertificateReply> answer) {
    try {
      renewal.install(request.getChainPem());
      answer.onNext(InstallCertificateReply.getDefaultInstance());
      answer.onCompleted();
    } catch (PkiException e) {
      answer.onError(Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asRuntimeException());
    }
  }
}
