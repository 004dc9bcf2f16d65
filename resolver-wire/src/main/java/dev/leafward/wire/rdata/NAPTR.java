// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.name.DomainName;
import java.util.Objects;

/**
 * A rule that rewrites a name into a service, a host or a URI.
 *
 * <p>RFC 3403 section 4. The name is never compressed by us, but accepted if it comes so (RFC 3597
 * section 4).
 *
 * <pre>{@code
 * +-------+------------+--------+----------+--------+-------------+
 * | ORDER | PREFERENCE | FLAGS  | SERVICES | REGEXP | REPLACEMENT |
 * | u16   | u16        | string | string   | string | name        |
 * +-------+------------+--------+----------+--------+-------------+
 * }</pre>
 *
 * @param order 0..65535, lower is worked through first
 * @param preference 0..65535, lower is tried first among those of one order
 * @param flags what the outcome is, for instance {@code u} for a URI
 * @param services the services that the rule leads to
 * @param regexp a substitution expression, or empty
 * @param replacement the next name, or the root if there is an expression
 */
public record NAPTR(
    int order,
    int preference,
    CharacterString flags,
    CharacterString services,
    CharacterString regexp,
    DomainName replacement)
    implements RData {
  /** Checks the ranges. */
  public NAPTR {
    Fields.checkU16("order", order);
    Fields.checkU16("preference", preference);
    Objects.requireNonNull(flags, "flags");
    Objects.requireNonNull(services, "services");
    Objects.requireNonNull(regexp, "regexp");
    Objects.requireNonNull(replacement, "replacement");
  }

  /**
   * Reads the wire form.
   *
   * @param in a reader fenced to the RDATA
   * @return the data
   * @throws WireFormatException if the octets are no such data
   */
  public static NAPTR read(WireReader in) throws WireFormatException {
    return new NAPTR(
        in.u16(),
        in.u16(),
        CharacterString.read(in),
        CharacterString.read(in),
        CharacterString.read(in),
        in.name());
  }

  /**
   * Reads the presentation form.
   *
   * @param in the words of the record's data
   * @return the data
   * @throws TextFormatException if the words are no such data
   */
  public static NAPTR parse(TextReader in) throws TextFormatException {
    return new NAPTR(
        in.u16(),
        in.u16(),
        CharacterString.parse(in),
        CharacterString.parse(in),
        CharacterString.parse(in),
        in.name());
  }

  @Override
  public RRType type() {
    return RRType.NAPTR;
  }

  @Override
  public void write(WireWriter out) {
    out.u16(order);
    out.u16(preference);
    flags.write(out);
    services.write(out);
    regexp.write(out);
    out.name(replacement);
  }

  @Override
  public String toString() {
    return order
        + " "
        + preference
        + " "
        + flags
        + " "
        + services
        + " "
        + regexp
        + " "
        + replacement;
  }
}
