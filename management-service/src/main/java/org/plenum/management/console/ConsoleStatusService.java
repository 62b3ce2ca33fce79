package org.plenum.management.console;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import org.plenum.management.control.CommandRouter;
import org.plenum.model.access.Permission;
import org.plenum.model.status.StatusFeed;
import org.plenum.model.status.StatusStream;
import org.plenum.rpc.console.ConsoleStatusGrpc;
import org.plenum.rpc.console.WatchStatusRequest;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;
import org.plenum.rpc.status.StatusEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs, and actions on it. */
final class ConsoleStatusService extends ConsoleStatusGrpc.ConsoleStatusImplBase {
  private static final Logger log = LoggerFactory.getLogger(ConsoleStatusService.class);

  private final StatusFeed feed;

  /** For those who may not view status: their console learns from it that it is connected. */
  private final StatusFeed nothing = new StatusFeed();

  private final CommandRouter commands;

  ConsoleStatusService(StatusFeed feed, CommandRouter commands) {
    this.feed = feed;
    this.commands = commands;
  }

  @Override
  public void watch(WatchStatusRequest request, StreamObserver<StatusEvent> watcher) {
    boolean mayView = Caller.current().permissions().has(Permission.MAY_VIEW_STATUS);
    StatusStream.serve(mayView ? feed : nothing, (ServerCallStreamObserver<StatusEvent>) watcher);
  }

  @Override
  public void execute(Command command, StreamObserver<CommandResult> answer) {
    CommandResult result = commands.execute(command);
    log.info(
        "{} commanded {}: {} {}",
        Caller.current().username(),
        command.getCommandCase(),
        result.getStatus(),
        result.getMessage());
    answer.onNext(result);
    answer.onCompleted();
  }
}
