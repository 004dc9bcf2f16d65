// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
  private final Capture out = new Capture();
  private final Capture err = new Capture();
  @TempDir private Path root;

  private void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private ExitStatus config(Object... arguments) {
    List<String> words =
        Stream.concat(Stream.of("config"), Stream.of(arguments).map(Object::toString)).toList();
    return Main.run(
        words,
        out.stream(),
        err.stream(),
        world -> {
          throw new IOException("nothing is resolved here");
        });
  }

  private void containerFiles() throws IOException {
    file(
        "etc/resolv.conf",
        """
        # made by the orchestrator
        nameserver 192.0.2.53
        nameserver 2001:db8::53
        search default.svc.cluster.example svc.cluster.example
        options ndots:5 rotate
        sortlist 192.0.2.0
        """);
    file("etc/nsswitch.conf", "passwd: files\nhosts: files [NOTFOUND=return] dns\n");
    file("etc/hosts", "127.0.0.1\tlocalhost\n192.0.2.7 \u001b[31mred red\nnonsense\n");
    file("etc/gai.conf", "precedence ::ffff:0:0/96 100\n");
    file("etc/hostname", "pod-1\n");
  }

  @Test
  void printsEachValueWithItsFileAndLine() throws IOException {
    containerFiles();

    assertThat(config("--root", root)).isEqualTo(ExitStatus.REPLY);
    assertThat(out.text())
        .isEqualTo(
            """
            nameserver   192.0.2.53                    /etc/resolv.conf:2
                         2001:db8::53                  /etc/resolv.conf:3
            search       default.svc.cluster.example.  /etc/resolv.conf:4
                         svc.cluster.example.          /etc/resolv.conf:4
            ndots        5                             /etc/resolv.conf:5
            timeout      5 s                           default
            attempts     2                             default
            option       rotate                        /etc/resolv.conf:5
            hosts order  files [NOTFOUND=return] dns   /etc/nsswitch.conf:2
            host         127.0.0.1 localhost           /etc/hosts:1
                         192.0.2.7 \\027[31mred red     /etc/hosts:2
            precedence   ::ffff:0.0.0.0/96 100         /etc/gai.conf:1
            host name    pod-1                         this machine

            Ignored:
              /etc/resolv.conf:6: 'sortlist 192.0.2.0': addresses are ordered by RFC 6724 instead
              /etc/hosts:3: 'nonsense': it does not begin with an address
            """);
    assertThat(err.text()).isEmpty();
  }

  @Test
  void printsDefaultsWhereThereIsNothing() {
    assertThat(config("--root", root)).isEqualTo(ExitStatus.REPLY);
    assertThat(out.text())
        .isEqualTo(
            """
            nameserver   127.0.0.1       default
            search       nothing         default
            ndots        1               default
            timeout      5 s             default
            attempts     2               default
            hosts order  files dns       default
            precedence   as in RFC 6724  default
            """);
  }

  @Test
  void printsJson() throws IOException {
    containerFiles();

    assertThat(config("--root", root, "--json")).isEqualTo(ExitStatus.REPLY);
    assertThat(out.text())
        .startsWith(
            "{\"settings\":[{\"name\":\"nameserver\",\"value\":\"192.0.2.53\","
                + "\"source\":\"/etc/resolv.conf\",\"line\":2},")
        .contains("{\"name\":\"attempts\",\"value\":\"2\",\"source\":\"default\"}")
        .contains(
            "\"ignored\":[{\"text\":\"sortlist 192.0.2.0\","
                + "\"reason\":\"addresses are ordered by RFC 6724 instead\","
                + "\"source\":\"/etc/resolv.conf\",\"line\":6}")
        .endsWith("]}\n");
  }

  @Test
  @DisplayName("H7: what a file says is no command to the terminal, in JSON either")
  void escapesInJsonWhatIsNotPrintable() throws IOException {
    file("etc/hosts", "192.0.2.7 red\u009b31m\u007f\u001b\n");

    assertThat(config("--root", root, "--json")).isEqualTo(ExitStatus.REPLY);
    assertThat(out.text()).contains("192.0.2.7 red\\u009B31m\\u007F\\u001B").matches("[ -~]+\n");
  }

  @Test
  void countsTheLinesOfALongHostsFile() throws IOException {
    file("etc/hosts", "192.0.2.1 host\n".repeat(30));

    config("--root", root);

    assertThat(out.text().lines().filter(line -> line.contains("192.0.2.1 host"))).hasSize(20);
    assertThat(out.text()).contains("and 10 lines more").doesNotContain("/etc/hosts:21");
  }

  @Test
  void printsWhatThisMachineIsConfiguredTo() {
    assertThat(config()).isEqualTo(ExitStatus.REPLY);
    assertThat(out.text()).startsWith("nameserver").contains("ndots", "hosts order");
    assertThat(err.text()).isEmpty();
  }

  @Test
  void explainsItself() {
    assertThat(config("--help")).isEqualTo(ExitStatus.REPLY);
    assertThat(out.text()).contains("leafward config", "--root=DIR", "--json");
  }

  @Test
  void complainsOfWhatItDoesNotUnderstand() {
    assertThat(config("--root", root.resolve("missing"))).isEqualTo(ExitStatus.USAGE);
    assertThat(config("--what")).isEqualTo(ExitStatus.USAGE);
    assertThat(err.text().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("leafward config: ") && line.endsWith("config --help"));
  }
}
