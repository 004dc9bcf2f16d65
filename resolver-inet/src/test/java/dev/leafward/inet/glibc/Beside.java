// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.glibc;

import dev.leafward.testkit.loopback.LoopbackNetwork;
import dev.leafward.testkit.server.MockServer;
import dev.leafward.testkit.server.QueryLog;
import dev.leafward.testkit.server.ReceivedQuery;
import dev.leafward.testkit.server.ServerAddress;
import dev.leafward.testkit.zone.Zone;
import dev.leafward.wire.message.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The program in the namespace: asks glibc and Leafward the same, case by case, and prints what
 * each of them found and asked, a line for each thing, behind the case and which of the two it was.
 */
public final class Beside {

  private static final Path ETC = Path.of("/etc");
  private static final int SERVERS = 4;

  /** So often that no server is left out by chance, where there are two. */
  private static final int MANY_TIMES = 32;

  private final QueryLog log = new QueryLog();
  private final List<MockServer> servers =
      IntStream.rangeClosed(1, SERVERS)
          .mapToObj(i -> new MockServer(ServerAddress.parse("127.0.0." + i), log))
          .toList();

  private Beside() {}

  /** Prints what came of all the cases. */
  public static void main(String[] arguments) throws Exception {
    Beside beside = new Beside();
    try (LoopbackNetwork network = new LoopbackNetwork(address -> Optional.empty())) {
      for (MockServer server : beside.servers) {
        server.serve(Zone.parse(".", Cases.ZONE));
        network.openInPlace(server);
      }
      for (Case each : Cases.all()) {
        beside.run(each);
      }
    }
  }

  private void run(Case configured) throws Exception {
    Files.writeString(ETC.resolve("resolv.conf"), configured.resolvConfFile());
    Files.writeString(ETC.resolve("hosts"), configured.hosts());
    Files.writeString(ETC.resolve("nsswitch.conf"), configured.nsswitch() + "\n");
    for (int i = 0; i < configured.servers().size(); i++) {
      configured.servers().get(i).set(servers.get(i));
    }
    for (String lookup : configured.lookups()) {
      observe(configured, lookup, "glibc", new Getent(configured.environment()));
      observe(configured, lookup, "leafward", new Stub(configured.environment()));
    }
  }

  private void observe(Case configured, String lookup, String who, Subject subject)
      throws Exception {
    log.clear();
    int times = configured.watched() == Case.Watched.SERVERS ? MANY_TIMES : 1;
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      seen.add(lookup + " is " + String.join(" ", subject.lookUp(lookup)));
    }
    if (times > 1) {
      seen = new ArrayList<>(seen.stream().distinct().toList());
    }
    queries(configured.watched()).map(query -> lookup + ": " + query).forEach(seen::add);
    for (String line : seen) {
      System.out.println(configured.name() + "\t" + who + "\t" + line);
    }
  }

  private Stream<String> queries(Case.Watched watched) {
    return switch (watched) {
      case ALL -> log.all().stream().map(Beside::text);
      case EACH_TYPE ->
          log.all().stream().sorted(Comparator.comparing(Beside::type)).map(Beside::text);
      case SERVERS -> log.all().stream().map(Beside::text).distinct().sorted();
    };
  }

  private static String type(ReceivedQuery query) {
    return query.question().map(each -> each.type().toString()).orElse("");
  }

  private static String text(ReceivedQuery query) {
    Header header = query.message().header();
    List<String> words = new ArrayList<>();
    words.add(query.protocol() + " " + query.server().getAddress().getHostAddress());
    words.add(query.question().map(each -> each.name() + " " + each.type()).orElse("?"));
    add(words, "rd", header, Header::isRecursionDesired);
    add(words, "ad", header, Header::isAuthenticData);
    add(words, "cd", header, Header::isCheckingDisabled);
    query.message().edns().ifPresent(edns -> words.add("edns" + (edns.dnssecOk() ? " do" : "")));
    return String.join(" ", words);
  }

  private static void add(List<String> words, String word, Header header, Predicate<Header> flag) {
    if (flag.test(header)) {
      words.add(word);
    }
  }

  /** One of the two that are compared. */
  interface Subject {
    /** The addresses, in their order, and the canonical name, or the names; or nothing. */
    List<String> lookUp(String lookup) throws IOException, InterruptedException;
  }
}
