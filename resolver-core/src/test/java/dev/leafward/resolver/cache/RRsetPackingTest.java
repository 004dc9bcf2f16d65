// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.cache;

import static dev.leafward.resolver.cache.Records.addresses;
import static dev.leafward.resolver.cache.Records.rrset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.wire.message.RRset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RRsetPackingTest {
  private final RRsetPacking packing = new RRsetPacking(100, 16_384);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A 192.0.2.1",
        "AAAA 2001:db8::1",
        "AAAA ::ffff:192.0.2.1",
        "NS Ns.Example.NET.",
        "CNAME web.example.net.",
        "DNAME example.net.",
        "SOA ns.test. hostmaster.test. 4294967295 7200 900 1209600 600",
        "MX 10 mail.example.net.",
        "TXT \"one\" \"two\" \"\"",
        "SRV 1 2 3 host.example.net.",
        "DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D",
        "NSEC www.example.com. A RRSIG NSEC TYPE1234",
        "TYPE65280 \\# 4 DEADBEEF",
        "TYPE65280 \\# 0"
      })
  void givesBackWhatWasPacked(String data) {
    RRset rrset = rrset("Owner.example.com. 300 IN " + data);

    assertThat(roundTrip(rrset)).isEqualTo(rrset).hasToString(rrset.toString());
  }

  @Test
  void keepsTheOrderOfDataAndSignatures() {
    RRset rrset =
        rrset(
            "a.test. 9 IN A 192.0.2.3",
            "a.test. 9 IN A 192.0.2.1",
            "a.test. 9 IN A 192.0.2.2",
            "a.test. 9 IN RRSIG A 13 2 9 20260201000000 20260101000000 2 test. YmI=",
            "a.test. 9 IN RRSIG A 8 2 9 20260201000000 20260101000000 1 test. YWE=");

    assertThat(roundTrip(rrset)).isEqualTo(rrset);
  }

  @ParameterizedTest
  @CsvSource({"3, 20, true", "2, 20, false", "3, 19, false"})
  void refusesMoreThanItsBounds(int maxRecords, int maxOctets, boolean packed) {
    RRset threeAddresses = addresses("a.test.", 3);

    assertThat(new RRsetPacking(maxRecords, maxOctets).pack(threeAddresses).isPresent())
        .isEqualTo(packed);
  }

  @Test
  void aDamagedEntryIsABugNotAnAnswer() {
    byte[] cut = {0, 1, 0, 4, 10};
    RRset any = addresses("a.test.", 1);

    assertThatThrownBy(() -> RRsetPacking.unpack(any.name(), any.type(), any.rrClass(), 1, cut, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a.test. A");
  }

  private RRset roundTrip(RRset rrset) {
    byte[] packed = packing.pack(rrset).orElseThrow();
    return RRsetPacking.unpack(rrset.name(), rrset.type(), rrset.rrClass(), rrset.ttl(), packed, 0);
  }
}
