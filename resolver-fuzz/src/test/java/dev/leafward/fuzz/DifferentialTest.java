// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.message.Section;
import dev.leafward.wire.rdata.RData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Our decoder and dnsjava's on the same octets: they agree, or it is known why not. */
class DifferentialTest {
  private static final int MESSAGES = 100_000;
  private static final int MAX_CHANGES = 2;

  private final Map<Disagreement, Integer> seen = new EnumMap<>(Disagreement.class);
  private final List<String> unexplained = new ArrayList<>();
  private int agreed;

  @Test
  void decodersAgreeOnMutatedMessagesOrItIsKnownWhyNot() {
    Mutator mutator = new Mutator(Seeds.messages(), new SplittableRandom(1035), MAX_CHANGES);
    for (int i = 0; i < MESSAGES; i++) {
      compare(mutator.next());
    }
    assertThat(unexplained).isEmpty();
    assertThat(agreed).isGreaterThan(MESSAGES / 2);
    assertThat(seen).containsKeys(Disagreement.TRUNCATED, Disagreement.OPT_OUT_OF_PLACE);
  }

  @ParameterizedTest
  @EnumSource
  void everyDisagreementIsExplained(Disagreement disagreement) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "differential.md"));
    assertThat(page).contains("| `" + disagreement + "` |");
  }

  private void compare(byte[] octets) {
    Message ours = null;
    WireFormatException ourRefusal = null;
    org.xbill.DNS.Message theirs = null;
    String theirReason = "";
    try {
      ours = MessageCodec.decode(octets);
    } catch (WireFormatException refused) {
      ourRefusal = refused;
    }
    try {
      theirs = new org.xbill.DNS.Message(octets);
    } catch (IOException | RuntimeException refused) {
      theirReason = String.valueOf(refused.getMessage());
    }
    if (ours != null && theirs != null) {
      compareContents(octets, ours, theirs);
    } else if (ours != null) {
      String reason = theirReason;
      judge("dnsjava refuses: " + reason, octets, each -> each.explainsTheirs(reason));
    } else if (theirs != null && ourRefusal != null) {
      WireFormatException refusal = ourRefusal;
      org.xbill.DNS.Message accepted = theirs;
      judge(
          "we refuse: " + refusal.getMessage(),
          octets,
          each -> each.explainsOurs(refusal, octets, accepted));
    } else {
      agreed++;
    }
  }

  private void compareContents(byte[] octets, Message ours, org.xbill.DNS.Message theirs) {
    List<String> differences = differences(ours, theirs);
    for (String respect : differences) {
      judge("different: " + respect, octets, each -> each.explainsDifference(respect, octets));
    }
    if (differences.isEmpty()) {
      agreed++;
    }
  }

  private static List<String> differences(Message ours, org.xbill.DNS.Message theirs) {
    List<String> respects = new ArrayList<>();
    if (ours.id() != theirs.getHeader().getID()
        || (ours.rcode().code() & 0xF) != theirs.getHeader().getRcode()) {
      respects.add("header");
    } else if (ours.rcode().code() != theirs.getRcode()) {
      respects.add(ours.rcode().code() < 0x800 ? "response code" : "high response code");
    }
    for (Section section : Section.values()) {
      List<ResourceRecord> left = ours.section(section);
      List<Record> right =
          theirs.getSection(theirSection(section)).stream()
              .filter(each -> each.getType() != Type.OPT)
              .toList();
      if (left.size() != right.size()) {
        respects.add("count");
        continue;
      }
      for (int i = 0; i < left.size(); i++) {
        difference(left.get(i), right.get(i)).forEach(respects::add);
      }
    }
    return respects;
  }

  private static int theirSection(Section section) {
    return switch (section) {
      case ANSWER -> org.xbill.DNS.Section.ANSWER;
      case AUTHORITY -> org.xbill.DNS.Section.AUTHORITY;
      case ADDITIONAL -> org.xbill.DNS.Section.ADDITIONAL;
    };
  }

  private static Stream<String> difference(ResourceRecord ours, Record theirs) {
    boolean sameHead =
        lower(ours.name().toWire()).equals(lower(theirs.getName().toWire()))
            && ours.type().code() == theirs.getType()
            && ours.rrClass().code() == theirs.getDClass()
            && ours.ttl() == theirs.getTTL();
    if (!sameHead) {
      return Stream.of("owner, type, class or TTL of " + ours);
    }
    return lower(octets(ours.data())).equals(theirData(theirs))
        ? Stream.empty()
        : Stream.of(ours.type().toString());
  }

  /** In canonical form, which has names in full and some of them in lower case (RFC 4034 6.2). */
  private static String theirData(Record theirs) {
    try {
      return lower(theirs.rdataToWireCanonical());
    } catch (RuntimeException broken) {
      return broken.toString();
    }
  }

  private static byte[] octets(RData data) {
    WireWriter out = WireWriter.uncompressed();
    data.write(out);
    return out.toByteArray();
  }

  private static String lower(byte[] octets) {
    byte[] lower = octets.clone();
    for (int i = 0; i < lower.length; i++) {
      if (lower[i] >= 'A' && lower[i] <= 'Z') {
        lower[i] |= 0x20;
      }
    }
    return HexFormat.of().formatHex(lower);
  }

  private void judge(String what, byte[] octets, Predicate<Disagreement> explains) {
    Stream.of(Disagreement.values())
        .filter(explains)
        .findFirst()
        .ifPresentOrElse(
            known -> seen.merge(known, 1, Integer::sum),
            () -> unexplained.add(what + " of " + HexFormat.of().formatHex(octets)));
  }
}
