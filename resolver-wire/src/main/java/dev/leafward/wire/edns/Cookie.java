// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.edns;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.rdata.Octets;
import java.util.Locale;

/**
 * A client's cookie and the one that a server gave for it.
 *
 * <p>RFC 7873 section 4. How cookies are made (RFC 9018) and judged is not here.
 *
 * @param client exactly 8 octets
 * @param server 8 to 32 octets, or none where the client has not got one yet
 */
public record Cookie(Octets client, Octets server) implements EdnsOption {
  /** The code of the option. */
  public static final int CODE = 10;

  private static final int CLIENT_OCTETS = 8;
  private static final int LEAST_SERVER_OCTETS = 8;
  private static final int MOST_SERVER_OCTETS = 32;

  /** Checks the lengths. */
  public Cookie {
    if (client.length() != CLIENT_OCTETS || !isServerLength(server.length())) {
      throw new IllegalArgumentException(
          "cookies of " + client.length() + " and " + server.length() + " octets");
    }
  }

  /**
   * Makes the option of a client that has no server's cookie yet.
   *
   * @param client exactly 8 octets
   */
  public static Cookie ofClient(Octets client) {
    return new Cookie(client, Octets.EMPTY);
  }

  /** Reads the wire form. */
  static Cookie read(WireReader in) throws WireFormatException {
    Octets client = Octets.of(in.octets(CLIENT_OCTETS));
    if (!isServerLength(in.remaining())) {
      throw in.malformed("server cookie of " + in.remaining() + " octets");
    }
    return new Cookie(client, OptionFields.rest(in));
  }

  private static boolean isServerLength(int octets) {
    return octets == 0 || (octets >= LEAST_SERVER_OCTETS && octets <= MOST_SERVER_OCTETS);
  }

  @Override
  public int code() {
    return CODE;
  }

  @Override
  public void write(WireWriter out) {
    client.write(out);
    server.write(out);
  }

  @Override
  public String toString() {
    return "COOKIE: " + (client.hex() + server.hex()).toLowerCase(Locale.ROOT);
  }
}
