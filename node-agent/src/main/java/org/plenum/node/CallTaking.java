package org.plenum.node;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Optional;
import org.plenum.model.process.ExitCode;
import org.plenum.model.process.StartupException;
import org.plenum.model.status.StatusFeed;
import org.plenum.node.enrolment.NodeProfile;
import org.plenum.node.routing.NodeConfiguration;
import org.plenum.node.service.CallServices;
import org.plenum.node.service.CallSettings;
import org.plenum.node.service.SipCertificate;
import org.plenum.node.sip.SipSettings;
import org.plenum.node.status.MediaLoad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts what takes calls, with the settings of that moment.
 *
 * @param config where the node listens and keeps its data
 * @param profile what the node knows of itself
 * @param configuration as this node sees it
 * @param certificate what the node presents
 * @param feed where conferences and participants are published
 * @param load is told what participants cost
 */
record CallTaking(
    NodeConfig config,
    NodeProfile profile,
    NodeConfiguration configuration,
    SipCertificate certificate,
    StatusFeed feed,
    MediaLoad load,
    InstantSource clock) {

  private static final Logger log = LoggerFactory.getLogger(CallTaking.class);

  /**
   * Starts the services; gives none while SIP is switched off.
   *
   * @throws StartupException a port cannot be used
   */
  Optional<CallServices> start() {
    CallSettings settings = settings();
    Optional<SipSettings> sip = settings.signalling();
    if (sip.isEmpty()) {
      log.info("SIP is switched off: no calls are taken");
    }
    return sip.map(
        signalling ->
            new CallServices(configuration, settings.media(), signalling, feed, load, clock));
  }

  private CallSettings settings() {
    return new CallSettings(
        configuration, onInterface(config.sip()), onInterface(config.sipTls()), certificate.keys());
  }

  /** SIP writes its address into messages, so it cannot listen on all at once. */
  private InetSocketAddress onInterface(InetSocketAddress address) {
    if (!address.getAddress().isAnyLocalAddress()) {
      return address;
    }
    try {
      return new InetSocketAddress(InetAddress.getByName(profile.address()), address.getPort());
    } catch (UnknownHostException e) {
      throw new StartupException(ExitCode.DATA_UNUSABLE, "The node's address is no IP address.", e);
    }
  }
}
