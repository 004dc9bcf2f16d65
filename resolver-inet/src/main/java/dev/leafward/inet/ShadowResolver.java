// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import dev.leafward.inet.OwnWork.Lookup;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Has the JDK's own resolver answer, and Leafward do the same lookup beside it.
 *
 * <p>Whoever looks up waits for the JDK alone. Leafward works in other threads, {@value #AT_ONCE}
 * at once at most; a lookup that comes while they are all busy is not compared.
 */
final class ShadowResolver implements InetAddressResolver {

  static final int AT_ONCE = 64;

  private final InetAddressResolver jdk;
  private final InetAddressResolver leafward;
  private final NameScope scope;
  private final Executor threads;
  private final LongSupplier nanos;
  private final ShadowReport report;
  private final Semaphore free = new Semaphore(AT_ONCE);

  /**
   * A shadow.
   *
   * @param jdk what answers
   * @param leafward what is compared with it
   * @param scope which names need no comparing, because Leafward leaves them to the JDK
   * @param threads where Leafward works
   * @param nanos a clock, as {@link System#nanoTime()}
   * @param report what is told of each lookup
   */
  ShadowResolver(
      InetAddressResolver jdk,
      InetAddressResolver leafward,
      NameScope scope,
      Executor threads,
      LongSupplier nanos,
      ShadowReport report) {
    this.jdk = jdk;
    this.leafward = leafward;
    this.scope = scope;
    this.threads = threads;
    this.nanos = nanos;
    this.report = report;
  }

  @Override
  public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
      throws UnknownHostException {
    if (scope.isBuiltIn(host)) {
      return jdk.lookupByName(host, policy);
    }
    return shadowed(
        host,
        () -> jdk.lookupByName(host, policy).toList(),
        () -> leafward.lookupByName(host, policy).toList(),
        found -> found.stream().map(InetAddress::getHostAddress).toList())
        .stream();
  }

  @Override
  public String lookupByAddress(byte[] address) throws UnknownHostException {
    String literal = InetAddress.getByAddress(address).getHostAddress();
    return shadowed(
        literal,
        () -> jdk.lookupByAddress(address),
        () -> leafward.lookupByAddress(address),
        List::of);
  }

  private <T> T shadowed(
      String host, Lookup<T> byJdk, Lookup<T> byLeafward, Function<T, List<String>> texts)
      throws UnknownHostException {
    CompletableFuture<ShadowSide> answered = beside(host, byLeafward, texts);
    long start = nanos.getAsLong();
    try {
      T found = byJdk.find();
      answered.complete(new ShadowSide(texts.apply(found), null, since(start)));
      return found;
    } catch (UnknownHostException e) {
      answered.complete(new ShadowSide(List.of(), e, since(start)));
      throw e;
    }
  }

  /** Begins the lookup by Leafward; gives what is to be completed with the JDK's answer. */
  private <T> CompletableFuture<ShadowSide> beside(
      String host, Lookup<T> byLeafward, Function<T, List<String>> texts) {
    CompletableFuture<ShadowSide> answered = new CompletableFuture<>();
    if (!free.tryAcquire()) {
      report.skipped();
      return answered;
    }
    var unused =
        CompletableFuture.supplyAsync(() -> timed(byLeafward, texts), threads)
            .whenComplete((side, failure) -> free.release())
            .thenAcceptBothAsync(
                answered, (side, theirs) -> report.compared(host, theirs, side), threads);
    return answered;
  }

  private <T> ShadowSide timed(Lookup<T> lookup, Function<T, List<String>> texts) {
    long start = nanos.getAsLong();
    try {
      return new ShadowSide(texts.apply(lookup.find()), null, since(start));
    } catch (UnknownHostException e) {
      return new ShadowSide(List.of(), e, since(start));
    } catch (RuntimeException e) {
      // Whatever it is, somebody should see it who tries Leafward out.
      UnknownHostException failure = new UnknownHostException(e.toString());
      failure.initCause(e);
      return new ShadowSide(List.of(), failure, since(start));
    }
  }

  private Duration since(long start) {
    return Duration.ofNanos(nanos.getAsLong() - start);
  }
}
