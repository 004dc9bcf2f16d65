// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.host.AddressFamilies;
import dev.leafward.resolver.host.ConfirmedNames;
import dev.leafward.resolver.host.HostResolver;
import dev.leafward.resolver.host.MailServer;
import dev.leafward.resolver.host.MailServers;
import dev.leafward.resolver.host.ReverseConfirmation;
import dev.leafward.resolver.host.ServiceAnswer;
import dev.leafward.resolver.host.Services;
import dev.leafward.resolver.host.Texts;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.demo.DemoInternet;
import dev.leafward.testkit.simulation.LinkConditions;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Services, mail servers and names, asked for through a whole resolver. */
class ServiceResolutionTest {

  @Test
  void demoInternetConfirmsTheNameOfAnAddress() throws Exception {
    try (SimulatedInternet demo = DemoInternet.simulated(1);
        Resolver resolver = demo.recursive().build()) {
      ConfirmedNames names =
          ReverseConfirmation.over(hosts(demo, resolver))
              .lookup(InetAddresses.forString("203.6.74.5"));

      assertThat(names.confirmed()).containsExactly("www.defence.gov.au");
    }
  }

  @Test
  void demoInternetHasMailServersAndTexts() throws Exception {
    try (SimulatedInternet demo = DemoInternet.simulated(1);
        Resolver resolver = demo.recursive().build()) {
      MailServers mail = MailServers.over(hosts(demo, resolver), new SplittableRandom(1));

      assertThat(mail.lookup("123-reg.co.uk").servers())
          .extracting(MailServer::host)
          .containsExactlyInAnyOrder("edge01.webfusion.com", "edge02.webfusion.com");
      assertThat(Texts.of(resolver.resolve("vodafone.com.au", RRType.TXT)))
          .isNotEmpty()
          .allMatch(text -> !text.contains("\""));
    }
  }

  @Test
  void hostsOfAServiceAreLookedUpSideBySide() {
    Duration roundTrip = Duration.ofMillis(40);
    try (SimulatedInternet internet =
        MockInternet.simulated(1).conditions(LinkConditions.of(roundTrip.dividedBy(2)))) {
      internet
          .zone("example.com.")
          .at("192.0.2.60")
          .text(
              """
              $TTL 300
              @           SOA ns hostmaster 1 1800 900 604800 60
              @           NS  ns
              _db._tcp    SRV 1 0 5432 a
              _db._tcp    SRV 2 0 5432 b
              _db._tcp    SRV 3 0 5432 c
              ns          A   192.0.2.60
              a           A   192.0.2.1
              b           A   192.0.2.2
              c           A   192.0.2.3
              """);
      Resolver resolver =
          internet.stub().servers("192.0.2.60").executor(internet.threads()).build();
      Services services =
          Services.over(
              HostResolver.over(resolver)
                  .families(AddressFamilies.IPV4)
                  .time(internet.time())
                  .executor(internet.threads())
                  .build(),
              new SplittableRandom(1));
      List<ServiceAnswer> answers = new ArrayList<>();
      internet.threads().execute(() -> answers.add(lookup(services)));
      internet.threads().run();

      assertThat(answers.getFirst().targets())
          .extracting(target -> InetAddresses.toAddrString(target.addresses().getFirst()))
          .containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.3");
      assertThat(internet.time().nanos()).isEqualTo(roundTrip.multipliedBy(2).toNanos());
    }
  }

  private static ServiceAnswer lookup(Services services) {
    try {
      return services.lookup("db", "tcp", "example.com");
    } catch (ResolutionException e) {
      throw new AssertionError(e);
    }
  }

  private static HostResolver hosts(SimulatedInternet internet, Resolver resolver) {
    return HostResolver.over(resolver)
        .families(AddressFamilies.IPV4)
        .time(internet.time())
        .executor(Runnable::run)
        .build();
  }
}
