// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/**
 * The options of one question as they stand on the command line, and the help that describes them.
 *
 * <p>Fields are text where picocli's own complaint about a bad value would not say what to do; what
 * the values mean is {@link InvocationParser}'s business.
 */
@Command(
    name = "leafward",
    sortOptions = false,
    usageHelpAutoWidth = false,
    usageHelpWidth = 80,
    synopsisHeading = "",
    customSynopsis =
        "Usage: leafward [--demo | --hints FILE | --forward ADDR | --stub | @SERVER] NAME"
            + " [TYPE] [CLASS] ...",
    description = {
      "%nResolves names as dig shows them, but by itself: from the root servers down,"
          + " asking every zone's own servers. No resolver is used unless one is named: with"
          + " @SERVER[#PORT], as often as you like, it asks those resolvers, and with --stub those"
          + " of this machine, as other programs here do.%n",
      "Words may come in any order: a type (MX, TYPE65) or class is taken as such, any other word"
          + " is a name. What stands before the first name holds for all questions, what stands"
          + " after a name for that one. The type is A where none is given, PTR with -x;"
          + " without a name the root's name servers are asked for.%n"
    },
    optionListHeading = "Options:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  leafward www.example.com                      its IPv4 addresses",
      "  leafward example.com MX example.org AAAA      two questions",
      "  leafward -x 192.0.2.1 +short                  the name of an address, bare",
      "  leafward www.example.com +trace               every step of the way",
      "  leafward --demo www.163.com +trace            the same without the Internet",
      "  leafward @192.0.2.1 @192.0.2.2#5353 a.test    what other resolvers say, in this order",
      "  leafward --stub www.example.com               what those of this machine say",
      "",
      "Exit status:",
      "   0  a reply to every question; NXDOMAIN, no data and SERVFAIL are replies",
      "   1  the command line could not be understood",
      "   9  no server could be reached",
      "  10  anything else, such as a file that cannot be read or written",
      "",
      "SERVFAIL means that servers were reached but the answer could not be found",
      "out; the reason is printed, and +trace shows where it happened.",
      "-4 and -6 are not taken: a server is asked by the addresses it has.",
      "+trace is coloured on a terminal unless NO_COLOR is set."
    })
final class Flags {
  @Option(names = "-q", paramLabel = "NAME", description = "A name, even if it looks like a type.")
  @Nullable String name;

  @Option(
      names = "-x",
      paramLabel = "ADDRESS",
      description = "The name of an IPv4 or IPv6 address: a reverse lookup.")
  @Nullable String address;

  @Option(names = "-t", paramLabel = "TYPE", description = "The type of the records asked for.")
  @Nullable String type;

  @Option(names = "-c", paramLabel = "CLASS", description = "The class; only IN can be resolved.")
  @Nullable String rrClass;

  @Option(
      names = "+trace",
      negatable = true,
      description =
          "What this resolver did, step by step: every server asked, what it said, what was not"
              + " believed, and what came from the cache.")
  boolean trace;

  @Option(
      names = "+json",
      negatable = true,
      description = "One JSON object a question (RFC 8427), the trace beside it.")
  boolean json;

  @Mixin final ShownFlags shown = new ShownFlags();

  @Option(
      names = {"+tcp", "+vc"},
      negatable = true,
      description = "Ask over TCP from the start.")
  boolean tcp;

  @Option(
      names = {"+dnssec", "+do"},
      negatable = true,
      description = "Ask for DNSSEC records, too.")
  boolean dnssec;

  @Option(
      names = "+edns",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Use EDNS (the default). +noedns: the DNS of 1987.")
  boolean edns;

  @Option(
      names = "+qmin",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Show servers no more of a name than it takes (the default). +noqmin: all.")
  boolean qmin;

  @Option(
      names = "+idnin",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Take names in all scripts (the default). +noidnin: as they are.")
  boolean idnin;

  @Option(
      names = "+idnout",
      negatable = true,
      description = "Show the labels that begin with xn-- as people read them; not in JSON.")
  boolean idnout;

  @Option(
      names = "+bufsize",
      paramLabel = "N",
      description = "The UDP size offered by EDNS, in octets: 512 to 4096. Default: 1232.")
  @Nullable String bufsize;

  @Option(
      names = {"+time", "+timeout"},
      paramLabel = "N",
      description =
          "Seconds that a question may take in all: 1 to 3600. Default: 7. With @SERVER or --stub,"
              + " that each server is waited for: 1 to 30. Default: 5, or as is configured.")
  @Nullable String time;

  @Option(
      names = "+search",
      negatable = true,
      description = "Complete short names by this machine's search list. A final dot: never.")
  boolean search;

  @Option(
      names = "+ndots",
      paramLabel = "N",
      description =
          "With +search: the dots by which a name is tried as it is first: 0 to 15. Default: this"
              + " machine's.")
  @Nullable String ndots;

  @Option(
      names = "+tries",
      paramLabel = "N",
      description =
          "With @SERVER or --stub, how often all servers are gone through: 1 to 5. Default: 2, or"
              + " as is configured.")
  @Nullable String tries;

  @Option(
      names = {"+recurse", "+rec"},
      description = "Changes nothing: the answer is always found out to its end.")
  boolean recurse;

  @Option(
      names = "--demo",
      order = 20,
      description = "Resolve in a little Internet inside this process; nothing leaves the machine.")
  boolean demo;

  @Option(
      names = "--hints",
      order = 21,
      paramLabel = "FILE",
      description = "Start from the root servers in FILE, written as IANA's named.root.")
  @Nullable Path hints;

  @Option(
      names = "--forward",
      order = 22,
      paramLabel = "ADDR[#PORT]",
      description = "Have this resolver find the answers; may be given several times.")
  List<String> forwarders = new ArrayList<>();

  @Option(
      names = "--stub",
      order = 22,
      description = "Ask the resolvers that this machine is configured to use.")
  boolean stub;

  @Option(names = "--server", hidden = true, paramLabel = "SERVER[#PORT]")
  List<String> servers = new ArrayList<>();

  @Option(
      names = {"-v", "--version"},
      order = 23,
      description = "Print the version.")
  boolean version;

  @Option(
      names = {"-h", "--help"},
      order = 23,
      description = "Print this.")
  boolean help;

  private Flags() {}

  /**
   * Reads the options of one question.
   *
   * @throws UsageException if one is unknown or lacks its value
   */
  static Flags parse(List<String> options) throws UsageException {
    Flags flags = new Flags();
    try {
      commandLine(flags).parseArgs(options.toArray(String[]::new));
    } catch (CommandLine.UnmatchedArgumentException e) {
      throw new UsageException(refusal(e.getUnmatched().getFirst()));
    } catch (CommandLine.MissingParameterException e) {
      throw new UsageException(missing(e.getMissing()) + "; see leafward --help");
    } catch (CommandLine.ParameterException e) {
      throw new UsageException(e.getMessage() + "; see leafward --help");
    }
    return flags;
  }

  /** Dig's flags that look as if they should work get a reason. */
  private static String refusal(String word) {
    int value = word.indexOf('=');
    String reason =
        switch (value < 0 ? word : word.substring(0, value)) {
          case "-4", "-6" -> "leafward asks servers by IPv4 and IPv6, whichever they have";
          case "+retry" -> "+tries=N says how often servers are asked that are named by @SERVER";
          case "+norecurse", "+norec" -> "leafward always resolves from the root by itself";
          default -> "";
        };
    return reason.isEmpty()
        ? "unknown option '" + word + "'; see leafward --help"
        : "'" + word + "': " + reason + "; leave it out";
  }

  private static String missing(List<ArgSpec> missing) {
    return missing.getFirst() instanceof OptionSpec option
        ? "'" + option.longestName() + "' needs a value: " + option.paramLabel()
        : "a value is missing";
  }

  /** Prints what {@code --help} shows. */
  static void printHelp(PrintStream out) {
    commandLine(new Flags()).usage(out, CommandLine.Help.Ansi.OFF);
  }

  private static CommandLine commandLine(Flags flags) {
    return new CommandLine(flags)
        .setNegatableOptionTransformer(
            new CommandLine.RegexTransformer.Builder()
                .addPattern("^\\+(?!no)(\\w.*)$", "+no$1", "+[no]$1")
                .build())
        // The last one counts, so that a question's own flags win over the common ones.
        .setOverwrittenOptionsAllowed(true)
        .setExpandAtFiles(false);
  }
}
