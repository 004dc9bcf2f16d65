// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import static dev.leafward.wire.message.Samples.name;
import static dev.leafward.wire.message.Samples.question;
import static dev.leafward.wire.message.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireCapacityException;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RDataFormats;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares {@link MessageCodec#encode(Message, int)} for random messages and limits with the
 * plainest way to say what it should do: try every shorter message.
 */
class TruncationPropertyTest {
  private static final List<String> NAMES =
      List.of("example.", "Example.", "www.example.", "ns1.example.", "ns2.example.", "ns.test.");

  /** The owner key.example., 10 octets, and what {@link #tsig} has as data. */
  private static final int TSIG_OCTETS = 13 + 10 + 33;

  /** One record, and the section it stands in. */
  private record Placed(Section section, ResourceRecord record) {
    String set() {
      String owner = record.name().lowerCase().toString();
      String type = record.type().toString();
      String covered = record.data().toString().split(" ", 2)[0];
      return section + " " + owner + " " + (type.equals("RRSIG") ? covered : type);
    }
  }

  private static ResourceRecord randomRecord(Random random) {
    String owner = NAMES.get(random.nextInt(NAMES.size()));
    int number = random.nextInt(4);
    return switch (random.nextInt(6)) {
      case 0 -> record(owner, 60, "A", "192.0.2." + number);
      case 1 -> record(owner, 60, "AAAA", "2001:db8::" + number);
      case 2 -> record(owner, 60, "NS", NAMES.get(2 + number));
      case 3 -> record(owner, 60, "TXT", "x".repeat(1 + 20 * number));
      default ->
          record(
              owner,
              60,
              "RRSIG",
              List.of("A", "AAAA", "NS", "TXT").get(number)
                  + " 13 1 60 20300101000000 20260101000000 7 example. c2lnbmF0dXJl");
    };
  }

  private static ResourceRecord tsig() throws Exception {
    TextReader data = TextReader.of("hmac-sha256. 1 300 4 AQIDBA== 7 NOERROR 0", DomainName.ROOT);
    return new ResourceRecord(
        name("key.example."), RRClass.ANY, 0, RDataFormats.parse(RRType.TSIG, data));
  }

  private static List<Placed> randomRecords(Random random) {
    List<Placed> records = new ArrayList<>();
    for (Section section : Section.values()) {
      List<Placed> ofSection = new ArrayList<>();
      for (int i = random.nextInt(8); i > 0; i--) {
        ofSection.add(new Placed(section, randomRecord(random)));
      }
      if (random.nextBoolean()) {
        ofSection.sort((one, other) -> one.set().compareTo(other.set()));
      } else {
        Collections.shuffle(ofSection, random);
      }
      records.addAll(ofSection);
    }
    return records;
  }

  private static Message bareMessage(Random random) {
    Message.Builder message = Message.query(question("www.example.", RRType.A)).id(7).response();
    if (random.nextBoolean()) {
      message.authoritative();
    }
    if (random.nextInt(8) == 0) {
      message.rcode(Rcode.NXDOMAIN);
    }
    if (random.nextBoolean()) {
      message.edns(Edns.of(1232).withDnssecOk());
    }
    return message.build();
  }

  private static Message with(Message bare, List<Placed> records, List<ResourceRecord> last) {
    Message.Builder message = bare.toBuilder();
    records.forEach(each -> message.add(each.section(), List.of(each.record())));
    return message.add(Section.ADDITIONAL, last).build();
  }

  @ParameterizedTest
  @ValueSource(longs = {2181, 9471, 6891, 8945})
  void theLongestBeginningOfWholeSetsIsKept(long seed) throws Exception {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      Message bare = bareMessage(random);
      List<Placed> records = randomRecords(random);
      List<ResourceRecord> last = random.nextInt(3) == 0 ? List.of(tsig()) : List.of();
      Message whole = with(bare, records, last);
      int least = MessageCodec.encode(with(bare, List.of(), last)).length;
      int limit = least - 3 + random.nextInt(MessageCodec.encode(whole).length - least + 6);
      if (limit < least) {
        assertThatExceptionOfType(WireCapacityException.class)
            .isThrownBy(() -> MessageCodec.encode(whole, limit));
        continue;
      }
      byte[] octets = MessageCodec.encode(whole, limit);

      assertThat(octets).hasSizeLessThanOrEqualTo(limit);
      assertThat(MessageCodec.decode(octets))
          .as("limit %d of %s", limit, whole)
          .isEqualTo(expected(bare, records, last, limit));
    }
  }

  private static Message expected(
      Message bare, List<Placed> records, List<ResourceRecord> last, int limit) {
    for (int kept = records.size(); ; kept--) {
      List<Placed> beginning = records.subList(0, kept);
      List<Placed> rest = records.subList(kept, records.size());
      Message message = with(bare, beginning, last);
      if (Collections.disjoint(sets(beginning), sets(rest))
          && MessageCodec.encode(message).length <= limit) {
        return mustBeTold(bare, records, rest) ? message.toBuilder().truncated().build() : message;
      }
    }
  }

  private static Set<String> sets(List<Placed> records) {
    Set<String> sets = new HashSet<>();
    records.forEach(each -> sets.add(each.set()));
    return sets;
  }

  private static boolean mustBeTold(Message bare, List<Placed> records, List<Placed> dropped) {
    boolean referral =
        bare.rcode().equals(Rcode.NOERROR)
            && !bare.header().isAuthoritative()
            && records.stream().noneMatch(each -> each.section() == Section.ANSWER);
    return dropped.stream()
        .anyMatch(each ->
            each.section() != Section.ADDITIONAL
                || (referral && isInDomainGlue(each.record(), records)));
  }

  private static boolean isInDomainGlue(ResourceRecord address, List<Placed> records) {
    String target = address.name().toString();
    return List.of(RRType.A, RRType.AAAA).contains(address.type())
        && records.stream()
            .filter(each -> each.section() == Section.AUTHORITY)
            .map(Placed::record)
            .filter(each -> each.type().equals(RRType.NS))
            .filter(each -> address.name().isAtOrBelow(each.name()))
            .anyMatch(each -> each.data().toString().equalsIgnoreCase(target));
  }

  @Test
  void aWholeMessageEndsWithOptAndThenTsig() throws Exception {
    Message message =
        Message.query(question("example.", RRType.SOA))
            .edns(Edns.of(1232))
            .additional(record("example.", 60, "A", "192.0.2.1"))
            .additional(tsig())
            .build();

    byte[] octets = MessageCodec.encode(message);

    assertThat(MessageCodec.decode(octets)).isEqualTo(message);
    int lastType = octets.length - TSIG_OCTETS + "?key?example.".length();
    assertThat(Arrays.copyOfRange(octets, lastType, lastType + 2)).containsExactly(0, 250);
  }
}
