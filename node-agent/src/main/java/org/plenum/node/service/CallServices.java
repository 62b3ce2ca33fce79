package org.plenum.node.service;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.plenum.media.MediaEndpoint;
import org.plenum.media.MediaEngine;
import org.plenum.media.MediaEngineConfig;
import org.plenum.media.PortsExhaustedException;
import org.plenum.media.video.NativeVideoPipeline;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;
import org.plenum.model.status.StatusFeed;
import org.plenum.node.conference.ConferenceLog;
import org.plenum.node.conference.Conferences;
import org.plenum.node.routing.CallRouter;
import org.plenum.node.routing.CallSlots;
import org.plenum.node.routing.NodeConfiguration;
import org.plenum.node.sip.SipService;
import org.plenum.node.sip.SipSettings;
import org.plenum.node.sip.SipStartException;
import org.plenum.node.status.CommandExecutor;
import org.plenum.node.status.MediaLoad;
import org.plenum.node.status.StatusPublisher;
import org.plenum.rpc.status.Command;
import org.plenum.rpc.status.CommandResult;

/**
 * Media, conferences, routing and signalling of a node, wired to each other. Built once the node
 * has a configuration; settings that need a restart are read here and nowhere else.
 */
public final class CallServices implements AutoCloseable {

  private static final Duration COMMAND_DEADLINE = CommandExecutor.DEFAULT_DEADLINE;

  /** Closed from the last to the first. */
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private final CommandExecutor commands;

  /**
   * Starts taking calls.
   *
   * @param feed where conferences and participants are published
   * @param load is told what participants cost
   * @throws StartupException a port cannot be used
   */
  public CallServices(
      NodeConfiguration configuration,
      MediaEngineConfig mediaConfig,
      SipSettings sipSettings,
      StatusFeed feed,
      MediaLoad load,
      InstantSource clock) {
    try {
      NativeVideoPipeline video = new NativeVideoPipeline(mediaConfig.videoThreads());
      MediaEngine engine = opened(engine(mediaConfig, video));
      opened(VideoResources.show(video));
      // What is told of calls that a move ends names the place where they were.
      ConferenceLog log = new ConferenceLog(configuration.identity());
      Conferences conferences =
          opened(
              new Conferences(
                  engine::createConference,
                  new StatusPublisher(feed, load, () -> configuration.identity().id()),
                  log,
                  clock));
      commands = new CommandExecutor(conferences, COMMAND_DEADLINE);
      CallRouter router =
          new CallRouter(
              configuration, conferences, new CallSlots(CallSlots.DEFAULT_LIMIT), log, clock);
      opened(new SipService(sipSettings, router, (id, listener) -> open(engine, id, listener)))
          .start();
    } catch (SipStartException e) {
      close();
      throw new StartupException(ExitCode.PORT_IN_USE, e.getMessage() + ".", e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The engine closes the pipeline, once there is an engine. */
  private static MediaEngine engine(MediaEngineConfig config, NativeVideoPipeline video) {
    try {
      return new MediaEngine(config, video);
    } catch (RuntimeException e) {
      video.close();
      throw e;
    }
  }

  private static MediaEndpoint open(MediaEngine engine, String id, MediaEndpoint.Listener listener)
      throws IOException {
    try {
      return engine.open(id, listener);
    } catch (PortsExhaustedException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  /** Carries out a command on what runs here. */
  public CommandResult execute(Command command) {
    return commands.apply(command);
  }

  /** Ends all calls and releases everything. Idempotent. */
  @Override
  public void close() {
    RuntimeException failure = null;
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        if (failure == null) {
          failure = new IllegalStateException("a part of the node did not stop cleanly", e);
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
