// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.spi;

import java.io.EOFException;

/**
 * A connection that had been kept from earlier queries ended before the reply came.
 *
 * <p>Servers close idle connections as they like, and a query may cross that on its way (RFC 7766
 * section 6.2.4): so it says nothing against the server, and the query may be sent once more, which
 * is a send like any other. The transport that throws it uses a fresh connection then.
 */
public final class StaleConnectionException extends EOFException {

  private static final long serialVersionUID = 1L;

  /** A connection has ended. */
  public StaleConnectionException() {
    super("the server closed a kept connection");
  }
}
