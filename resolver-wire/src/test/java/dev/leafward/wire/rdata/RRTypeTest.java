// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RRTypeTest {
  @ParameterizedTest
  @CsvSource({
    "A, 1",
    "AAAA, 28",
    "OPT, 41",
    "HTTPS, 65",
    "SVCB, 64",
    "NAPTR, 35",
    "CAA, 257",
    "TLSA, 52",
    "SSHFP, 44",
    "NSAP-PTR, 23",
    "ANY, 255",
    "DLV, 32769",
    "TYPE65280, 65280",
    "TYPE0, 0"
  })
  void namesAndNumbersBelongTogether(String name, int code) {
    assertThat(RRType.parse(name)).isEqualTo(RRType.of(code)).hasSameHashCodeAs(RRType.of(code));
    assertThat(RRType.parse(name.toLowerCase(Locale.ROOT)).code()).isEqualTo(code);
    assertThat(RRType.of(code)).hasToString(name);
  }

  @Test
  void everyNumberHasANameThatReadsBack() {
    for (int code = 0; code <= 0xFFFF; code++) {
      assertThat(RRType.parse(RRType.of(code).toString()).code()).isEqualTo(code);
    }
  }

  @Test
  void genericNameOfAnAssignedTypeIsThatType() {
    assertThat(RRType.parse("TYPE28")).isSameAs(RRType.AAAA);
    assertThat(RRClass.parse("CLASS1")).isSameAs(RRClass.IN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "TYPE", "TYPE65536", "TYPE-1", "TYPE1x", "TYPE000001", "IN", "1", "*"})
  void refusesOtherNames(String text) {
    assertThat(RRType.find(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> RRType.parse(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65536})
  void refusesOtherNumbers(int code) {
    assertThatIllegalArgumentException().isThrownBy(() -> RRType.of(code));
    assertThatIllegalArgumentException().isThrownBy(() -> RRClass.of(code));
  }

  @Test
  void metaTypesAreThoseNoZoneHolds() {
    assertThat(RRType.OPT.isMeta()).isTrue();
    assertThat(RRType.ANY.isMeta()).isTrue();
    assertThat(RRType.AXFR.isMeta()).isTrue();
    assertThat(RRType.NXNAME.isMeta()).isTrue();
    assertThat(RRType.A.isMeta()).isFalse();
    assertThat(RRType.CAA.isMeta()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"IN, 1", "CH, 3", "HS, 4", "NONE, 254", "ANY, 255", "CLASS32, 32"})
  void classesHaveNamesToo(String name, int code) {
    assertThat(RRClass.parse(name)).isEqualTo(RRClass.of(code)).hasSameHashCodeAs(RRClass.of(code));
    assertThat(RRClass.of(code)).hasToString(name);
    assertThat(RRClass.find("TYPE1")).isEmpty();
  }
}
