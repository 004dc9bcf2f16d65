// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireReader;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.InvalidNameException;
import java.nio.charset.StandardCharsets;

/** What holds of names. */
final class NameChecks {
  private NameChecks() {}

  static void wire(byte[] octets) {
    // From every tenth octet on, so that pointers have something to point back to.
    for (int start = 0; start <= octets.length; start += 10) {
      try {
        WireReader in = new WireReader(octets, start, octets.length);
        identities(in.name());
        Promise.isTrue(in.position() > start, "a name of no octets");
        identities(in.name());
      } catch (WireFormatException refused) {
        Promise.printable(refused.getMessage());
      }
    }
    try {
      identities(DomainName.ofWire(octets));
    } catch (InvalidNameException refused) {
      Promise.printable(String.valueOf(refused.getMessage()));
    }
  }

  static void text(byte[] octets) {
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    try {
      identities(DomainName.of(text));
    } catch (InvalidNameException refused) {
      Promise.isTrue(
          refused.position() >= 0 && refused.position() <= text.length(), "position of the fault");
    }
    DomainName origin = DomainName.of("origin.example.");
    try {
      identities(DomainName.of(text, origin));
    } catch (InvalidNameException refused) {
      Promise.isTrue(refused.position() <= text.length(), "position of the fault");
    }
  }

  static void limits(DomainName name) {
    Promise.isTrue(name.octets() <= DomainName.MAX_OCTETS, "a name that is too long");
    Promise.isTrue(name.labelCount() <= DomainName.MAX_LABELS, "too many labels");
  }

  private static void identities(DomainName name) {
    limits(name);
    String text = name.toString();
    Promise.printable(text);
    DomainName parsed = DomainName.of(text);
    Promise.equal(parsed, name, "name from its text");
    Promise.isTrue(parsed.equalsExactly(name), "another case");
    Promise.isTrue(parsed.compareTo(name) == 0, "order of equal names");
    Promise.equal(DomainName.ofWire(name.toWire()).toWire(), name.toWire(), "name from its octets");
    DomainName lower = name.lowerCase();
    Promise.equal(lower, name, "name in lower case");
    if (!name.isRoot()) {
      DomainName parent = name.suffix(name.labelCount() - 1);
      Promise.isTrue(name.isBelow(parent) && !parent.isBelow(name), "below its parent");
      Promise.isTrue(name.compareTo(parent) > 0, "order below the parent");
    }
  }
}
