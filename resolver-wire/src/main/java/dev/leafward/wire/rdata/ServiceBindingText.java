// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.WireWriter;

/**
 * The presentation form of service bindings.
 *
 * <p>RFC 9460 section 2.1. Text that is not self-consistent is refused when it is read, so data
 * that came so over the wire has the generic form of RFC 3597 section 5.
 */
final class ServiceBindingText {
  private ServiceBindingText() {}

  static String of(ServiceBinding binding) {
    if (!binding.isSelfConsistent()) {
      WireWriter out = WireWriter.uncompressed();
      binding.write(out);
      return new UnknownRData(binding.type(), Octets.wrap(out.toByteArray())).toString();
    }
    String fixed = binding.priority() + " " + binding.target();
    return binding.params().list().isEmpty() ? fixed : fixed + " " + binding.params();
  }
}
