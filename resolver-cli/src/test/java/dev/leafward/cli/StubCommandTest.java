// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.resolver.system.ConfigurationSource;
import dev.leafward.resolver.system.HostsFile;
import dev.leafward.resolver.system.NsSwitch;
import dev.leafward.resolver.system.Origin;
import dev.leafward.resolver.system.PolicyTable;
import dev.leafward.resolver.system.ResolvConf;
import dev.leafward.resolver.system.Setting;
import dev.leafward.resolver.system.SystemConfiguration;
import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.server.ReceivedQuery;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The command asking resolvers that the command line names, on loopback. */
class StubCommandTest {
  private static final String FIRST = "192.0.2.1";
  private static final String SECOND = "192.0.2.2";

  private final LoopbackInternet internet = MockInternet.onLoopback();
  private final Capture out = new Capture();
  private final Capture err = new Capture();

  @AfterEach
  void close() {
    internet.close();
  }

  /** Where a server, who happens to be an authority, really listens: as {@code @} has it. */
  private String at(String server) {
    internet
        .zone("corp.example.")
        .at(server)
        .text("$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\nwww A 192.0.2.80\n");
    InetSocketAddress real = internet.locate(internet.server(server).address());
    return "@" + real.getAddress().getHostAddress() + "#" + real.getPort();
  }

  private ExitStatus run(String... words) {
    return new LeafwardCommand(out.stream(), err.stream(), () -> Palette.PLAIN, ResolverPool::open)
        .run(List.of(words));
  }

  @Test
  void printsWhatTheServerSaysAndWhichOneItWas() {
    String server = at(FIRST);

    assertThat(run(server, "www.corp.example")).isEqualTo(ExitStatus.REPLY);

    assertThat(out.text())
        .containsSubsequence(
            "status: NOERROR",
            "www.corp.example.\t60\tIN\tA\t192.0.2.80",
            ";; SERVER: " + server.substring(1) + "(127.0.0.1) (UDP)\n");
    assertThat(internet.queries())
        .singleElement()
        .matches(query -> query.message().header().isRecursionDesired())
        .matches(ReceivedQuery::hasEdns);
  }

  @Test
  void asksTheNextServerAtOnceAndTracesBoth() {
    String refusing = at(FIRST);
    String willing = at(SECOND);
    internet.server(FIRST).refusing();

    assertThat(run(refusing, willing, "www.corp.example", "+trace", "+noedns"))
        .isEqualTo(ExitStatus.REPLY);

    assertThat(out.text())
        .containsSubsequence(
            "a resolver",
            "asked " + refusing.substring(1) + " for www.corp.example. IN A",
            "=> unusable: the server says REFUSED",
            "a resolver",
            "asked " + willing.substring(1) + " for www.corp.example. IN A",
            "=> answer: 192.0.2.80",
            ";; SERVER: " + willing.substring(1) + "(127.0.0.1) (UDP)\n");
    assertThat(internet.queries()).hasSize(2).noneMatch(ReceivedQuery::hasEdns);
  }

  @Test
  void asksAsOftenAsItIsTold() {
    String server = at(FIRST);
    internet.server(FIRST).refusing();

    assertThat(run(server, "www.corp.example", "+tries=4")).isEqualTo(ExitStatus.REPLY);

    assertThat(internet.queries()).hasSize(4);
    assertThat(out.text()).contains("status: SERVFAIL");
    assertThat(err.text()).contains(server.substring(1) + " is unusable: the server says REFUSED");
  }

  @Test
  void asksOverTcpAndForSignaturesIfItIsTold() {
    assertThat(run(at(FIRST), "www.corp.example", "+tcp", "+dnssec")).isEqualTo(ExitStatus.REPLY);

    assertThat(out.text()).contains("(127.0.0.1) (TCP)\n");
    assertThat(internet.queries())
        .singleElement()
        .matches(query -> query.message().edns().orElseThrow().dnssecOk());
  }

  @Test
  void saysThatAServerIsNotFound() {
    assertThat(run("@nobody.invalid", "www.corp.example")).isEqualTo(ExitStatus.INTERNAL);

    assertThat(err.text()).isEqualTo("leafward: the server nobody.invalid has no address\n");
    assertThat(internet.queries()).isEmpty();
  }

  @Test
  void answersForThisMachineByItself() {
    assertThat(run("--stub", "localhost")).isEqualTo(ExitStatus.REPLY);

    assertThat(out.text())
        .containsSubsequence(
            "localhost.\t\t10800\tIN\tA\t127.0.0.1",
            ";; SERVER: 127.0.0.1#0(leafward) (as this machine is configured)\n");
  }

  @Test
  void leavesEdnsOutIfItIsToldThoughTheMachineIsConfiguredToIt() {
    ResolvConf read = ResolvConf.parse("options edns0\n", "resolv.conf", Map.of());
    UpstreamServer server = UpstreamServer.parse(at(FIRST).substring(1));
    ConfigurationSource machine =
        ConfigurationSource.fixed(
            new SystemConfiguration(
                new ResolvConf(
                    List.of(new Setting<>(server, Origin.DEFAULT)),
                    read.suffixes(),
                    read.ndots(),
                    read.timeout(),
                    read.attempts(),
                    read.flags(),
                    List.of()),
                NsSwitch.DEFAULT,
                HostsFile.EMPTY,
                PolicyTable.DEFAULT,
                ""));
    LeafwardCommand command =
        new LeafwardCommand(
            out.stream(),
            err.stream(),
            () -> Palette.PLAIN,
            world -> ResolverPool.open(world, machine));

    command.run(List.of("--stub", "www.corp.example"));
    assertThat(internet.queries()).singleElement().matches(ReceivedQuery::hasEdns);

    assertThat(command.run(List.of("--stub", "www.corp.example", "+noedns")))
        .isEqualTo(ExitStatus.REPLY);
    assertThat(internet.queries()).hasSize(2);
    assertThat(internet.queries().getLast().hasEdns()).isFalse();
  }
}
