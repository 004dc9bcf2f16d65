// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import dev.leafward.resolver.host.HostResolver;
import java.util.Optional;

/**
 * Switches Leafward on as the resolver of the whole JVM, and says whether it is.
 *
 * <p>To have this module on the class path or module path changes nothing. It is switched on by the
 * system property {@code leafward.inet}, by the same in a {@code leafward.properties} on the class
 * path, or here, which wins over both:
 *
 * <pre>{@code
 * public static void main(String[] arguments) {
 *   LeafwardInet.configure(InetSettings.of(InetMode.RECURSIVE));
 *   System.out.println(LeafwardInet.warmUp().reason());
 *   ...
 * }
 * }</pre>
 *
 * <p>The JDK chooses its resolver at the first lookup of the JVM and never again. Its own cache
 * stays above Leafward: {@link java.net.InetAddress} says how long it keeps what.
 */
public final class LeafwardInet {

  private LeafwardInet() {}

  /**
   * Switches on what these settings say.
   *
   * @throws IllegalStateException if a name has been looked up before, so that the JDK has chosen
   */
  public static void configure(InetSettings settings) {
    Installation.OF_THIS_JVM.configure(settings);
  }

  /**
   * Has a resolver of the program's own answer. It is never closed.
   *
   * @throws IllegalStateException if a name has been looked up before, so that the JDK has chosen
   */
  public static void use(HostResolver hosts) {
    Installation.OF_THIS_JVM.use(hosts);
  }

  /**
   * Has the JDK choose its resolver now, and starts it. Best called first of all in {@code main}:
   * the JDK looks for providers where the class loader of the thread that makes the first lookup
   * looks, which need not be where this module is; here it is.
   *
   * @return what came of it
   */
  public static InetProbe warmUp() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(LeafwardInet.class.getClassLoader());
    try {
      return probe();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Finds out who really resolves the names of this JVM, by looking up a name that exists nowhere,
   * under {@code invalid.} Leafward sends nothing for it; another resolver may.
   */
  public static InetProbe probe() {
    return new Prober(Installation.OF_THIS_JVM).probe();
  }

  /** What has been seen in {@link InetMode#SHADOW}; nothing in other modes. */
  public static Optional<ShadowFigures> shadowFigures() {
    return Installation.OF_THIS_JVM
        .installed()
        .flatMap(SwitchedResolver::started)
        .flatMap(started -> Optional.ofNullable(started.shadow()))
        .map(ShadowReport::figures);
  }
}
