// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.servers;

import dev.leafward.wire.edns.Cookie;
import org.jspecify.annotations.Nullable;

/**
 * The ways of one server, as an immutable value. All of it was learnt from replies that show that
 * the server saw our query; so nobody can write into it who does not.
 *
 * @param overTcp whether it is deaf to datagrams, but not to TCP
 * @param withoutEdns whether it answers only questions without EDNS
 * @param changesCase whether its replies do not repeat the case of the question
 * @param cookie the cookie that it gave us last, with that of ours for which it did (RFC 7873);
 *     null if it does not do cookies
 */
public record Traits(
    boolean overTcp, boolean withoutEdns, boolean changesCase, @Nullable Cookie cookie) {

  /** Of a server of which nothing is known. */
  public static final Traits NONE = new Traits(false, false, false, null);

  /** These, of a server that hears nothing but TCP. */
  public Traits hearingOnlyTcp() {
    return new Traits(true, withoutEdns, changesCase, cookie);
  }

  /** These, of a server that does not know EDNS. */
  public Traits ignorantOfEdns() {
    return new Traits(overTcp, true, changesCase, null);
  }

  /** These, of a server that does not keep the case of letters. */
  public Traits changingCase() {
    return new Traits(overTcp, withoutEdns, true, cookie);
  }

  /** These, with another cookie; null for none. */
  public Traits withCookie(@Nullable Cookie latest) {
    return new Traits(overTcp, withoutEdns, changesCase, latest);
  }
}
