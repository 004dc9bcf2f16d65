// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.testkit.LoopbackInternet;
import dev.leafward.testkit.MockInternet;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The command asking one resolver, on loopback, instead of the root servers. */
class ForwardCommandTest {
  private static final String FORWARDER = "192.0.2.1";

  private final LoopbackInternet internet = MockInternet.onLoopback();
  private final Capture out = new Capture();
  private final Capture err = new Capture();

  @AfterEach
  void close() {
    internet.close();
  }

  /** Where the forwarder, who happens to be an authority, really listens. */
  private String forwarder() {
    internet
        .zone("corp.example.")
        .at(FORWARDER)
        .text("$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\nwww A 192.0.2.80\n");
    InetSocketAddress real = internet.locate(internet.server(FORWARDER).address());
    return real.getAddress().getHostAddress() + "#" + real.getPort();
  }

  private ExitStatus run(String... words) {
    return new LeafwardCommand(out.stream(), err.stream(), () -> Palette.PLAIN, ResolverPool::open)
        .run(List.of(words));
  }

  @Test
  void printsWhatTheForwarderSays() {
    String forwarder = forwarder();

    assertThat(run("--forward", forwarder, "www.corp.example", "+trace"))
        .isEqualTo(ExitStatus.REPLY);

    assertThat(out.text())
        .containsSubsequence(
            "route",
            "www.corp.example. IN A goes to the forward zone . ->",
            "a resolver",
            "asked " + forwarder + " for www.corp.example.",
            "=> answer: 192.0.2.80",
            "www.corp.example.\t60\tIN\tA\t192.0.2.80",
            ";; SERVER: " + forwarder + "(127.0.0.1) (UDP)");
    assertThat(internet.queries())
        .singleElement()
        .matches(query -> query.message().header().isRecursionDesired());
  }

  @Test
  void answersSpecialNamesWithoutAskingAnybody() {
    assertThat(run("--forward", forwarder(), "www.corp.test", "+trace"))
        .isEqualTo(ExitStatus.REPLY);

    assertThat(out.text())
        .containsSubsequence("goes to the local zone test.", "=> no such name", "NXDOMAIN");
    assertThat(internet.queries()).isEmpty();
  }

  @Test
  void writesTheRouteInJson() {
    run("localhost", "+json", "+trace");

    assertThat(out.text().replaceAll("\\s", ""))
        .contains("\"step\":\"route\"", "\"route\":\"localzonelocalhost.\"");
  }
}
