// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import dev.leafward.wire.name.DomainName;
import java.util.List;
import java.util.Locale;

/**
 * Says which names are left to the JDK's own resolver, because the DNS is not where they are.
 *
 * <p>Always the name of this machine, and what the settings say. Of names under {@code local.},
 * which multicast DNS serves (RFC 6762), those of two labels; deeper ones, as Kubernetes has them,
 * are in a DNS that a stub knows of. A recursive resolver knows neither them nor names of a single
 * label, which only a search list would complete.
 *
 * <p>Unless the settings say so, never {@code localhost} and the names below it, which are not
 * looked up at all (RFC 6761 section 6.3).
 */
final class NameScope {

  private final InetMode kind;
  private final String ownName;
  private final List<String> suffixes;

  /**
   * A scope.
   *
   * @param kind which resolver of Leafward's is at work: recursive or stub
   * @param ownName what this machine is called
   * @param suffixes the names at and below which all is left to the JDK
   */
  NameScope(InetMode kind, String ownName, List<DomainName> suffixes) {
    this.kind = kind;
    this.ownName = canonical(ownName);
    this.suffixes = suffixes.stream().map(suffix -> canonical(suffix.toString())).toList();
  }

  /** True if the JDK's own resolver is to answer. */
  boolean isBuiltIn(String host) {
    String name = canonical(host);
    return suffixes.stream().anyMatch(suffix -> isAtOrBelow(name, suffix))
        || (!isAtOrBelow(name, "localhost") && (name.equals(ownName) || isOutsideDns(name)));
  }

  private boolean isOutsideDns(String name) {
    boolean recursive = kind == InetMode.RECURSIVE;
    if (isAtOrBelow(name, "local")) {
      return recursive || name.indexOf('.') == name.lastIndexOf('.');
    }
    return recursive && name.indexOf('.') < 0;
  }

  private static boolean isAtOrBelow(String name, String suffix) {
    return suffix.isEmpty() || name.equals(suffix) || name.endsWith("." + suffix);
  }

  /** Without the final dot, in small letters. */
  private static String canonical(String name) {
    String absolute = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return absolute.toLowerCase(Locale.ROOT);
  }
}
