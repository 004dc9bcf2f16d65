// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import com.google.common.net.InetAddresses;
import dev.leafward.cli.text.Printable;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.Failure;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.host.AddressFamilies;
import dev.leafward.resolver.host.AddressNames;
import dev.leafward.resolver.host.HostAnswer;
import dev.leafward.resolver.host.HostResolver;
import dev.leafward.resolver.host.HostResolverBuilder;
import dev.leafward.resolver.system.ConfigurationSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leafward hosts}: looks up hosts as this machine's programs do. */
@Command(
    name = "leafward hosts",
    sortOptions = false,
    usageHelpAutoWidth = false,
    usageHelpWidth = 80,
    description = {
      "%nLooks up the addresses of each NAME, or the names of each ADDRESS, as this machine is"
          + " configured to: in its hosts file and in the DNS, short names with its search list."
          + " Addresses come in the order in which to try them (RFC 6724). Behind each stands"
          + " where it is from.%n",
      "The DNS is asked from the root servers down, unless an option says otherwise.%n"
    },
    optionListHeading = "Options:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  leafward hosts www.example.com        its addresses, IPv4 and IPv6",
      "  leafward hosts -v www.example.com     and what gave them their order",
      "  leafward hosts 192.0.2.1              the names of an address",
      "",
      "Exit status:",
      "   0  everything was found",
      "   1  the command line could not be understood",
      "   2  something was not found, or could not be found out",
      "   9  no server could be reached",
      "  10  anything else, such as a file that cannot be read"
    })
final class HostsCommand implements Task {
  @Parameters(paramLabel = "NAME|ADDRESS", description = "What to look up.", arity = "0..*")
  List<String> hosts = new ArrayList<>();

  @Option(names = "-4", description = "IPv4 addresses only.")
  boolean ipv4;

  @Option(names = "-6", description = "IPv6 addresses only.")
  boolean ipv6;

  @Option(
      names = {"-v", "--verbose"},
      description = "Also write where it was looked for, and what decided the order.")
  boolean verbose;

  @Option(
      names = "--stub",
      description = "Ask the DNS servers that this machine is configured to ask.")
  boolean stub;

  @Option(
      names = "--demo",
      description =
          "Ask the little Internet inside this process, and leave this machine's configuration"
              + " aside.")
  boolean demo;

  @Option(
      names = "--hints",
      paramLabel = "FILE",
      description = "Start from the root servers in FILE, written as IANA's named.root.")
  @Nullable Path hints;

  @Option(
      names = "--forward",
      paramLabel = "ADDR[#PORT]",
      description = "Have this resolver find the answers; may be given several times.")
  List<String> forwarders = new ArrayList<>();

  @Override
  public ExitStatus run(PrintStream out, PrintStream err) throws UsageException, IOException {
    if (hosts.isEmpty()) {
      throw new UsageException("name the hosts or addresses to look up");
    }
    if (ipv4 && ipv6) {
      throw new UsageException("-4 and -6 exclude each other; leave both out for all addresses");
    }
    Invocation.World world = Invocation.World.of(demo, hints, forwarders);
    if (stub && !(world instanceof Invocation.World.Internet)) {
      throw new UsageException("--stub excludes --demo, --hints and --forward; leave one out");
    }
    try (OpenWorld open = OpenWorld.of(world);
        Resolver resolver = stub ? Resolver.stub().build() : open.begin().build()) {
      HostResolver finder = finder(resolver);
      ExitStatus status = ExitStatus.REPLY;
      for (String host : hosts) {
        status = status.or(lookUp(host, finder, out, err));
        out.flush();
      }
      return status;
    }
  }

  private HostResolver finder(Resolver resolver) {
    HostResolverBuilder builder = HostResolver.over(resolver).families(families());
    return demo
        ? builder.build()
        : builder.configuration(ConfigurationSource.ofThisMachine()).build();
  }

  private AddressFamilies families() {
    if (ipv4) {
      return AddressFamilies.IPV4;
    }
    return ipv6 ? AddressFamilies.IPV6 : AddressFamilies.BOTH;
  }

  private ExitStatus lookUp(String host, HostResolver finder, PrintStream out, PrintStream err)
      throws UsageException {
    HostPrinter printer = new HostPrinter(out);
    try {
      if (InetAddresses.isInetAddress(host)) {
        AddressNames names = finder.lookup(InetAddresses.forString(host));
        printer.print(names);
        if (verbose) {
          printer.printSteps(names.steps());
        }
        return names.names().isEmpty() ? ExitStatus.NOT_FOUND : ExitStatus.REPLY;
      }
      HostAnswer answer = finder.lookup(InternationalNames.toAscii(host));
      printer.print(answer);
      if (verbose) {
        printer.printSteps(answer.steps());
        printer.printOrder(finder.rank(answer.addresses()));
      }
      return answer.addresses().isEmpty() ? ExitStatus.NOT_FOUND : ExitStatus.REPLY;
    } catch (ResolutionException e) {
      out.flush();
      return complain(err, "could not look up " + host + ": " + e.getMessage(), status(e));
    }
  }

  private static ExitStatus status(ResolutionException e) {
    return e.failure() instanceof Failure.NoUsableServer none && none.isUnreachable()
        ? ExitStatus.NO_SERVER
        : ExitStatus.NOT_FOUND;
  }

  private static ExitStatus complain(PrintStream err, String sentence, ExitStatus status) {
    err.println("leafward hosts: " + Printable.of(sentence));
    return status;
  }
}
