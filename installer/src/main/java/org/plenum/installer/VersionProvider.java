package org.plenum.installer;

import picocli.CommandLine.IVersionProvider;

/** Version of this build, as the manifest of the installer's archive has it. */
final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = VersionProvider.class.getPackage().getImplementationVersion();
    return new String[] {"Plenum " + (version == null ? "(not packaged)" : version)};
  }
}
