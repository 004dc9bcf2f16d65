// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.zone;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Transport;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.ServerAddress;
import dev.leafward.testkit.simulation.SimulatedTime;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.text.ZoneFileReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole root zone, as IANA published it on two days: every referral must equal the file.
 *
 * <p>What is expected is gathered from the records of the file by a plain loop, not by {@link
 * Zone}. The files lie in {@code shared/realworld} beside the project; without them the tests are
 * skipped.
 */
class RealRootZoneTest {

  private static final String UNSIGNED = "root-2026-08-22-unsigned.zone.gz";
  private static final String SIGNED = "root-2019-12-13-signed.zone.gz";
  private static final InetSocketAddress A_ROOT_SERVER = ServerAddress.parse("198.41.0.4");
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Set<RRType> ADDRESS_TYPES = Set.of(RRType.A, RRType.AAAA);

  @ParameterizedTest
  @CsvSource({UNSIGNED + ", 1430", SIGNED + ", 1500"})
  void everyReferralEqualsTheFile(String file, int leastDelegations) throws Exception {
    List<ResourceRecord> records = records(file);
    Authority root = Authority.of(Zone.of(DomainName.ROOT, records));
    Map<DomainName, Set<ResourceRecord>> nameServers = delegations(records);
    Map<DomainName, Set<ResourceRecord>> addresses = addresses(records);

    assertThat(nameServers).hasSizeGreaterThanOrEqualTo(leastDelegations);
    for (Map.Entry<DomainName, Set<ResourceRecord>> each : nameServers.entrySet()) {
      Message reply = ask(root, each.getKey().child("www"), RRType.A);

      assertThat(reply.rcode()).isEqualTo(Rcode.NOERROR);
      assertThat(reply.header().isAuthoritative()).isFalse();
      assertThat(reply.header().isTruncated()).isFalse();
      assertThat(reply.answers()).isEmpty();
      assertThat(new HashSet<>(reply.authorities())).isEqualTo(each.getValue());
      assertThat(new HashSet<>(reply.additionals())).isEqualTo(glue(each.getValue(), addresses));
    }
  }

  /** At 1232 octets no referral is too large; at 512 some are, so that TCP is seen to help. */
  @ParameterizedTest
  @CsvSource({
    UNSIGNED + ", 1232, false",
    SIGNED + ", 1232, false",
    UNSIGNED + ", 512, true",
    SIGNED + ", 512, true"
  })
  void everyReferralComesWholeOverTheNetwork(String file, int payloadSize, boolean someAreTooLarge)
      throws Exception {
    List<ResourceRecord> records = records(file);
    Map<DomainName, Set<ResourceRecord>> addresses = addresses(records);
    List<DomainName> truncated = new ArrayList<>();
    try (SimulatedInternet internet = MockInternet.simulated(1)) {
      internet.add(Zone.of(DomainName.ROOT, records));
      for (Map.Entry<DomainName, Set<ResourceRecord>> each : delegations(records).entrySet()) {
        Question question = new Question(each.getKey().child("www"), RRType.A);
        Message query = Message.query(question).edns(Edns.of(payloadSize)).build();
        byte[] datagram = exchange(internet.udp(), internet.time(), query);
        Message reply = MessageCodec.decode(datagram);
        assertThat(datagram).hasSizeLessThanOrEqualTo(payloadSize);
        if (reply.header().isTruncated()) {
          truncated.add(each.getKey());
          reply = MessageCodec.decode(exchange(internet.tcp(), internet.time(), query));
        }
        assertWhole(reply, each.getValue(), addresses);
      }
    }
    assertThat(!truncated.isEmpty()).as("truncated: %s", truncated).isEqualTo(someAreTooLarge);
  }

  /** Glue for servers within the delegated zone is a must, other glue a courtesy (RFC 9471). */
  private static void assertWhole(
      Message referral,
      Set<ResourceRecord> nameServers,
      Map<DomainName, Set<ResourceRecord>> addresses) {
    assertThat(referral.rcode()).isEqualTo(Rcode.NOERROR);
    assertThat(referral.header().isTruncated()).isFalse();
    assertThat(referral.header().isAuthoritative()).isFalse();
    assertThat(new HashSet<>(referral.authorities())).isEqualTo(nameServers);
    assertThat(referral.additionals())
        .containsAll(glue(inDomain(nameServers), addresses))
        .isSubsetOf(glue(nameServers, addresses));
  }

  @ParameterizedTest
  @CsvSource(SIGNED)
  void signaturesGoAlongWithWhatTheySign(String file) throws Exception {
    Authority root = Authority.of(Zone.of(DomainName.ROOT, records(file)));

    Message signed = askForDnssec(root, "www.example.nl.");
    assertThat(types(signed.authorities())).contains("NS", "DS", "RRSIG").doesNotContain("NSEC");
    Message unsigned = askForDnssec(root, "www.example.kp.");
    assertThat(types(unsigned.authorities())).contains("NS", "NSEC", "RRSIG").doesNotContain("DS");
    Message absent = askForDnssec(root, "www.no-such-domain.");
    assertThat(absent.rcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(types(absent.authorities())).containsOnly("SOA", "NSEC", "RRSIG");
    assertThat(absent.authorities().stream().filter(rr -> rr.type().equals(RRType.NSEC)))
        .as("one NSEC for the name, one for the wildcard")
        .hasSize(2);
  }

  private static byte[] exchange(Transport transport, SimulatedTime time, Message query)
      throws IOException {
    long deadline = time.nanos() + PATIENCE.toNanos();
    try (Conversation talk = transport.open(A_ROOT_SERVER, deadline)) {
      talk.send(MessageCodec.encode(query));
      return talk.receive(deadline);
    }
  }

  private static Set<ResourceRecord> inDomain(Set<ResourceRecord> nameServers) {
    return nameServers.stream()
        .filter(each -> ((NS) each.data()).nameServer().isAtOrBelow(each.name()))
        .collect(toSet());
  }

  private static Message askForDnssec(Authority root, String name) {
    Question question = new Question(DomainName.of(name), RRType.A);
    return root.answer(Message.query(question).edns(Edns.of(4096).withDnssecOk()).build());
  }

  private static Message ask(Authority root, DomainName name, RRType type)
      throws WireFormatException {
    byte[] query = MessageCodec.encode(Message.query(new Question(name, type)).build());
    return MessageCodec.decode(root.answer(query, Protocol.TCP).orElseThrow());
  }

  private static Map<DomainName, Set<ResourceRecord>> delegations(List<ResourceRecord> records) {
    Map<DomainName, Set<ResourceRecord>> found = new HashMap<>();
    for (ResourceRecord each : records) {
      if (each.type().equals(RRType.NS) && !each.name().isRoot()) {
        found.computeIfAbsent(each.name(), name -> new HashSet<>()).add(each);
      }
    }
    return found;
  }

  private static Map<DomainName, Set<ResourceRecord>> addresses(List<ResourceRecord> records) {
    Map<DomainName, Set<ResourceRecord>> found = new HashMap<>();
    for (ResourceRecord each : records) {
      if (ADDRESS_TYPES.contains(each.type())) {
        found.computeIfAbsent(each.name(), name -> new HashSet<>()).add(each);
      }
    }
    return found;
  }

  private static Set<ResourceRecord> glue(
      Set<ResourceRecord> nameServers, Map<DomainName, Set<ResourceRecord>> addresses) {
    return nameServers.stream()
        .map(each -> ((NS) each.data()).nameServer())
        .map(host -> addresses.getOrDefault(host, Set.of()))
        .flatMap(Collection::stream)
        .collect(toSet());
  }

  private static Set<String> types(List<ResourceRecord> records) {
    return records.stream().map(each -> each.type().toString()).collect(toSet());
  }

  private static List<ResourceRecord> records(String file) throws IOException, TextFormatException {
    Path path = realWorld(file);
    assumeThat(path).as("the real root zone beside the project").isNotNull();
    try (GZIPInputStream unzipped = new GZIPInputStream(Files.newInputStream(path))) {
      Reader text = new InputStreamReader(unzipped, StandardCharsets.US_ASCII);
      return ZoneFileReader.readAll(text, file, DomainName.ROOT);
    }
  }

  private static @Nullable Path realWorld(String file) {
    for (Path folder = Path.of(System.getProperty("user.dir"));
        folder != null;
        folder = folder.getParent()) {
      Path candidate = folder.resolve("shared").resolve("realworld").resolve(file);
      if (Files.isReadable(candidate)) {
        return candidate;
      }
    }
    return null;
  }
}
