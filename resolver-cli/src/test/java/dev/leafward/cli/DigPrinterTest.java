// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DigPrinterTest {

  @Test
  void beginsAsDigDoes() {
    Capture out = new Capture();

    new DigPrinter(out.stream()).printBanner(List.of("www.example.com", "+tcp"));

    assertThat(out.text())
        .isEqualTo(
            """

            ; <<>> Leafward %s <<>> www.example.com +tcp
            ;; global options: +cmd
            """
                .formatted(Version.NUMBER));
  }

  @Test
  void printsAliasesAndRecordsInTheAnswerSection() {
    assertThat(print(Samples.report(Samples.found())))
        .isEqualTo(
            """
            ;; Got answer:
            ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 0
            ;; flags: qr rd ra; QUERY: 1, ANSWER: 3, AUTHORITY: 0, ADDITIONAL: 1

            ;; OPT PSEUDOSECTION:
            ; EDNS: version: 0, flags:; udp: 1232
            ;; QUESTION SECTION:
            ;www.example.com.\t\tIN\tA

            ;; ANSWER SECTION:
            www.example.com.\t300\tIN\tCNAME\tweb.example.net.
            web.example.net.\t60\tIN\tA\t192.0.2.1
            web.example.net.\t60\tIN\tA\t192.0.2.2

            ;; Query time: 42 msec
            ;; SERVER: 127.0.0.1#0(leafward) (recursive from the root)
            ;; WHEN: Sun Nov 01 09:05:07 UTC 2026
            ;; MSG SIZE  rcvd: 105

            """);
  }

  /** As dig 9.18.49 prints the same parts with the same flags. */
  static List<Arguments> partsAndTheirText() {
    return List.of(
        arguments("+noall", ""),
        arguments("+noall +authority +additional", ""),
        arguments(
            "+noall +answer",
            """
            www.example.com.\t300\tIN\tCNAME\tweb.example.net.
            web.example.net.\t60\tIN\tA\t192.0.2.1
            web.example.net.\t60\tIN\tA\t192.0.2.2
            """),
        arguments(
            "+noall +question +answer",
            """
            ;www.example.com.\t\tIN\tA
            www.example.com.\t300\tIN\tCNAME\tweb.example.net.
            web.example.net.\t60\tIN\tA\t192.0.2.1
            web.example.net.\t60\tIN\tA\t192.0.2.2
            """),
        arguments(
            "+noall +comments",
            """
            ;; Got answer:
            ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 0
            ;; flags: qr rd ra; QUERY: 1, ANSWER: 3, AUTHORITY: 0, ADDITIONAL: 1

            ;; OPT PSEUDOSECTION:
            ; EDNS: version: 0, flags:; udp: 1232
            """),
        arguments(
            "+nostats +noquestion",
            """
            ;; Got answer:
            ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 0
            ;; flags: qr rd ra; QUERY: 1, ANSWER: 3, AUTHORITY: 0, ADDITIONAL: 1

            ;; OPT PSEUDOSECTION:
            ; EDNS: version: 0, flags:; udp: 1232
            ;; ANSWER SECTION:
            www.example.com.\t300\tIN\tCNAME\tweb.example.net.
            web.example.net.\t60\tIN\tA\t192.0.2.1
            web.example.net.\t60\tIN\tA\t192.0.2.2

            """),
        arguments(
            "+noanswer +nostats",
            """
            ;; Got answer:
            ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 0
            ;; flags: qr rd ra; QUERY: 1, ANSWER: 3, AUTHORITY: 0, ADDITIONAL: 1

            ;; OPT PSEUDOSECTION:
            ; EDNS: version: 0, flags:; udp: 1232
            ;; QUESTION SECTION:
            ;www.example.com.\t\tIN\tA

            """),
        arguments(
            "+nocomments +noquestion",
            """
            www.example.com.\t300\tIN\tCNAME\tweb.example.net.
            web.example.net.\t60\tIN\tA\t192.0.2.1
            web.example.net.\t60\tIN\tA\t192.0.2.2
            ;; Query time: 42 msec
            ;; SERVER: 127.0.0.1#0(leafward) (recursive from the root)
            ;; WHEN: Sun Nov 01 09:05:07 UTC 2026
            ;; MSG SIZE  rcvd: 105

            """),
        arguments(
            "+noall +question +answer +nottlid",
            """
            ;www.example.com.\tIN\tA
            www.example.com.\tIN\tCNAME\tweb.example.net.
            web.example.net.\tIN\tA\t192.0.2.1
            web.example.net.\tIN\tA\t192.0.2.2
            """),
        arguments(
            "+noall +answer +comments +noedns +nocl +nottlid",
            """
            ;; Got answer:
            ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 0
            ;; flags: qr rd ra; QUERY: 1, ANSWER: 3, AUTHORITY: 0, ADDITIONAL: 0

            ;; ANSWER SECTION:
            www.example.com.\tCNAME\tweb.example.net.
            web.example.net.\tA\t192.0.2.1
            web.example.net.\tA\t192.0.2.2

            """));
  }

  @ParameterizedTest
  @MethodSource("partsAndTheirText")
  void printsTheChosenPartsOnly(String flags, String text) {
    assertThat(print(Samples.report(Samples.found(), flags.split(" ")))).isEqualTo(text);
  }

  @Test
  void saysNothingOfReasonsWithoutComments() {
    assertThat(print(Samples.failure(Samples.noServer(true), Samples.way(), "+noall", "+answer")))
        .isEmpty();
  }

  @Test
  void printsTheSoaOfADenialInTheAuthoritySection() {
    assertThat(print(Samples.report(Samples.noSuchName(), "+noedns")))
        .contains(
            """
            ;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 0
            ;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 0

            ;; QUESTION SECTION:
            ;nosuch.example.com.\t\tIN\tA

            ;; AUTHORITY SECTION:
            example.com.\t\t300\tIN\tSOA\tns1.example.com. hostmaster.example.com. 1 7200 3600 \
            1209600 300

            """);
  }

  @Test
  void offersTheUdpSizeAndDnssecBitThatWereAskedFor() {
    assertThat(print(Samples.report(Samples.found(), "+dnssec", "+bufsize=4000")))
        .contains("; EDNS: version: 0, flags: do; udp: 4000\n");
  }

  @Test
  void saysServfailAndWhyWhereServersWereOfNoUse() {
    assertThat(print(Samples.failure(Samples.noServer(true), Samples.way())))
        .contains(
            "status: SERVFAIL",
            """
            ;; Reason: no server of example.net. gave a usable reply for www.example.com. IN
            ;; A: ns.example.org. (198.51.100.53) is lame: REFUSED

            ;; Query time: 1503 msec
            """);
  }

  @Test
  void printsNoMessageWhereNothingWasReached() {
    assertThat(print(Samples.failure(Samples.noServer(false), Samples.silence())))
        .isEqualTo(";; no servers could be reached\n\n");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T09:05:07Z, Sun Nov 01 09:05:07 UTC 2026",
    "2026-02-28T23:59:59+02:00, Sat Feb 28 23:59:59 +0200 2026",
    "2026-05-12T00:00:00-03:30, Tue May 12 00:00:00 -0330 2026"
  })
  void writesTheTimeAsDateDoes(OffsetDateTime time, String text) {
    assertThat(DigPrinter.when(time)).isEqualTo(text);
  }

  private static String print(Report report) {
    Capture out = new Capture();
    new DigPrinter(out.stream()).print(report);
    return out.text();
  }
}
