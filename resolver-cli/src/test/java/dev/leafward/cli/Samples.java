// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.answer.Answer;
import dev.leafward.resolver.answer.Explanation;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.answer.Rejection;
import dev.leafward.resolver.answer.ReplyComposer;
import dev.leafward.resolver.answer.SecurityStatus;
import dev.leafward.resolver.answer.Step;
import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.RRset;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RDataFormats;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values for tests to show: questions, ways and answers written by hand. */
final class Samples {
  static final Question ALIASED = question("www.example.com.", RRType.A);
  static final OffsetDateTime WHEN = OffsetDateTime.of(2026, 11, 1, 9, 5, 7, 0, ZoneOffset.UTC);

  private Samples() {}

  static Question question(String name, RRType type) {
    return new Question(DomainName.of(name), type);
  }

  static Query query(Question question, String... flags) {
    try {
      String[] words = {"-q", question.name().toString(), "-t", question.type().toString()};
      List<String> line = new java.util.ArrayList<>(List.of(words));
      line.addAll(Arrays.asList(flags));
      return ((Invocation.Resolve) InvocationParser.parse(line)).queries().getFirst();
    } catch (UsageException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static RRset rrset(String name, long ttl, RRType type, String... data) {
    return RRset.of(
        Arrays.stream(data)
            .map(each -> record(name, ttl, type, each))
            .toArray(ResourceRecord[]::new));
  }

  private static ResourceRecord record(String name, long ttl, RRType type, String data) {
    try {
      TextReader text = TextReader.of(data, DomainName.ROOT);
      return new ResourceRecord(
          DomainName.of(name), RRClass.IN, ttl, RDataFormats.parse(type, text));
    } catch (TextFormatException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** An answer behind an alias, found with a referral, a truncated reply and some rubbish. */
  static Answer.Found found() {
    return new Answer.Found(
        ALIASED,
        List.of(alias()),
        List.of(rrset("web.example.net.", 60, RRType.A, "192.0.2.1", "192.0.2.2")),
        SecurityStatus.INDETERMINATE,
        way());
  }

  static Answer.NoSuchName noSuchName() {
    Question question = question("nosuch.example.com.", RRType.A);
    return new Answer.NoSuchName(
        question,
        List.of(),
        Optional.of(
            rrset(
                "example.com.",
                300,
                RRType.SOA,
                "ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 300")),
        SecurityStatus.INDETERMINATE,
        new Explanation(question, List.of(), "no such name"));
  }

  static RRset alias() {
    return rrset("www.example.com.", 300, RRType.CNAME, "web.example.net.");
  }

  static Explanation way() {
    Question target = question("web.example.net.", RRType.A);
    return new Explanation(
        ALIASED,
        List.of(
            exchange(
                "com.", "a.gtld-servers.net.", "192.5.6.30", 18_340, "referral to example.com."),
            truncated(),
            new Step.AliasFollowed(alias(), DomainName.of("web.example.net.")),
            new Step.CacheHit(question("net.", RRType.NS), "13 name servers of net.", 172_800),
            new Step.SubLookup("the address of name server ns.example.org.", nameServersWay()),
            silent(target)),
        "2 addresses: 192.0.2.1, 192.0.2.2");
  }

  private static Step truncated() {
    return new Step.Exchange(
        ALIASED,
        DomainName.of("example.com."),
        DomainName.of("ns1.example.com."),
        InetAddresses.forString("2001:db8::53"),
        53,
        Protocol.UDP,
        Duration.ofNanos(9_070_000),
        1232,
        Step.Judgement.TRUNCATED,
        "truncated, asked again over TCP",
        List.of(
            new Rejection(
                Section.ADDITIONAL,
                rrset("ns1.victim.example.", 600, RRType.A, "203.0.113.66"),
                Rejection.Reason.OUT_OF_BAILIWICK)),
        Optional.of(Message.query(ALIASED).build()));
  }

  private static Step silent(Question asked) {
    return new Step.Exchange(
        asked,
        DomainName.of("example.net."),
        DomainName.of("ns.example.org."),
        InetAddresses.forString("198.51.100.53"),
        53,
        Protocol.UDP,
        Duration.ofMillis(1500),
        0,
        Step.Judgement.NO_REPLY,
        "no reply within 1500 ms",
        List.of(),
        Optional.empty());
  }

  private static Explanation nameServersWay() {
    Question question = question("ns.example.org.", RRType.A);
    return new Explanation(
        question,
        List.of(exchange(".", "k.root-servers.net.", "193.0.14.129", 610, "referral to org.")),
        "198.51.100.53");
  }

  private static Step exchange(
      String zone, String server, String address, long micros, String detail) {
    return new Step.Exchange(
        ALIASED,
        DomainName.of(zone),
        DomainName.of(server),
        InetAddresses.forString(address),
        53,
        Protocol.UDP,
        Duration.ofNanos(micros * 1000),
        512,
        Step.Judgement.REFERRAL,
        detail,
        List.of(),
        Optional.of(
            Message.query(ALIASED)
                .add(Section.AUTHORITY, rrset("test.", 60, RRType.NS, "ns.test.").records())
                .build()));
  }

  /** A way on which nobody replied. */
  static Explanation silence() {
    return new Explanation(ALIASED, List.of(silent(ALIASED)), "failed");
  }

  static Failure.NoUsableServer noServer(boolean replied) {
    return new Failure.NoUsableServer(
        DomainName.of("example.net."),
        ALIASED,
        List.of(
            new Failure.Attempt(
                DomainName.of("ns.example.org."),
                InetAddresses.forString("198.51.100.53"),
                53,
                replied ? "is lame: REFUSED" : "timed out",
                replied)),
        Map.of());
  }

  static Report report(Answer answer, String... flags) {
    Query query = query(answer.question(), flags);
    return new Report(
        query,
        ReplyComposer.reply(query.message(), answer),
        answer.explanation(),
        Optional.empty(),
        Duration.ofMillis(42),
        WHEN,
        "recursive from the root");
  }

  static Report failure(Failure failure, Explanation explanation, String... flags) {
    Query query = query(ALIASED, flags);
    return new Report(
        query,
        ReplyComposer.failure(query.message(), failure),
        explanation,
        Optional.of(failure),
        Duration.ofMillis(1503),
        WHEN,
        "recursive from the root");
  }
}
