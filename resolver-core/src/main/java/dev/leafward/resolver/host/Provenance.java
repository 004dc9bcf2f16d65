// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.wire.name.DomainName;

/** Where an address or a name came from. */
public sealed interface Provenance {

  /** It was given as an address. */
  record Literal() implements Provenance {
    @Override
    public String toString() {
      return "an address as it stands";
    }
  }

  /**
   * It stands in a hosts file.
   *
   * @param file the file's path
   * @param line the line's number, from 1
   */
  record HostsFile(String file, int line) implements Provenance {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /**
   * It is a record of the DNS.
   *
   * @param owner the name that the record stands at, aliases followed
   * @param ttl how many seconds it stays true, the aliases on the way included
   * @param isStale whether it had expired already, and was served for want of a newer one
   */
  record Dns(DomainName owner, long ttl, boolean isStale) implements Provenance {
    @Override
    public String toString() {
      return "the DNS, " + owner + " for " + ttl + " s" + (isStale ? ", stale" : "");
    }
  }

  /** It is a loopback address, which {@code localhost} has by definition (RFC 6761 section 6.3). */
  record Loopback() implements Provenance {
    @Override
    public String toString() {
      return "localhost by definition";
    }
  }

  /** It is of this machine's own network interfaces. */
  record OwnInterface() implements Provenance {
    @Override
    public String toString() {
      return "this machine";
    }
  }
}
