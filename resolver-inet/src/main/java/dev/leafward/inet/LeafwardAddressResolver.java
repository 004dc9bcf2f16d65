// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.host.AddressFamilies;
import dev.leafward.resolver.host.AddressNames;
import dev.leafward.resolver.host.HostAnswer;
import dev.leafward.resolver.host.HostResolver;
import dev.leafward.resolver.host.HostStep;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers the JDK from a {@link HostResolver}, by the letter of {@link InetAddressResolver}.
 *
 * <p>Addresses carry the text that was looked up, as the host resolver has them, or {@code
 * getHostName()} would look them up in reverse. Streams are of a list that is complete, since an
 * exception out of one would reach the program as it is. What was not found has a reason, and a
 * typed cause behind it: {@link HostNotFoundException} if that is certain, {@link
 * ResolutionException} if not.
 *
 * <p>To interrupt the thread does not end a lookup, as it does not end one of the JDK's own: the
 * JDK has others who look the same name up wait for this thread, and would tell them for ten
 * seconds what had become of it. The thread's interrupt status is kept.
 */
final class LeafwardAddressResolver implements InetAddressResolver {

  private final HostResolver hosts;
  private final NameScope scope;
  private final InetAddressResolver jdk;
  private final @Nullable Duration timeout;
  private final Executor threads;

  /**
   * A resolver.
   *
   * @param hosts what finds addresses and names
   * @param scope which names are left to the JDK
   * @param jdk the JDK's own resolver
   * @param timeout how long a lookup may take, null to leave that to {@code hosts}
   * @param threads where a lookup goes on whose thread was interrupted
   */
  LeafwardAddressResolver(
      HostResolver hosts,
      NameScope scope,
      InetAddressResolver jdk,
      @Nullable Duration timeout,
      Executor threads) {
    this.hosts = hosts;
    this.scope = scope;
    this.jdk = jdk;
    this.timeout = timeout;
    this.threads = threads;
  }

  @Override
  public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
      throws UnknownHostException {
    if (scope.isBuiltIn(host)) {
      return jdk.lookupByName(host, policy);
    }
    HostAnswer answer = find(host, families(policy));
    List<InetAddress> addresses = answer.addresses();
    if (addresses.isEmpty()) {
      String what = answer instanceof HostAnswer.NoAddress ? "no such address" : "no such host";
      throw notFound(host, what, answer.steps());
    }
    return addresses.stream();
  }

  @Override
  public String lookupByAddress(byte[] octets) throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(octets);
    AddressNames names;
    try {
      names =
          toItsEnd(() -> timeout == null ? hosts.lookup(address) : hosts.lookup(address, timeout));
    } catch (ResolutionException e) {
      throw notFound(address.getHostAddress(), e.failure().sentence(), e);
    }
    if (names.names().isEmpty()) {
      throw notFound(address.getHostAddress(), "no name", names.steps());
    }
    return names.names().getFirst().name();
  }

  private HostAnswer find(String host, AddressFamilies families) throws UnknownHostException {
    try {
      return toItsEnd(() ->
          timeout == null ? hosts.lookup(host, families) : hosts.lookup(host, families, timeout));
    } catch (ResolutionException e) {
      throw notFound(host, e.failure().sentence(), e);
    }
  }

  /** A lookup that can fail. */
  private interface Lookup<T> {
    T find() throws ResolutionException;
  }

  /** Looks up in this thread, or where it is interrupted, once more in another one. */
  private <T> T toItsEnd(Lookup<T> lookup) throws ResolutionException {
    try {
      return lookup.find();
    } catch (ResolutionException e) {
      if (!(e.failure() instanceof Failure.Interrupted)) {
        throw e;
      }
    }
    CompletableFuture<T> elsewhere = new CompletableFuture<>();
    threads.execute(() -> {
      try {
        elsewhere.complete(lookup.find());
      } catch (ResolutionException | RuntimeException | Error e) {
        elsewhere.completeExceptionally(e);
      }
    });
    try {
      // Other than get(), it cannot be interrupted.
      return elsewhere.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ResolutionException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** {@code java.net.preferIPv4Stack} and {@code java.net.preferIPv6Addresses} come as this. */
  static AddressFamilies families(LookupPolicy policy) {
    int wanted = policy.characteristics();
    if ((wanted & LookupPolicy.IPV6) == 0) {
      return AddressFamilies.IPV4;
    }
    if ((wanted & LookupPolicy.IPV4) == 0) {
      return AddressFamilies.IPV6;
    }
    if ((wanted & LookupPolicy.IPV4_FIRST) != 0) {
      return AddressFamilies.IPV4_FIRST;
    }
    return (wanted & LookupPolicy.IPV6_FIRST) != 0
        ? AddressFamilies.IPV6_FIRST
        : AddressFamilies.BOTH;
  }

  /** It is certain; the steps say where it was looked for. */
  private static UnknownHostException notFound(String host, String what, List<HostStep> steps) {
    String where = steps.stream().map(HostStep::toString).collect(Collectors.joining("; "));
    String reason = where.isEmpty() ? what : what + " (" + where + ")";
    return notFound(host, reason, new HostNotFoundException(PrintableText.line(reason)));
  }

  private static UnknownHostException notFound(String host, String reason, Exception cause) {
    UnknownHostException failure =
        new UnknownHostException(PrintableText.name(host) + ": " + PrintableText.line(reason));
    failure.initCause(cause);
    return failure;
  }
}
