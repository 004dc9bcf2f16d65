// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import dev.leafward.resolver.Resolver;
import java.io.IOException;
import java.util.concurrent.Executor;

/**
 * Supplies the resolver in place of the one that the mode would build: the demo Internet for a
 * test, say, or one with routes and limits of its own.
 *
 * <p>A service: the first implementation that {@link java.util.ServiceLoader} finds is asked, once,
 * at the first lookup, and not at all while Leafward is off. Its work may look names up by the JDK,
 * which then answers with its own resolver. It must not wait for another thread that looks a name
 * up, unless that is one of the tasks it is given: such a lookup waits for the start, as all do.
 */
public interface ResolverSource {

  /**
   * Opens a resolver, which stays open as long as the JVM runs.
   *
   * @param kind {@link InetMode#RECURSIVE} or {@link InetMode#STUB}: what would be built otherwise
   * @param tasks for {@link dev.leafward.resolver.RecursiveBuilder#executor}: by it a lookup is
   *     recognised that the resolver's own work makes through the JDK
   * @throws IOException if there can be none; the JDK's resolver then answers, and the log says so
   */
  Resolver open(InetMode kind, Executor tasks) throws IOException;
}
