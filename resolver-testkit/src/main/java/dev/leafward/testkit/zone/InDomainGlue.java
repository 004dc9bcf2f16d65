// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.zone;

import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.NS;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether a referral still carries the glue without which the delegated zone cannot be reached.
 *
 * <p>RFC 9471 section 3.1: a referral from which glue for a name server within the delegated zone
 * was cut must have TC set. {@link AdditionalAddresses} puts that glue first, so counting suffices.
 */
final class InDomainGlue {

  private static final int FLAGS = 2;
  private static final int TC = 0x02;
  private static final int ADDITIONAL_COUNT = 10;

  private InDomainGlue() {}

  static boolean isComplete(Message reply, byte[] encoded) {
    if (reply.header().isAuthoritative()) {
      return true;
    }
    Set<DomainName> inDomain = new HashSet<>();
    for (ResourceRecord each : reply.authorities()) {
      if (each.data() instanceof NS ns && ns.nameServer().isAtOrBelow(each.name())) {
        inDomain.add(ns.nameServer());
      }
    }
    long needed =
        reply.additionals().stream().filter(each -> inDomain.contains(each.name())).count();
    int opt = reply.edns().isPresent() ? 1 : 0;
    int kept = (encoded[ADDITIONAL_COUNT] & 0xFF) << 8 | (encoded[ADDITIONAL_COUNT + 1] & 0xFF);
    return kept - opt >= needed;
  }

  static byte[] markTruncated(byte[] encoded) {
    byte[] marked = encoded.clone();
    marked[FLAGS] |= TC;
    return marked;
  }
}
