package org.plenum.installer.demo;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * What the video pipeline of a node in another process holds outside the heap.
 *
 * @param frames pictures that somebody holds
 * @param codecs open decoders and encoders
 * @param scalers open scalers
 */
record VideoResourcesOf(int frames, int codecs, int scalers) {

  static final VideoResourcesOf NOTHING = new VideoResourcesOf(0, 0, 0);

  /** Asks the node. It is a child process of the test, on the same machine. */
  @SuppressWarnings("BanJNDI")
  static VideoResourcesOf process(long pid) throws IOException, JMException {
    try (JMXConnector connector = JMXConnectorFactory.connect(agentOf(pid))) {
      MBeanServerConnection node = connector.getMBeanServerConnection();
      return new VideoResourcesOf(
          read(node, "FramesInUse"), read(node, "Codecs"), read(node, "Scalers"));
    }
  }

  private static JMXServiceURL agentOf(long pid) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
      try {
        return new JMXServiceURL(machine.startLocalManagementAgent());
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException("no Java process " + pid, e);
    }
  }

  private static int read(MBeanServerConnection node, String attribute)
      throws IOException, JMException {
    ObjectName name = new ObjectName("org.plenum.node:type=VideoResources");
    return (Integer) node.getAttribute(name, attribute);
  }
}
