// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import dev.leafward.wire.rdata.Octets;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes our cookies: another one for each server, which nobody can guess who does not see our
 * queries (RFC 7873 section 6, RFC 9018 section 3).
 *
 * <p>A cookie is the SipHash-2-4 of the server's address under a secret that lives for a day, so
 * nothing is kept per server. Our own address is not in it, as this machine may have several and
 * need not know which one is used.
 */
final class ClientCookies {

  private static final int BYTE_BITS = 8;

  private static final long LIFE_NANOS = Duration.ofDays(1).toNanos();

  private final RandomGenerator random;
  private final AtomicReference<@Nullable Secret> current = new AtomicReference<>();

  private record Secret(HashFunction hash, long bornNanos) {}

  /** Cookies under secrets that this generator draws. */
  ClientCookies(RandomGenerator random) {
    this.random = random;
  }

  /** Our cookie for a server at this time. */
  Octets of(InetAddress server, long nowNanos) {
    long hash = secret(nowNanos).hash().hashBytes(server.getAddress()).asLong();
    byte[] octets = new byte[Long.BYTES];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) (hash >>> (i * BYTE_BITS));
    }
    return Octets.of(octets);
  }

  private Secret secret(long nowNanos) {
    Secret secret = current.get();
    if (secret != null && nowNanos - secret.bornNanos() < LIFE_NANOS) {
      return secret;
    }
    Secret next = new Secret(Hashing.sipHash24(random.nextLong(), random.nextLong()), nowNanos);
    current.set(next); // of several threads that come here at once, each sends a valid cookie
    return next;
  }
}
