// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolverProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Looks a name up through the JDK, on purpose, to see whether it arrives here; and if not, looks
 * for the reason.
 */
final class Prober {

  private static final String HOSTS_FILE = "jdk.net.hosts.file";

  private final Installation installation;

  Prober(Installation installation) {
    this.installation = installation;
  }

  InetProbe probe() {
    if (hasArrived()) {
      Started started = installation.installed().orElseThrow().start();
      return new InetProbe(true, started.answers(), started.text(), OwnWork.reentries());
    }
    return new InetProbe(false, false, reason(), OwnWork.reentries());
  }

  private static boolean hasArrived() {
    try (ProbeName name = ProbeName.expected()) {
      try {
        InetAddress.getByName(name.toString());
        return false;
      } catch (UnknownHostException e) {
        return name.hasArrived();
      }
    }
  }

  private String reason() {
    if (System.getProperty(HOSTS_FILE) != null) {
      return "the JDK asks no provider at all, because " + HOSTS_FILE + " is set";
    }
    return installation.made().map(Prober::afterBeingAsked).orElseGet(Prober::withoutBeingAsked);
  }

  /** The JDK has asked for our resolver, and does not use it. */
  private static String afterBeingAsked(Choice made) {
    return made instanceof Choice.NotMade
        ? made.text()
        : "another provider has taken Leafward's resolver and does not use it";
  }

  private static String withoutBeingAsked() {
    List<String> providers = providers();
    String own = LeafwardInetAddressResolverProvider.class.getName();
    if (providers.isEmpty() || !providers.contains(own)) {
      return "the class loader of the thread that looked a name up first does not see Leafward";
    }
    return providers.getFirst().equals(own)
        ? "the JDK chose its resolver before Leafward could be seen; call warmUp() first of all"
        : "another provider comes first: " + providers.getFirst();
  }

  /** What the JDK would find now, in its order. */
  private static List<String> providers() {
    List<String> names = new ArrayList<>();
    Iterator<ServiceLoader.Provider<InetAddressResolverProvider>> found =
        ServiceLoader.load(InetAddressResolverProvider.class).stream().iterator();
    try {
      while (found.hasNext()) {
        names.add(found.next().type().getName());
      }
    } catch (ServiceConfigurationError e) {
      names.add(String.valueOf(e.getMessage()));
    }
    return names;
  }
}
