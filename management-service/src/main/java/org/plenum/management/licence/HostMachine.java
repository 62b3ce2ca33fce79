package org.plenum.management.licence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.plenum.management.store.ConfigurationStore;
import org.plenum.model.config.Stored;
import org.plenum.model.licence.MachineIdentity;
import org.plenum.model.resource.ManagementVm;

/**
 * Tells which machine the management service runs on, by its installation, its address, the number
 * of the operating system and the hardware address of the network card (OPS-116, INST-027). What
 * cannot be found out is left out.
 */
public final class HostMachine implements Supplier<MachineIdentity> {
  private static final Path SYSTEM_NUMBER = Path.of("/etc/machine-id");

  private final UUID installation;
  private final ConfigurationStore store;
  private final Path systemNumber;

  /**
   * The machine that this process runs on.
   *
   * @param installation known to this installation alone
   * @param store has the address
   */
  public HostMachine(UUID installation, ConfigurationStore store) {
    this(installation, store, SYSTEM_NUMBER);
  }

  HostMachine(UUID installation, ConfigurationStore store, Path systemNumber) {
    this.installation = installation;
    this.store = store;
    this.systemNumber = systemNumber;
  }

  @Override
  public MachineIdentity get() {
    Map<String, String> facts = new LinkedHashMap<>();
    Optional<String> address =
        store
            .read(reader -> reader.find(ManagementVm.class, 1))
            .map(Stored::value)
            .map(ManagementVm::address);
    address.ifPresent(known -> facts.put("address", known));
    systemNumber().ifPresent(number -> facts.put("system", number));
    address.flatMap(HostMachine::networkCard).ifPresent(card -> facts.put("network_card", card));
    return MachineIdentity.of(installation, facts);
  }

  private Optional<String> systemNumber() {
    try {
      return Optional.of(Files.readString(systemNumber, StandardCharsets.ISO_8859_1).strip())
          .filter(number -> !number.isEmpty());
    } catch (IOException e) {
      return Optional.empty(); // Not this kind of system.
    }
  }

  /** The card that has the address; none behind a NAT or in a demonstration. */
  static Optional<String> networkCard(String address) {
    try {
      return Optional.ofNullable(NetworkInterface.getByInetAddress(InetAddress.ofLiteral(address)))
          .flatMap(HostMachine::hardwareAddress);
    } catch (SocketException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> hardwareAddress(NetworkInterface card) {
    try {
      return Optional.ofNullable(card.getHardwareAddress()).map(HexFormat.of()::formatHex);
    } catch (SocketException e) {
      return Optional.empty();
    }
  }
}
