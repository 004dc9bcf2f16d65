// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK asks, once Leafward has been switched on: starts what was chosen at the first
 * lookup, and hands over to it.
 *
 * <p>Never calls itself: what a thread looks up that is at work for a lookup already goes to the
 * JDK's own resolver. Nothing is logged while a lock is held, since a log may look names up too.
 */
final class SwitchedResolver implements InetAddressResolver {

  private final Choice choice;
  private final Jdk jdk;
  private final InetAddressResolver builtIn;
  private final ReentrantLock starting = new ReentrantLock();
  private volatile @Nullable Started started;

  SwitchedResolver(Choice choice, Jdk jdk) {
    this.choice = choice;
    this.jdk = jdk;
    builtIn = jdk.resolver();
  }

  @Override
  public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
      throws UnknownHostException {
    if (ProbeName.arrived(host)) {
      throw new UnknownHostException(PrintableText.name(host) + ": asked by a probe only");
    }
    if (OwnWork.isReentry()) {
      return builtIn.lookupByName(host, policy);
    }
    InetAddressResolver chosen = start().resolver();
    return OwnWork.lookingUp(() -> chosen.lookupByName(host, policy));
  }

  @Override
  public String lookupByAddress(byte[] address) throws UnknownHostException {
    if (OwnWork.isReentry()) {
      return builtIn.lookupByAddress(address);
    }
    InetAddressResolver chosen = start().resolver();
    return OwnWork.lookingUp(() -> chosen.lookupByAddress(address));
  }

  /** Starts what was chosen, unless that has been done, and says what came of it. */
  Started start() {
    Started before = started;
    if (before != null) {
      return before;
    }
    Started now;
    starting.lock();
    try {
      before = started;
      if (before != null) {
        return before;
      }
      now = startNow();
      started = now;
    } finally {
      starting.unlock();
    }
    announce(now);
    return now;
  }

  /** Without the jars that this module needs, not even what deals with failures can be loaded. */
  private Started startNow() {
    try {
      return Starter.start(choice, jdk);
    } catch (LinkageError e) {
      return Started.broken(builtIn, "Leafward is not all there: " + e, e);
    }
  }

  private static void announce(Started now) {
    try {
      OwnWork.logging(() -> Log.started(now));
    } catch (LinkageError e) {
      System.err.println(now.text() + " (and there is no log to say so: " + e + ")");
    }
  }

  /** What came of the start, nothing before the first lookup. */
  Optional<Started> started() {
    return Optional.ofNullable(started);
  }
}
