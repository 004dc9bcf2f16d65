// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.wire.message.MessageCodec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.minidns.dnsmessage.DnsMessage;

class SampleTest {
  @ParameterizedTest
  @CsvSource({"QUERY, 40", "CHAIN, 283", "REFERRAL, 836", "NXDOMAIN, 797"})
  void hasTheDocumentedSize(Sample sample, int octets) {
    assertThat(sample.octets()).hasSize(octets);
  }

  @ParameterizedTest
  @EnumSource
  void isReadAlikeByAllLibraries(Sample sample) throws Exception {
    byte[] octets = sample.octets();
    int records = MessageCodec.decode(octets).additionals().size() + 1;
    assertThat(MessageCodec.decode(octets)).isEqualTo(sample.message());
    assertThat(new DnsMessage(octets).additionalSection).hasSize(records);
    assertThat(new org.xbill.DNS.Message(octets).getSection(org.xbill.DNS.Section.ADDITIONAL))
        .hasSize(records);
  }

  @ParameterizedTest
  @EnumSource
  void isEncodedAlikeByTheOtherLibraryThatCompresses(Sample sample) throws Exception {
    assertThat(new org.xbill.DNS.Message(sample.octets()).toWire(0xFFFF))
        .hasSize(sample.octets().length);
  }
}
