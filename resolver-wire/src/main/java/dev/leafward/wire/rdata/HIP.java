// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import java.util.ArrayList;
import java.util.List;

/**
 * The identity of a host, its key, and where to ask for its address.
 *
 * <p>RFC 8005 section 5. The names are not compressed.
 *
 * <pre>{@code
 * +------------+--------------+-----------+--------+------------+----------------------+
 * | HIT Length | PK Algorithm | PK Length | HIT    | Public Key | Rendezvous Servers   |
 * | u8         | u8           | u16       | octets | octets     | names                |
 * +------------+--------------+-----------+--------+------------+----------------------+
 * }</pre>
 *
 * @param keyAlgorithm 0..255, the key's algorithm as in IPSECKEY
 * @param identityTag the host identity tag, 1..255 octets
 * @param key 1..65535 octets, in the algorithm's own form
 * @param rendezvousServers the names of rendezvous servers, in order of preference; there may be
 *     none
 */
public record HIP(
    int keyAlgorithm, Octets identityTag, Octets key, List<DomainName> rendezvousServers)
    implements RData {
  private static final int MAX_TAG = 0xFF;
  private static final int MAX_KEY = 0xFFFF;

  /** Checks the ranges. */
  public HIP {
    Fields.checkU8("public key algorithm", keyAlgorithm);
    Fields.checkNotEmpty("host identity tag", identityTag);
    Fields.checkU8("host identity tag length", identityTag.length());
    Fields.checkNotEmpty("public key", key);
    Fields.checkU16("public key length", key.length());
    rendezvousServers = List.copyOf(rendezvousServers);
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static HIP read(WireReader in) throws WireFormatException {
    int tagLength = in.u8();
    int keyAlgorithm = in.u8();
    int keyLength = in.u16();
    if (tagLength == 0 || keyLength == 0) {
      throw in.malformed("host identity tag or key has no octets");
    }
    Octets identityTag = Octets.wrap(in.octets(tagLength));
    Octets key = Octets.wrap(in.octets(keyLength));
    List<DomainName> servers = Fields.listFor(in, 1);
    while (in.hasRemaining()) {
      servers.add(Fields.uncompressedName(in));
    }
    return new HIP(keyAlgorithm, identityTag, key, servers);
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static HIP parse(TextReader in) throws TextFormatException {
    int keyAlgorithm = in.u8();
    String tagExpectation = "a host identity tag of 1..255 octets in hexadecimal";
    Octets identityTag = Octets.wrap(in.hex(tagExpectation));
    if (identityTag.isEmpty() || identityTag.length() > MAX_TAG) {
      throw in.malformed(tagExpectation);
    }
    String keyExpectation = "a public key in base64";
    Octets key = Octets.wrap(in.base64(keyExpectation));
    if (key.isEmpty() || key.length() > MAX_KEY) {
      throw in.malformed(keyExpectation);
    }
    List<DomainName> servers = new ArrayList<>();
    while (in.hasNext()) {
      servers.add(in.name());
    }
    return new HIP(keyAlgorithm, identityTag, key, servers);
  }

  @Override
  public RRType type() {
    return RRType.HIP;
  }

  @Override
  public void write(WireWriter out) {
    out.u8(identityTag.length());
    out.u8(keyAlgorithm);
    out.u16(key.length());
    identityTag.write(out);
    key.write(out);
    rendezvousServers.forEach(out::name);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(keyAlgorithm)
        .append(' ')
        .append(identityTag.hex())
        .append(' ')
        .append(key.base64());
    rendezvousServers.forEach(server -> text.append(' ').append(server));
    return text.toString();
  }
}
