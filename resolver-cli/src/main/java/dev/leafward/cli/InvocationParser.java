// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import dev.leafward.resolver.config.SearchList;
import dev.leafward.resolver.config.StubOptions;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.name.InvalidNameException;
import dev.leafward.wire.name.ReverseName;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link Invocation} of the words of a command line, and judges the values in it.
 *
 * <p>How the words are told apart is {@link QuestionLine}'s business, how options are written that
 * of {@link Flags}.
 */
final class InvocationParser {
  private static final int MOST_SECONDS = 3600;
  private static final int MOST_SECONDS_A_SERVER = (int) StubOptions.MAX_TIMEOUT.toSeconds();
  private static final int LEAST_BUFSIZE = 512;
  private static final int MOST_BUFSIZE = 4_096;

  private InvocationParser() {}

  /**
   * Reads a command line.
   *
   * @throws UsageException if it cannot be understood; it names the word at fault
   */
  static Invocation parse(List<String> words) throws UsageException {
    QuestionLine line = QuestionLine.of(words);
    Flags common = Flags.parse(line.common());
    if (common.help) {
      return new Invocation.Help();
    }
    if (common.version) {
      return new Invocation.ShowVersion();
    }
    Invocation.World world = world(common);
    List<Query> queries = new ArrayList<>();
    for (List<String> options : line.questions()) {
      queries.add(query(Flags.parse(options), world));
    }
    return new Invocation.Resolve(world, queries);
  }

  private static Invocation.World world(Flags common) throws UsageException {
    if (!common.stub && common.servers.isEmpty()) {
      return Invocation.World.of(common.demo, common.hints, common.forwarders);
    }
    boolean isRecursive = common.demo || common.hints != null || !common.forwarders.isEmpty();
    if (isRecursive || (common.stub && !common.servers.isEmpty())) {
      throw new UsageException(
          "only one of @SERVER, --stub, --demo, --hints and --forward can say who is asked;"
              + " leave the others out");
    }
    return common.stub
        ? new Invocation.World.Machine()
        : Invocation.World.Servers.of(common.servers);
  }

  private static Query query(Flags flags, Invocation.World world) throws UsageException {
    if (flags.dnssec && !flags.edns) {
      throw new UsageException(
          "+dnssec and +noedns exclude each other: DNSSEC records are asked for by EDNS;"
              + " leave one out");
    }
    Query.Manner manner =
        new Query.Manner(
            flags.tcp,
            flags.dnssec,
            flags.edns,
            flags.qmin,
            flags.bufsize == null
                ? Edns.DEFAULT_SIZE
                : number(
                    "+bufsize",
                    flags.bufsize,
                    LEAST_BUFSIZE,
                    MOST_BUFSIZE,
                    "; dig's other sizes are not taken"));
    return new Query(
        question(flags),
        shortName(flags),
        manner,
        patience(flags, world.isStub()),
        new Query.Display(
            flags.shown.isShortForm(), flags.trace, flags.json, flags.idnout, flags.shown.shown()));
  }

  /** What stands for an address, or for the root, is never short for anything. */
  private static Optional<Query.ShortName> shortName(Flags flags) throws UsageException {
    OptionalInt ndots =
        flags.ndots == null
            ? OptionalInt.empty()
            : OptionalInt.of(number("+ndots", flags.ndots, 0, SearchList.MAX_NDOTS, ""));
    return flags.search && flags.name != null && flags.address == null
        ? Optional.of(new Query.ShortName(ascii(flags, flags.name), ndots))
        : Optional.empty();
  }

  private static Query.Patience patience(Flags flags, boolean isStub) throws UsageException {
    OptionalInt seconds = OptionalInt.empty();
    if (flags.time != null) {
      int most = isStub ? MOST_SECONDS_A_SERVER : MOST_SECONDS;
      String remark = isStub ? ", for each server" : "";
      seconds = OptionalInt.of(number("+time", flags.time, 1, most, remark));
    }
    if (flags.tries == null) {
      return new Query.Patience(seconds, OptionalInt.empty());
    }
    if (!isStub) {
      throw new UsageException(
          "'+tries="
              + flags.tries
              + "': leafward asks as often as it takes, within +time=N in all; leave it out, or"
              + " name the @SERVER");
    }
    int tries = number("+tries", flags.tries, 1, StubOptions.MAX_ATTEMPTS, "");
    return new Query.Patience(seconds, OptionalInt.of(tries));
  }

  private static int number(String flag, String text, int least, int most, String remark)
      throws UsageException {
    boolean digits = CharMatcher.inRange('0', '9').matchesAllOf(text);
    if (digits && !text.isEmpty() && text.length() <= 9) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new UsageException(
        "'" + flag + "=" + text + "': give a whole number from " + least + " to " + most + remark);
  }

  private static Question question(Flags flags) throws UsageException {
    requireInternetClass(flags.rrClass);
    RRType byDefault = flags.address == null ? RRType.A : RRType.PTR;
    RRType type = flags.type == null ? byDefault : type(flags.type);
    return new Question(name(flags), type, RRClass.IN);
  }

  private static void requireInternetClass(@Nullable String text) throws UsageException {
    if (text == null) {
      return;
    }
    Optional<RRClass> found = RRClass.find(text);
    if (found.isEmpty()) {
      throw new UsageException("'" + text + "' is no class; the Internet's is IN");
    }
    if (!found.get().equals(RRClass.IN)) {
      throw new UsageException(
          "class " + found.get() + " cannot be resolved from the root: only IN can; leave it out");
    }
  }

  private static RRType type(String text) throws UsageException {
    RRType type =
        RRType.find(text)
            .orElseThrow(() ->
                new UsageException(
                    "'" + text + "' is no record type; give one such as MX, or TYPE65"));
    if (type.equals(RRType.AXFR) || type.equals(RRType.IXFR)) {
      throw new UsageException(
          type + " transfers a zone, which leafward does not do; ask for single types instead");
    }
    if (type.isMeta() && !type.equals(RRType.ANY)) {
      throw new UsageException(
          type + " is no type of stored records; ask for one that is, such as MX");
    }
    return type;
  }

  private static DomainName name(Flags flags) throws UsageException {
    String address = flags.address;
    if (address != null) {
      try {
        return ReverseName.of(InetAddresses.forString(address));
      } catch (IllegalArgumentException e) {
        throw new UsageException("'-x " + address + "' is not an IPv4 or IPv6 address");
      }
    }
    String text = flags.name == null ? "." : flags.name;
    return name(ascii(flags, text));
  }

  private static String ascii(Flags flags, String text) throws UsageException {
    return flags.idnin ? InternationalNames.toAscii(text) : text;
  }

  private static DomainName name(String text) throws UsageException {
    if (!CharMatcher.ascii().matchesAllOf(text)) {
      throw new UsageException(
          "'" + text + "' is not ASCII; write its labels in the form that begins with xn--");
    }
    try {
      return DomainName.of(text);
    } catch (InvalidNameException e) {
      throw new UsageException("'" + text + "' is not a domain name: " + e.getMessage());
    }
  }
}
