// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

import dev.leafward.resolver.cache.Outcome;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.DNAME;
import java.util.Optional;

/** Makes the CNAMEs that DNAMEs imply (RFC 6672 section 2.2). */
public final class Redirections {

  private Redirections() {}

  /**
   * The alias that a DNAME makes of a name, with the DNAME's TTL (RFC 6672 section 3.1).
   *
   * @param dname a DNAME RRset of one record
   * @param name a name below its owner
   * @return empty if the name would become longer than 255 octets
   */
  public static Optional<RRset> apply(RRset dname, DomainName name) {
    DomainName target = dname.as(DNAME.class).getFirst().target();
    return name.replaceSuffix(dname.name(), target)
        .map(to -> RRset.of(new ResourceRecord(name, dname.rrClass(), dname.ttl(), new CNAME(to))));
  }

  /**
   * The alias that a redirection makes of a name.
   *
   * @return empty if the name would become longer than 255 octets
   */
  public static Optional<Outcome> alias(Outcome.Redirection by, DomainName name) {
    return apply(by.dname(), name)
        .map(cname ->
            new Outcome.Alias(
                cname,
                cname.as(CNAME.class).getFirst().target(),
                Optional.of(by),
                Optional.empty()));
  }
}
