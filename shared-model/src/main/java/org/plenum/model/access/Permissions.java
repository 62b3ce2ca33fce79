package org.plenum.model.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody may do. Immutable.
 *
 * @param granted permissions; those of several account roles together (SYS-062)
 */
public record Permissions(Set<Permission> granted) {
  /** Nothing. */
  public static final Permissions NONE = new Permissions(Set.of());

  /** Everything (SYS-060: Read-write). */
  public static final Permissions ALL = new Permissions(EnumSet.allOf(Permission.class));

  /** All of configuration and status, to look at (SYS-060: Read-only). */
  public static final Permissions READ_ONLY = readOnly();

  public Permissions {
    granted = Set.copyOf(granted);
  }

  private static Permissions readOnly() {
    Set<Permission> granted =
        EnumSet.of(
            Permission.IS_ADMINISTRATOR,
            Permission.MAY_USE_WEB_INTERFACE,
            Permission.MAY_USE_API,
            Permission.MAY_VIEW_STATUS,
            Permission.MAY_VIEW_HISTORY,
            Permission.MAY_VIEW_LOGS);
    Arrays.stream(Area.values()).map(Area::viewing).forEach(granted::add);
    return new Permissions(granted);
  }

  /** The permissions with these codenames; a name that is not known grants nothing. */
  public static Permissions of(Collection<String> codenames) {
    return new Permissions(
        Arrays.stream(Permission.values())
            .filter(permission -> codenames.contains(permission.codename()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Codenames in the order of the catalogue. */
  public List<String> codenames() {
    return granted.stream().sorted().map(Permission::codename).toList();
  }

  /** Whether a permission is among these. */
  public boolean has(Permission permission) {
    return granted.contains(permission);
  }

  /** Whether one may ask where calls go, which tells of services and of call routing rules. */
  public boolean mayTestRoutes() {
    return mayView(Area.SERVICES);
  }

  /** Whether versions of the configuration may be seen, which have objects of all areas. */
  public boolean mayViewVersions() {
    return has(Permission.MAY_VIEW_HISTORY) && Arrays.stream(Area.values()).allMatch(this::mayView);
  }

  /** Whether the configuration may be taken back to a version, which changes any of its areas. */
  public boolean mayRollBack() {
    return mayViewVersions() && Arrays.stream(Area.values()).allMatch(this::mayModify);
  }

  /** Whether these are at least the others. */
  public boolean include(Permissions others) {
    return granted.containsAll(others.granted);
  }

  /** Whether objects of an area may be read; who may change them may also read them. */
  public boolean mayView(Area area) {
    return has(area.viewing()) || has(area.modifying());
  }

  /** Whether objects of an area may be added, changed and deleted. */
  public boolean mayModify(Area area) {
    return has(area.modifying());
  }
}
