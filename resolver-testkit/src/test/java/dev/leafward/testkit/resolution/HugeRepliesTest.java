// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import com.sun.management.ThreadMXBean;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.CachedEntry;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.testkit.MockInternet;
import dev.leafward.testkit.SimulatedInternet;
import dev.leafward.testkit.server.Reply;
import dev.leafward.testkit.server.Responder;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.A;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.lang.management.ManagementFactory;
import java.net.Inet4Address;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** SECURITY C2, C14: what a reply of tens of thousands of octets costs, and leaves behind. */
class HugeRepliesTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static ResourceRecord record(String name, RData data) {
    return new ResourceRecord(DomainName.of(name), RRClass.IN, 300, data);
  }

  private static Inet4Address address(int number) {
    return (Inet4Address) InetAddresses.forString("203.0." + (number >> 8) + "." + (number & 0xFF));
  }

  private static Message referral(Message query, int nameServers) {
    Message.Builder reply = Message.replyTo(query);
    for (int i = 0; i < nameServers; i++) {
      String name = "n" + i + ".attacker.org.";
      reply.add(Section.AUTHORITY, record("attacker.org.", new NS(DomainName.of(name))));
    }
    for (int i = 0; i < nameServers; i++) {
      reply.add(Section.ADDITIONAL, record("n" + i + ".attacker.org.", new A(address(i))));
    }
    return reply.build();
  }

  /** A world in which a zone is delegated to so many silent servers. */
  private static SimulatedInternet world(int nameServers) {
    SimulatedInternet internet = SmallWorld.in(MockInternet.simulated(1));
    internet.server(SmallWorld.ORG).responding(repeating(query -> referral(query, nameServers)));
    return internet;
  }

  /** Replies that are made once, so that they cost the server nothing when it is measured. */
  private static Responder repeating(UnaryOperator<Message> reply) {
    Map<Question, Reply> replies = new HashMap<>();
    return (query, occasion) ->
        List.of(
            withId(
                query.id(),
                replies.computeIfAbsent(
                    query.questions().getFirst(),
                    asked -> Reply.of(MessageCodec.encode(reply.apply(query))))));
  }

  private static Reply withId(int id, Reply reply) {
    byte[] octets = reply.octets().toArray();
    octets[0] = (byte) (id >> 8);
    octets[1] = (byte) id;
    return Reply.of(octets);
  }

  private static void fails(Resolver resolver, String name) {
    try {
      throw new AssertionError(resolver.resolve(name, RRType.A).toString());
    } catch (ResolutionException e) {
      assertThat(e).isNotNull();
    }
  }

  /** The octets allocated for a question for a name below the delegation. */
  private static long octetsAllocated(SimulatedInternet internet) {
    Resolver resolver = internet.recursive().build();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    fails(resolver, "www.attacker.org");
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  @DisplayName("C2, goal 6: 1,500 name servers cost at most ten times what thirteen do")
  void aHugeReferralCostsLittle() {
    SimulatedInternet ordinary = world(13);
    SimulatedInternet huge = world(1_500);
    octetsAllocated(ordinary); // loads classes
    octetsAllocated(huge);

    assertThat(octetsAllocated(huge)).isLessThanOrEqualTo(10 * octetsAllocated(ordinary));
  }

  @Test
  @DisplayName("C2, goal 6: of 1,500 name servers thirteen are kept, with one address each")
  void keepsThirteen() {
    Resolver resolver = world(1_500).recursive().build();

    fails(resolver, "www.attacker.org");

    DomainName zone = DomainName.of("attacker.org.");
    List<CachedEntry> kept =
        resolver.cache().entries().filter(each -> each.name().isAtOrBelow(zone)).toList();
    assertThat(kept)
        .filteredOn(CachedEntry.Delegation.class::isInstance)
        .singleElement()
        .satisfies(each -> assertThat(each.rrset().rdata()).hasSize(13));
    assertThat(kept).hasSize(1 + 13);
  }

  private static Message addresses(Message query, int count) {
    Message.Builder reply = Message.replyTo(query).authoritative();
    String name = query.questions().getFirst().name().toString();
    for (int i = 0; i < count; i++) {
      reply.answer(record(name, new A(address(i))));
    }
    return reply.build();
  }

  private static SimulatedInternet worldWithAddresses(int count) {
    SimulatedInternet internet = SmallWorld.in(MockInternet.simulated(1));
    for (String server : List.of(SmallWorld.EXAMPLE_COM, SmallWorld.EXAMPLE_COM_2)) {
      internet.server(server).responding(repeating(query -> addresses(query, count)));
    }
    return internet;
  }

  @Test
  @DisplayName("C14: an RRset of 4,000 addresses, which fill a message, is answered and never kept")
  void aHugeRRsetIsNotKept() throws Exception {
    SimulatedInternet internet = worldWithAddresses(4_000);
    Resolver resolver = internet.recursive().build();

    for (int i = 0; i < 2; i++) {
      int before = internet.queries().size();
      Answer answer = resolver.resolve("www.example.com", RRType.A);
      assertThat(((Answer.Found) answer).rrsets().getFirst().rdata()).hasSize(4_000);
      assertThat(internet.queries()).hasSizeGreaterThan(before);
    }
    DomainName name = DomainName.of("www.example.com");
    assertThat(resolver.cache().entries()).noneMatch(each -> each.name().equals(name));
  }

  @Test
  @DisplayName("C14: what an RRset costs grows with its records, no faster (R^2 > 0.99)")
  void costsGrowInALine() throws Exception {
    double[] records = {500, 1_000, 1_500, 2_000, 2_500, 3_000, 3_500, 4_000};
    double[] octets = new double[records.length];
    for (int i = 0; i < records.length; i++) {
      SimulatedInternet internet = worldWithAddresses((int) records[i]);
      internet.recursive().build().resolve("www.example.com", RRType.A);
      Resolver resolver = internet.recursive().build();
      long before = THREADS.getCurrentThreadAllocatedBytes();
      resolver.resolve("www.example.com", RRType.A);
      octets[i] = THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    assertThat(determination(records, octets)).as(Arrays.toString(octets)).isGreaterThan(0.99);
  }

  /** How well a line explains the values: R squared. */
  private static double determination(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double both = 0;
    double onlyX = 0;
    double onlyY = 0;
    for (int i = 0; i < x.length; i++) {
      both += (x[i] - meanX) * (y[i] - meanY);
      onlyX += (x[i] - meanX) * (x[i] - meanX);
      onlyY += (y[i] - meanY) * (y[i] - meanY);
    }
    return both * both / (onlyX * onlyY);
  }
}
