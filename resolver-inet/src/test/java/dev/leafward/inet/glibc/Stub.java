// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.glibc;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.Resolver;
import dev.leafward.resolver.answer.ResolutionException;
import dev.leafward.resolver.host.AddressFamilies;
import dev.leafward.resolver.host.HostAnswer;
import dev.leafward.resolver.host.HostResolver;
import dev.leafward.resolver.system.ConfigurationSource;
import dev.leafward.resolver.system.Machine;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What Leafward finds: a resolver for each lookup, so that it knows nothing. */
final class Stub implements Beside.Subject {

  private final Machine machine;

  Stub(Map<String, String> environment) {
    this.machine = new Elsewhere(Machine.thisOne(), environment);
  }

  @Override
  public List<String> lookUp(String lookup) {
    ConfigurationSource source = ConfigurationSource.of(machine);
    try (Resolver resolver = Resolver.stub().configuration(source).build()) {
      HostResolver hosts = HostResolver.over(resolver).configuration(source).build();
      String[] words = lookup.split(" ", -1);
      String what = words[words.length - 1];
      return switch (words[0]) {
        case "-x" -> names(hosts, InetAddresses.forString(what));
        case "-4" -> addresses(hosts.lookup(what, AddressFamilies.IPV4));
        case "-6" -> addresses(hosts.lookup(what, AddressFamilies.IPV6));
        default -> addresses(hosts.lookup(what, AddressFamilies.BOTH));
      };
    } catch (ResolutionException e) {
      // getent does not tell a failure from a name that does not exist.
      return List.of();
    }
  }

  private static List<String> names(HostResolver hosts, InetAddress address)
      throws ResolutionException {
    return hosts.lookup(address).names().stream().map(Object::toString).toList();
  }

  private static List<String> addresses(HostAnswer answer) {
    List<String> found =
        new ArrayList<>(answer.addresses().stream().map(InetAddresses::toAddrString).toList());
    if (answer instanceof HostAnswer.Addresses addresses) {
      found.add("(" + addresses.canonicalName() + ")");
    }
    return found;
  }

  /** This machine with another environment. */
  private record Elsewhere(Machine here, Map<String, String> environment) implements Machine {
    @Override
    public Optional<String> file(Path file, int characters) throws IOException {
      return here.file(file, characters);
    }

    @Override
    public Optional<String> output(List<String> command) {
      return here.output(command);
    }

    @Override
    public String operatingSystem() {
      return here.operatingSystem();
    }

    @Override
    public String hostName() {
      return here.hostName();
    }

    @Override
    public OptionalInt interfaceIndex(String name) {
      return here.interfaceIndex(name);
    }
  }
}
