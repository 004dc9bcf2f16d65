// SPDX-License-Identifier: Apache-2.0
package dev.leafward.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.config.LocalZone;
import dev.leafward.resolver.config.LocalZoneType;
import dev.leafward.resolver.config.Routes;
import dev.leafward.wire.rdata.MX;
import dev.leafward.wire.rdata.RRType;
import org.junit.jupiter.api.Test;

/** How to test a program that looks names up, without any servers: by local data alone. */
class LocalDataInATest {

  /** Everything that is not written here does not exist, so that nothing leaves the machine. */
  private final Resolver resolver =
      Resolver.recursive()
          .routes(
              Routes.builder()
                  .local(LocalZone.of(".", LocalZoneType.STATIC))
                  .localData("shop.example. 60 A 192.0.2.80", "shop.example. MX 10 mail.example.")
                  .build())
          .build();

  @Test
  void findsWhatTheTestWroteDown() throws Exception {
    assertThat(resolver.resolve("shop.example", RRType.MX))
        .isInstanceOfSatisfying(
            Answer.Found.class,
            found -> assertThat(found.as(MX.class).getFirst().preference()).isEqualTo(10));
  }

  @Test
  void findsNothingElse() throws Exception {
    assertThat(resolver.resolve("www.example.com", RRType.A)).isInstanceOf(Answer.NoSuchName.class);
    assertThat(resolver.resolve("shop.example", RRType.AAAA)).isInstanceOf(Answer.NoData.class);
  }
}
