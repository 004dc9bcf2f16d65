// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.config.ForwardZone;
import dev.leafward.resolver.config.LocalZone;
import dev.leafward.resolver.config.LocalZoneType;
import dev.leafward.resolver.config.Routes;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Names that are answered on the spot because somebody configured it. */
class LocalDataTest {

  private final SimulatedInternet internet = SmallWorld.in(MockInternet.simulated(1));

  private Resolver with(Routes.Builder routes) {
    return internet.recursive().routes(routes.build()).build();
  }

  private static List<String> addresses(Answer answer) {
    return ((Answer.Found) answer).addresses().stream().map(InetAddress::getHostAddress).toList();
  }

  @Test
  void putsOneNameInThePlaceOfThatOfTheInternet() throws Exception {
    Resolver resolver = with(Routes.builder().localData("www.example.com. 60 A 10.1.1.1"));

    Answer answer = resolver.resolve("WWW.example.com", RRType.A);

    assertThat(addresses(answer)).containsExactly("10.1.1.1");
    assertThat(answer.ttl()).isEqualTo(60);
    assertThat(internet.log()).isEmpty();
    assertThat(resolver.resolve("www.example.com", RRType.AAAA)).isInstanceOf(Answer.NoData.class);
    assertThat(internet.log()).isEmpty();
    assertThat(addresses(resolver.resolve("zero.example.com", RRType.A)))
        .containsExactly("192.0.2.81");
  }

  @Test
  void answersTheTargetOfAnAliasFromLocalData() throws Exception {
    Resolver resolver = with(Routes.builder().localData("www.example.com. 60 A 10.1.1.1"));

    assertThat(addresses(resolver.resolve("alias.example.com", RRType.A)))
        .containsExactly("10.1.1.1");
  }

  @Test
  void followsALocalAliasOutIntoTheInternet() throws Exception {
    Resolver resolver = with(Routes.builder().localData("here.lan. CNAME www.example.com."));

    Answer answer = resolver.resolve("here.lan", RRType.A);

    assertThat(addresses(answer)).containsExactly("192.0.2.80");
    assertThat(answer.canonicalName()).hasToString("www.example.com.");
  }

  @Test
  void refusesAWholeZone() {
    Resolver resolver =
        with(Routes.builder().local(LocalZone.of("example.com", LocalZoneType.REFUSE)));

    assertThatThrownBy(() -> resolver.resolve("www.example.com", RRType.A))
        .isInstanceOfSatisfying(
            ResolutionException.class,
            e -> assertThat(e.failure()).isInstanceOf(Failure.Refused.class));
    assertThat(internet.log()).isEmpty();
  }

  @Test
  void answersWithoutAThreadOfItsOwn() throws Exception {
    try (Resolver resolver =
        internet
            .recursive()
            .executor(task -> {
              throw new AssertionError("no task is needed");
            })
            .routes(Routes.builder().localData("www.example.com. 60 A 10.1.1.1").build())
            .build()) {
      CompletableFuture<Answer> answer =
          resolver.resolveAsync(new Question(DomainName.of("www.example.com"), RRType.A));

      assertThat(answer).isCompleted();
      assertThat(addresses(answer.get())).containsExactly("10.1.1.1");
    }
  }

  @Test
  void stepsBackForALongerRouteUnlessTheNameHasDataOfItsOwn() {
    internet.server("10.0.0.1").failing();
    Resolver resolver =
        with(
            Routes.builder()
                .local(
                    LocalZone.of("lan.example", LocalZoneType.STATIC).with("nas.corp A 10.1.1.1"))
                .forward(ForwardZone.of("corp.lan.example", "10.0.0.1")));

    assertThat(resolveQuietly(resolver, "nas.corp.lan.example")).isEqualTo("Found");
    assertThat(resolveQuietly(resolver, "nas.lan.example")).isEqualTo("NoSuchName");
    assertThat(internet.queriesTo("10.0.0.1")).isEmpty();
    assertThat(resolveQuietly(resolver, "www.corp.lan.example")).isEqualTo("NoUsableServer");
  }

  private static String resolveQuietly(Resolver resolver, String name) {
    try {
      return resolver.resolve(name, RRType.A).getClass().getSimpleName();
    } catch (ResolutionException e) {
      return e.failure().getClass().getSimpleName();
    }
  }

  @Test
  void comesBeforeAForwardZoneOfTheSameName() throws Exception {
    internet.server("10.0.0.1").failing();
    Resolver resolver =
        with(
            Routes.builder()
                .local(
                    LocalZone.of("corp.example", LocalZoneType.TRANSPARENT).with("nas A 10.1.1.1"))
                .forward(ForwardZone.of("corp.example", "10.0.0.1")));

    assertThat(resolveQuietly(resolver, "nas.corp.example")).isEqualTo("Found");
    assertThat(internet.queries()).isEmpty();
    assertThat(resolveQuietly(resolver, "www.corp.example")).isEqualTo("NoUsableServer");
    assertThat(internet.queriesTo("10.0.0.1")).isNotEmpty();
  }
}
