// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.io.IOException;

/**
 * There is no such host, or none with an address of the kind that was asked for, or no name for an
 * address: the cause of a {@link java.net.UnknownHostException} where that is certain. Where it
 * could not be found out, the cause is a {@link dev.leafward.resolver.answer.ResolutionException}.
 */
public final class HostNotFoundException extends IOException {

  private static final long serialVersionUID = 1L;

  HostNotFoundException(String message) {
    super(message);
  }
}
