// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import dev.leafward.resolver.config.BareNames;
import dev.leafward.resolver.config.StubFlag;
import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.wire.name.DomainName;
import java.net.Inet6Address;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of these tables were compared with glibc 2.36, where a comment says nothing else. */
class ResolvConfTest {

  private static final String FILE = "/etc/resolv.conf";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          nameserver 192.0.2.1|192.0.2.1
          nameserver\\t192.0.2.1\\t# a remark|192.0.2.1
          nameserver 192.0.2.1 192.0.2.2|192.0.2.1
          nameserver 192.0.2.1\\nnameserver 192.0.2.2|192.0.2.1 192.0.2.2
          nameserver no\\nnameserver 192.0.2.1\\nnameserver no|192.0.2.1
          nameserver 1.1.1.1\\nnameserver 2.2.2.2\\nnameserver 3.3.3.3\\nnameserver 4.4.4.4|1.1.1.1 2.2.2.2 3.3.3.3
          nameserver 127.1|127.0.0.1
          nameserver 0x7f.1|127.0.0.1
          nameserver 010.1.1.1|8.1.1.1
          nameserver 1|0.0.0.1
          nameserver 1.2.65535|1.2.255.255
          nameserver ::1|::1
          nameserver 2001:db8::1 192.0.2.1|2001:db8::1
          nameserver ::ffff:192.0.2.1|192.0.2.1
          nameserver 192.0.2.1\\0 more|192.0.2.1
          """)
  void readsNameServers(String text, String servers) {
    assertThat(servers(parse(unescape(text)))).isEqualTo(servers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n# nameserver 192.0.2.1\n; nameserver 192.0.2.1\n",
        " nameserver 192.0.2.1",
        "nameserver",
        "nameserver ",
        "nameserver192.0.2.1",
        "NAMESERVER 192.0.2.1",
        "nameserver 192.0.2.1#53",
        "nameserver 192.0.2.1;",
        "nameserver 192.0.2.1%1",
        "nameserver 192.0.2.256",
        "nameserver 1.2.3.4.5",
        "nameserver 1.2.65536",
        "nameserver 09.1.1.1",
        "nameserver 1.2.3.",
        "nameserver .1.2.3",
        "nameserver 0x",
        "nameserver #127",
        "nameserver 1.-2",
        "nameserver 1.+2",
        "nameserver [::1]",
        "nameserver localhost",
        "nameserver\u000b192.0.2.1",
        "nameserver 192.0.2.1\u000b",
      })
  void asksThisMachineWhereThereIsNoNameServer(String text) {
    ResolvConf conf = parse(text);

    assertThat(servers(conf)).isEqualTo("127.0.0.1");
    assertThat(conf.servers().getFirst().origin()).isEqualTo(Origin.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "fe80::1%7, 7",
    "fe80::1%eth0, 3",
    "ff02::1%eth0, 3",
    "fe80::1%nosuch, 0",
    "fe80::1%, 0",
    "fe80::1%3x, 0",
    "fe80::1%01, 1",
    // Only what is good on one link may have an interface's name behind it.
    "2001:db8::1%7, 7",
    "2001:db8::1%eth0, 0",
    "fec0::1%eth0, 0",
  })
  void readsScopes(String server, int scope) {
    ResolvConf conf = parse("nameserver " + server, Map.of(), "");

    assertThat(conf.servers().getFirst().value().address())
        .asInstanceOf(InstanceOfAssertFactories.type(Inet6Address.class))
        .extracting(Inet6Address::getScopeId)
        .isEqualTo(scope);
    assertThat(conf.ignored()).hasSize(scope == 0 ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      nullValues = "-",
      textBlock =
          """
          search a.example b.example|-|a.example. b.example.
          search a.example\\ndomain b.example c.example|-|b.example.
          domain b.example\\nsearch a.example  c.example\\t d.example |-|a.example. c.example. d.example.
          domain\\ta.example\\tb|-|a.example.
          search a\\nsearch |-|a.
          search|-|
          search |-|
          \\tsearch a|-|
          search .|-|.
          search a. .b|-|a. b.
          domain .a.example|-|a.example.
          search a # b|-|a. #. b.
          search a,b|-|a,b.
          search A.Example|-|A.Example.
          search a\\0b c|-|a.
          search a|x y|x. y.
          domain a|x|x.
          search a|''|.
          -| x  y |. x. y.
          -|x\\ny|x.
          """)
  void readsTheSearchList(
      @Nullable String text, @Nullable String localDomain, @Nullable String suffixes) {
    Map<String, String> environment =
        localDomain == null ? Map.of() : Map.of("LOCALDOMAIN", unescape(localDomain));

    ResolvConf conf = parse(text == null ? "" : unescape(text), environment, "host");

    assertThat(suffixes(conf)).isEqualTo(suffixes == null ? "" : suffixes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          vm                 | -
          vm.lan.example     | lan.example.
          vm.                | .
          """)
  void searchesTheDomainOfTheHostByDefault(String hostName, @Nullable String suffixes) {
    ResolvConf conf = parse("", Map.of(), hostName);

    assertThat(suffixes(conf)).isEqualTo(suffixes == null ? "" : suffixes);
  }

  @Test
  void searchesAnyNumberOfDomains() {
    String domains = String.join(" ", Collections.nCopies(200, "lan.example"));

    assertThat(parse("search " + domains).suffixes().value()).hasSize(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # options                   | ndots | seconds | attempts | flags
          -                           | 1     | 5       | 2        | -
          ndots:2                     | 2     | 5       | 2        | -
          ndots:15                    | 15    | 5       | 2        | -
          ndots:16                    | 15    | 5       | 2        | -
          ndots:0                     | 0     | 5       | 2        | -
          ndots:-1                    | 15    | 5       | 2        | -
          ndots:-2                    | 14    | 5       | 2        | -
          ndots:-16                   | 0     | 5       | 2        | -
          ndots:abc                   | 0     | 5       | 2        | -
          ndots:                      | 0     | 5       | 2        | -
          ndots: 3                    | 3     | 5       | 2        | -
          ndots:3x                    | 3     | 5       | 2        | -
          ndots:+4                    | 4     | 5       | 2        | -
          ndots:2 ndots:3             | 3     | 5       | 2        | -
          ndots=3                     | 1     | 5       | 2        | -
          Ndots:3                     | 1     | 5       | 2        | -
          timeout:1                   | 1     | 1       | 2        | -
          timeout:30                  | 1     | 30      | 2        | -
          timeout:31                  | 1     | 30      | 2        | -
          # glibc keeps 0, and waits for at least a second
          timeout:0                   | 1     | 1       | 2        | -
          timeout:-3                  | 1     | 1       | 2        | -
          timeout:abc                 | 1     | 1       | 2        | -
          timeout:3s                  | 1     | 3       | 2        | -
          timeout:4294967297          | 1     | 1       | 2        | -
          timeout:99999999999         | 1     | 30      | 2        | -
          timeout:99999999999999999999| 1     | 1       | 2        | -
          attempts:1                  | 1     | 5       | 1        | -
          attempts:6                  | 1     | 5       | 5        | -
          # glibc asks nobody at all
          attempts:0                  | 1     | 5       | 1        | -
          attempts:-1                 | 1     | 5       | 1        | -
          attempts:x                  | 1     | 5       | 1        | -
          rotate                      | 1     | 5       | 2        | rotate
          rotated                     | 1     | 5       | 2        | rotate
          ROTATE                      | 1     | 5       | 2        | -
          rotate,edns0                | 1     | 5       | 2        | rotate
          rotate # edns0              | 1     | 5       | 2        | rotate edns0
          edns0                       | 1     | 5       | 2        | edns0
          edns                        | 1     | 5       | 2        | -
          trust-ad                    | 1     | 5       | 2        | trust-ad
          use-vc                      | 1     | 5       | 2        | use-vc
          single-request              | 1     | 5       | 2        | single-request
          single-requestx             | 1     | 5       | 2        | single-request
          single-request-reopen       | 1     | 5       | 2        | single-request-reopen
          no-aaaa                     | 1     | 5       | 2        | no-aaaa
          inet6                       | 1     | 5       | 2        | inet6
          no-check-names              | 1     | 5       | 2        | no-check-names
          no-tld-query                | 1     | 5       | 2        | no-tld-query
          no_tld_query                | 1     | 5       | 2        | no-tld-query
          no-reload                   | 1     | 5       | 2        | no-reload
          debug                       | 1     | 5       | 2        | -
          timeout:2 ndots:3 rotate    | 3     | 2       | 2        | rotate
          """)
  void readsOptions(
      @Nullable String text, int ndots, int seconds, int attempts, @Nullable String flags) {
    String words = text == null ? "" : text;
    for (ResolvConf conf :
        List.of(parse("options " + words), parse("", Map.of("RES_OPTIONS", words), ""))) {
      assertThat(conf.ndots().value()).isEqualTo(ndots);
      assertThat(conf.timeout().value()).isEqualTo(Duration.ofSeconds(seconds));
      assertThat(conf.attempts().value()).isEqualTo(attempts);
      assertThat(flags(conf)).isEqualTo(flags == null ? "" : flags);
    }
  }

  @Test
  void amendsTheFileByTheEnvironment() {
    ResolvConf conf = parse("options ndots:2 rotate", Map.of("RES_OPTIONS", "ndots:4 edns0"), "");

    assertThat(conf.ndots()).isEqualTo(new Setting<>(4, Origin.of("RES_OPTIONS")));
    assertThat(conf.origin(StubFlag.ROTATE)).contains(new Origin(FILE, 1));
    assertThat(conf.origin(StubFlag.EDNS0)).contains(Origin.of("RES_OPTIONS"));
    assertThat(conf.origin(StubFlag.USE_VC)).isEmpty();
  }

  @Test
  void knowsTheLineOfEachValue() {
    ResolvConf conf =
        parse("# made by hand\n\nnameserver 192.0.2.1\nsearch lan.example\noptions ndots:2\n");

    assertThat(conf.servers().getFirst().origin()).hasToString("/etc/resolv.conf:3");
    assertThat(conf.suffixes().origin()).hasToString("/etc/resolv.conf:4");
    assertThat(conf.ndots().origin()).hasToString("/etc/resolv.conf:5");
    assertThat(conf.attempts().origin()).hasToString("default");
    assertThat(conf.ignored()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
           nameserver 192.0.2.1| nameserver 192.0.2.1|the keyword must begin in the first column
          nameserver name.example|nameserver name.example|no address follows
          search|search|no domain follows
          search a\\nsearch b|search a.|line 2 replaces it
          search a..b|a..b|no domain name
          sortlist 192.0.2.0|sortlist 192.0.2.0|addresses are ordered by RFC 6724 instead
          lookup file bind|lookup file bind|no such keyword
          options debug|debug|no such option
          options ndots:x|ndots:x|no number stands behind it; it is read as 0
          options ndots:2x|ndots:2x|what follows the number is passed over
          options attempts:0|attempts:0|at least one attempt is made
          nameserver fe80::1%x|%x|no such scope; the address is used without
          """)
  void listsWhatIsNotUsed(String text, String ignored, String reason) {
    assertThat(parse(unescape(text)).ignored())
        .containsExactly(new Ignored(ignored, reason, new Origin(FILE, 1)));
  }

  @Test
  void listsTheFourthServerAndASearchThatIsOverridden() {
    assertThat(parse("nameserver ::1\n".repeat(4)).ignored())
        .containsExactly(
            new Ignored(
                "nameserver ::1",
                "only the first three name servers are used",
                new Origin(FILE, 4)));
    assertThat(parse("search a", Map.of("LOCALDOMAIN", "b"), "").ignored())
        .containsExactly(
            new Ignored("search a", "LOCALDOMAIN stands in its place", new Origin(FILE, 1)));
  }

  /** Where glibc takes the carriage return for a part of the value, and the mark for a letter. */
  @Test
  void readsFilesWrittenOnWindows() {
    ResolvConf conf =
        parse("\uFEFFnameserver 192.0.2.1\r\nsearch a\r\n\r\noptions rotate\r\nnameserver ::1\r\n");

    assertThat(servers(conf)).isEqualTo("192.0.2.1 ::1");
    assertThat(suffixes(conf)).isEqualTo("a.");
    assertThat(flags(conf)).isEqualTo("rotate");
    assertThat(conf.ignored()).isEmpty();
  }

  @Test
  void boundsWhatItReadsAndLists() {
    String file = "nameserver 192.0.2.1\n" + "x".repeat(1 << 20) + "\nnameserver 192.0.2.2\n";
    ResolvConf conf = parse(file);

    assertThat(servers(conf)).isEqualTo("192.0.2.1");
    assertThat(conf.ignored())
        .containsExactly(
            new Ignored("...", "what is beyond 1048576 characters is not read", Origin.of(FILE)));
    assertThat(parse("x".repeat(1000)).ignored().getFirst().text()).hasSizeLessThan(130);
    assertThat(parse("nonsense\n".repeat(1000)).ignored()).hasSize(101);
  }

  @ParameterizedTest
  @ValueSource(strings = {"options", "search"})
  @Timeout(15)
  void readsHalfAMillionWordsInOneGo(String keyword) {
    ResolvConf conf = parse(keyword + " a".repeat(500_000));

    assertThat(conf.ignored().size() + conf.suffixes().value().size()).isIn(101, 500_000);
  }

  @Test
  void isWhatAStubResolverIsTold() {
    ResolvConf conf =
        parse("nameserver 192.0.2.1\nsearch a\noptions timeout:2 attempts:3 no-tld-query ndots:5");

    assertThat(conf.stubOptions().servers()).containsExactly(UpstreamServer.parse("192.0.2.1"));
    assertThat(conf.stubOptions().timeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(conf.stubOptions().attempts()).isEqualTo(3);
    assertThat(conf.stubOptions().flags()).containsExactly(StubFlag.NO_TLD_QUERY);
    assertThat(conf.searchList().suffixes()).containsExactly(DomainName.of("a."));
    assertThat(conf.searchList().ndots()).isEqualTo(5);
    assertThat(conf.searchList().bareNames()).isEqualTo(BareNames.SUFFIXED_ONLY);
    assertThat(parse("").searchList().bareNames()).isEqualTo(BareNames.ASKED);
  }

  private static ResolvConf parse(String text) {
    return ResolvConf.parse(text, FILE, Map.of());
  }

  private static ResolvConf parse(String text, Map<String, String> environment, String hostName) {
    return new ResolvConfParser(
            FILE,
            environment,
            hostName,
            name -> name.equals("eth0") ? OptionalInt.of(3) : OptionalInt.empty())
        .parse(text);
  }

  private static String servers(ResolvConf conf) {
    return conf.servers().stream()
        .map(server -> InetAddresses.toAddrString(server.value().address()))
        .collect(Collectors.joining(" "));
  }

  private static String suffixes(ResolvConf conf) {
    return conf.suffixes().value().stream()
        .map(DomainName::toString)
        .collect(Collectors.joining(" "));
  }

  private static String flags(ResolvConf conf) {
    return conf.flags().stream().map(flag -> flag.value().word()).collect(Collectors.joining(" "));
  }

  /** A table has a line for each row. */
  private static String unescape(String text) {
    return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0");
  }
}
