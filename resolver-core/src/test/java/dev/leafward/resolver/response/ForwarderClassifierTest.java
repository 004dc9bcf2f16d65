// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.rdata.RRType;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a forwarder's reply means; the forward zone is {@code corp.example.}. */
class ForwarderClassifierTest {

  private static final Question WWW = Replies.question("www.corp.example.", RRType.A);
  private static final String SOA = "corp.example. SOA ns. h. 1 2 3 4 60";
  private static final String SOA_ABOVE = "example. SOA ns. h. 1 2 3 4 60";

  private static Replies reply() {
    return Replies.to(WWW).recursionAvailable();
  }

  static Stream<Arguments> replies() {
    return Stream.of(
        Arguments.of("answer", reply().answer("www.corp.example. A 192.0.2.1")),
        Arguments.of("answer", Replies.to(WWW).answer("www.corp.example. A 192.0.2.1")),
        Arguments.of("answer", reply().authoritative().answer("www.corp.example. A 192.0.2.1")),
        Arguments.of(
            "answer",
            reply().answer("www.corp.example. A 192.0.2.1").authority("corp.example. NS ns.")),
        Arguments.of(
            "alias to www.example.org.",
            reply()
                .answer(
                    "www.corp.example. CNAME www.example.org.", "www.example.org. A 192.0.2.1")),
        Arguments.of("no data, says corp.example.", reply().authority(SOA)),
        Arguments.of("no data, says corp.example.", reply().authority(SOA, "corp.example. NS ns.")),
        Arguments.of("no data", reply()),
        Arguments.of("no data, says example.", reply().authority(SOA_ABOVE, "example. NS ns.")),
        Arguments.of(
            "no such name, says corp.example.", reply().rcode(Rcode.NXDOMAIN).authority(SOA)),
        Arguments.of(
            "no such name, says example.", reply().rcode(Rcode.NXDOMAIN).authority(SOA_ABOVE)),
        Arguments.of("no such name", reply().rcode(Rcode.NXDOMAIN)),
        Arguments.of(
            "unusable: the forwarder refers elsewhere instead of resolving",
            reply().authority("www.corp.example. NS ns.")),
        Arguments.of(
            "unusable: the forwarder refers elsewhere instead of resolving",
            reply().authority("corp.example. NS ns.")),
        Arguments.of(
            "unusable: the forwarder refers elsewhere instead of resolving",
            reply().authority("example. NS ns.")),
        Arguments.of(
            "unusable: answers another question", reply().answer("a.corp.example. A 192.0.2.1")),
        Arguments.of("unusable: the forwarder says SERVFAIL", reply().rcode(Rcode.SERVFAIL)),
        Arguments.of("unusable: the forwarder says REFUSED", reply().rcode(Rcode.REFUSED)));
  }

  @ParameterizedTest
  @MethodSource("replies")
  void tellsWhatAReplyMeans(String words, Replies reply) {
    ScrubbedReply scrubbed =
        Scrubber.ofForwarders(ResolverLimits.DEFAULT)
            .scrub(reply.build(), WWW, Replies.cut("corp.example."));

    assertThat(ForwarderClassifier.classify(scrubbed, WWW).words()).isEqualTo(words);
  }
}
