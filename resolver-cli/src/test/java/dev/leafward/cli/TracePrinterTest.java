// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Step;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracePrinterTest {

  @Test
  void showsEveryStepOfTheWay() {
    assertThat(print(Samples.way(), Palette.PLAIN))
        .isEqualTo(
            """
            ;; TRACE of www.example.com. IN A
            ;;
            ;; 1  zone com.                                      UDP   18.3 ms    512 octets
            ;;    asked a.gtld-servers.net. (192.5.6.30) for www.example.com. IN A
            ;;    => referral to example.com. (1 name server, no glue)
            ;;
            ;; 2  zone example.com.                              UDP   9.07 ms   1232 octets
            ;;    asked ns1.example.com. (2001:db8::53) for www.example.com. IN A
            ;;    => truncated, asked again over TCP
            ;;    not believed, out of bailiwick (additional):
            ;;      ns1.victim.example. 600 IN A 203.0.113.66
            ;;
            ;; 3  alias                                                            TTL 300 s
            ;;    www.example.com. is an alias of web.example.net.
            ;;
            ;; 4  cache                                                         TTL 172800 s
            ;;    looked for net. IN NS
            ;;    => 13 name servers of net.
            ;;
            ;; 5  needs the address of name server ns.example.org.
            ;;    |
            ;;    |  5.1  zone . (the root)                      UDP   0.61 ms    512 octets
            ;;    |       asked k.root-servers.net. (193.0.14.129) for www.example.com. IN A
            ;;    |       => referral to org. (1 name server, no glue)
            ;;    |
            ;;    => 198.51.100.53
            ;;
            ;; 6  zone example.net.                              UDP   1500 ms      no reply
            ;;    asked ns.example.org. (198.51.100.53) for web.example.net. IN A
            ;;    => no reply within 1500 ms
            ;;
            ;; => 2 addresses: 192.0.2.1, 192.0.2.2
            ;; 4 exchanges with 4 servers, 1528 ms of waiting

            """);
  }

  @Test
  void showsTheWayOfASharedLookup() {
    Question question = Samples.question("ns.example.org.", RRType.A);
    Explanation shared =
        new Explanation(
            question,
            List.of(new Step.Joined(question, Samples.silence())),
            "no answer within 7000 ms");

    assertThat(print(shared, Palette.PLAIN))
        .contains(
            """
            ;; 1  shared with a lookup that was under way
            ;;    |
            ;;    |  1.1  zone example.net.                      UDP   1500 ms      no reply
            """);
  }

  @Test
  void coloursOnlyTheText() {
    String coloured = print(Samples.way(), Palette.COLOUR);

    assertThat(coloured)
        .contains("\u001b[36m=> referral to example.com. (1 name server, no glue)\u001b[0m\n");
    assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", ""))
        .isEqualTo(print(Samples.way(), Palette.PLAIN));
  }

  @Test
  void keepsLongNamesWholeWithin80Columns() {
    String name = "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(63) + ".example.";
    Question question = Samples.question(name, RRType.A);
    Explanation nested = new Explanation(question, List.of(), "the addresses of " + name);
    for (int depth = 0; depth < 3; depth++) {
      nested =
          new Explanation(
              question, List.of(new Step.SubLookup("the address of " + name, nested)), "failed");
    }

    String printed = print(nested, Palette.PLAIN);

    assertThat(printed.lines())
        .allMatch(line -> (line.length() <= 80 && line.startsWith(";;")) || line.isEmpty());
    assertThat(printed.replaceAll("\n;;[ |]*", "")).contains("the addresses of" + name);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00 ms",
    "9999, 0.00 ms",
    "610000, 0.61 ms",
    "9999999, 9.99 ms",
    "10000000, 10.0 ms",
    "18349999, 18.3 ms",
    "99999999, 99.9 ms",
    "100000000, 100 ms",
    "7000000000, 7000 ms"
  })
  void roundsTimesToWhatMatters(long nanos, String text) {
    assertThat(TracePrinter.milliseconds(Duration.ofNanos(nanos))).isEqualTo(text);
  }

  private static String print(Explanation explanation, Palette palette) {
    Capture out = new Capture();
    new TracePrinter(out.stream(), palette).print(explanation);
    return out.text();
  }
}
