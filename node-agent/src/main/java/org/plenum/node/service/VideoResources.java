package org.plenum.node.service;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.plenum.media.video.NativeVideoPipeline;
import org.plenum.media.video.frame.NativeResource;

/**
 * Shows what video holds outside the Java heap to who may attach to the process, so that a leak can
 * be told from load. Any thread.
 */
final class VideoResources implements VideoResourcesMXBean, AutoCloseable {

  private static final String NAME = "org.plenum.node:type=VideoResources";

  private final NativeVideoPipeline pipeline;
  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final ObjectName name;

  private VideoResources(NativeVideoPipeline pipeline) throws JMException {
    this.pipeline = pipeline;
    this.name = new ObjectName(NAME);
    if (server.isRegistered(name)) {
      server.unregisterMBean(name);
    }
    server.registerMBean(this, name);
  }

  /** Shows the resources of a pipeline until closed. */
  static VideoResources show(NativeVideoPipeline pipeline) {
    try {
      return new VideoResources(pipeline);
    } catch (JMException e) {
      throw new IllegalStateException("the name is well-formed and free", e);
    }
  }

  @Override
  public int getFramesInUse() {
    return pipeline.framesInUse();
  }

  @Override
  public int getCodecs() {
    return pipeline.ledger().alive(NativeResource.DECODER)
        + pipeline.ledger().alive(NativeResource.ENCODER);
  }

  @Override
  public int getScalers() {
    return pipeline.ledger().alive(NativeResource.SCALER);
  }

  @Override
  public void close() throws JMException {
    if (server.isRegistered(name)) {
      server.unregisterMBean(name);
    }
  }
}
