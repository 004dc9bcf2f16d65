// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Joiner;
import dev.leafward.resolver.config.StubOptions;
import dev.leafward.resolver.config.UpstreamServer;
import dev.leafward.wire.text.RecordLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvocationParserTest {

  /** What dig 9.18 asks for the same words, by its question sections. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.test                        | a.test. IN A
          a.test mx                     | a.test. IN MX
          MX a.test                     | a.test. IN MX
          MX a.test b.test              | a.test. IN MX, b.test. IN MX
          -t mx a.test b.test           | a.test. IN MX, b.test. IN MX
          a.test MX b.test              | a.test. IN MX, b.test. IN A
          a.test b.test mx              | a.test. IN A, b.test. IN MX
          a.test mx aaaa                | a.test. IN AAAA
          IN a.test MX                  | a.test. IN MX
          CLASS1 TYPE5 a.test           | a.test. IN CNAME
          a.test TYPE65280              | a.test. IN TYPE65280
          a.test any                    | a.test. IN ANY
          -q mx mx                      | mx. IN MX
          -q a.test -t mx               | a.test. IN MX
          -t mx -q a.test b.test        | a.test. IN MX, b.test. IN MX
          -qa.test -tmx                 | a.test. IN MX
          -x 1.2.3.4                    | 4.3.2.1.in-addr.arpa. IN PTR
          -x1.2.3.4                     | 4.3.2.1.in-addr.arpa. IN PTR
          -x 1.2.3.4 -t mx              | 4.3.2.1.in-addr.arpa. IN MX
          -x 1.2.3.4 b.test             | 4.3.2.1.in-addr.arpa. IN PTR, b.test. IN A
          -t mx -x 1.2.3.4 b.test       | 4.3.2.1.in-addr.arpa. IN MX, b.test. IN MX
          +short                        | . IN NS
          mx                            | . IN NS
          .                             | . IN A
          A.Test.                       | A.Test. IN A
          a\\.b.test                     | a\\.b.test. IN A
          _dmarc.a.test txt             | _dmarc.a.test. IN TXT
          """)
  void sortsWordsIntoQuestionsAsDigDoes(String line, String questions) throws UsageException {
    assertThat(
            resolve(line).queries().stream()
                .map(query -> query.question().toString())
                .collect(Collectors.joining(", ")))
        .isEqualTo(questions);
  }

  @Test
  void asksForTheRootsNameServersWhereNothingIsAsked() throws UsageException {
    assertThat(resolve("").queries().getFirst().question()).hasToString(". IN NS");
  }

  @Test
  void writesAnIpv6AddressAsItsReverseName() throws UsageException {
    assertThat(resolve("-x 2001:db8::1").queries().getFirst().question().name())
        .hasToString("1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.");
  }

  @Test
  void asksAndShowsPlainlyByDefault() throws UsageException {
    Query query = resolve("a.test").queries().getFirst();

    assertThat(query.manner()).isEqualTo(new Query.Manner(false, false, true, true, 1232));
    assertThat(query.display()).isEqualTo(new Query.Display(false, false, false, false, Shown.ALL));
    assertThat(query.patience().deadline()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void givesFlagsBehindANameToThatNameAndThoseBeforeTheFirstToAll() throws UsageException {
    List<Query> queries = resolve("+trace a.test +tcp +time=3 b.test +short +notrace").queries();

    assertThat(queries.get(0).display())
        .isEqualTo(new Query.Display(false, true, false, false, Shown.ALL));
    assertThat(queries.get(0).manner().tcpOnly()).isTrue();
    assertThat(queries.get(0).patience().deadline()).isEqualTo(Duration.ofSeconds(3));
    assertThat(queries.get(1).display())
        .isEqualTo(new Query.Display(true, false, false, false, Shown.ALL));
    assertThat(queries.get(1).manner().tcpOnly()).isFalse();
    assertThat(queries.get(1).patience().deadline()).isEqualTo(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @CsvSource({
    "+short +noshort, false, false",
    "+noshort +short, true, false",
    "+json +noshort, false, true",
    "+short +json +nojson, true, false"
  })
  void letsTheLastOfAFlagAndItsNegationCount(String flags, boolean shortForm, boolean json)
      throws UsageException {
    assertThat(resolve("a.test " + flags).queries().getFirst().display())
        .isEqualTo(new Query.Display(shortForm, false, json, false, Shown.ALL));
  }

  @ParameterizedTest
  @CsvSource({
    "+noall +answer, ANSWER",
    "+answer +noall, ''",
    "+noall +all, 'BANNER,COMMENTS,QUESTION,ANSWER,AUTHORITY,ADDITIONAL,STATISTICS'",
    "+nocmd +nocomments +noquestion +nostats, 'ANSWER,AUTHORITY,ADDITIONAL'",
    "+noanswer +noauthority +noadditional, 'BANNER,COMMENTS,QUESTION,STATISTICS'",
    "+noall +authority +question +stats +additional, 'QUESTION,AUTHORITY,ADDITIONAL,STATISTICS'",
    "+noall +cmd +comments, 'BANNER,COMMENTS'",
    "+noall +short, ANSWER",
    "+short +noall, ''"
  })
  void showsThePartsThatTheFlagsLeaveOnInTheirOrder(String flags, String parts)
      throws UsageException {
    for (String line : List.of("a.test " + flags, flags + " a.test")) {
      assertThat(Joiner.on(',').join(resolve(line).queries().getFirst().display().shown().parts()))
          .isEqualTo(parts);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "+ttlid +class, ALL",
    "+nottlid, WITHOUT_TTL",
    "+nottl, WITHOUT_TTL",
    "+noclass, WITHOUT_CLASS",
    "+nocl +nocl, WITHOUT_CLASS",
    "+nocl +nottl, WITHOUT_TTL_AND_CLASS",
    "+nocl +nottl +class +ttl, ALL"
  })
  void leavesTtlAndClassOutOnRequest(String flags, RecordLayout layout) throws UsageException {
    assertThat(resolve("a.test " + flags).queries().getFirst().display().shown().layout())
        .isEqualTo(layout);
  }

  @ParameterizedTest
  @CsvSource({
    "+do, +dnssec",
    "+dnssec +nodo, ''",
    "+vc, +tcp",
    "+tcp +novc, ''",
    "+timeout=3, +time=3",
    "+recurse, ''",
    "+rec, ''"
  })
  void takesDigsOtherNamesForTheSame(String flags, String others) throws UsageException {
    assertThat(resolve("a.test " + flags)).isEqualTo(resolve("a.test " + others));
  }

  @ParameterizedTest
  @CsvSource({
    "+tcp, true, false, true, 1232",
    "+dnssec, false, true, true, 1232",
    "+noedns, false, false, false, 1232",
    "+noedns +edns, false, false, true, 1232",
    "+bufsize=4000, false, false, true, 4000",
    "+tcp +notcp +dnssec +nodnssec, false, false, true, 1232"
  })
  void readsHowToAsk(String flags, boolean tcp, boolean dnssec, boolean edns, int bufsize)
      throws UsageException {
    assertThat(resolve("a.test " + flags).queries().getFirst().manner())
        .isEqualTo(new Query.Manner(tcp, dnssec, edns, true, bufsize));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--demo a.test", "a.test --demo", "a.test b.test mx --demo +short"})
  void takesTheDemoInternetWhereverItIsAskedFor(String line) throws UsageException {
    assertThat(resolve(line).world()).isEqualTo(new Invocation.World.Demo());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--hints my.root a.test", "a.test --hints my.root mx", "--hints=my.root"})
  void takesHintsWhereverTheyAreNamed(String line) throws UsageException {
    assertThat(resolve(line).world()).isEqualTo(new Invocation.World.Hints(Path.of("my.root")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--forward 192.0.2.1#5353 --forward 2001:db8::1 a.test",
        "a.test mx --forward 192.0.2.1#5353 --forward=2001:db8::1"
      })
  void takesForwardersWhereverTheyAreNamed(String line) throws UsageException {
    assertThat(resolve(line).world())
        .isEqualTo(
            new Invocation.World.Forwarders(
                List.of(
                    UpstreamServer.parse("192.0.2.1#5353"), UpstreamServer.parse("2001:db8::1"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--forward ns.test a.test",
        "--forward 192.0.2.1#x a.test",
        "--demo --forward 192.0.2.1 a.test",
        "--hints my.root --forward 192.0.2.1 a.test"
      })
  void refusesForwardersThatCannotBeAsked(String line) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--forward");
  }

  @Test
  void usesTheInternetOtherwise() throws UsageException {
    assertThat(resolve("a.test").world()).isEqualTo(new Invocation.World.Internet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "a.test --help", "--help --version +short a.test mx"})
  void prefersHelpToEverythingElse(String line) throws UsageException {
    assertThat(parse(line)).isEqualTo(new Invocation.Help());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-v", "a.test -v"})
  void showsTheVersion(String line) throws UsageException {
    assertThat(parse(line)).isEqualTo(new Invocation.ShowVersion());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          a.test +foo           | unknown option '+foo'; see leafward --help
          a.test +nofoo         | unknown option '+nofoo'; see leafward --help
          -z a.test             | unknown option '-z'; see leafward --help
          --foo a.test          | unknown option '--foo'; see leafward --help
          a.test -t             | '-t' needs a value: TYPE; see leafward --help
          a.test +bufsize       | '+bufsize' needs a value: N; see leafward --help
          --hints               | '--hints' needs a value: FILE; see leafward --help
          a.test -t mxx         | 'mxx' is no record type; give one such as MX, or TYPE65
          a.test -t TYPE65536   | 'TYPE65536' is no record type; give one such as MX, or TYPE65
          a.test AXFR           | AXFR transfers a zone, which leafward does not do; ask for single types instead
          a.test OPT            | OPT is no type of stored records; ask for one that is, such as MX
          a.test -c XX          | 'XX' is no class; the Internet's is IN
          a.test CH TXT         | class CH cannot be resolved from the root: only IN can; leave it out
          @192.0.2.300 a.test   | '@192.0.2.300' names no server; give an address, such as @192.0.2.1 or @192.0.2.1#5353, or a name
          @ a.test              | '@' names no server; give an address, such as @192.0.2.1 or @192.0.2.1#5353, or a name
          @192.0.2.1#0 a.test   | '@192.0.2.1#0': the port is a number from 1 to 65535
          @192.0.2.1 --stub a   | only one of @SERVER, --stub, --demo, --hints and --forward can say who is asked; leave the others out
          --demo --stub a       | only one of @SERVER, --stub, --demo, --hints and --forward can say who is asked; leave the others out
          --stub a +time=31     | '+time=31': give a whole number from 1 to 30, for each server
          --stub a +tries=6     | '+tries=6': give a whole number from 1 to 5
          -x foo                | '-x foo' is not an IPv4 or IPv6 address
          -x 1.2.3              | '-x 1.2.3' is not an IPv4 or IPv6 address
          a.test +time=x        | '+time=x': give a whole number from 1 to 3600
          a.test +time=0        | '+time=0': give a whole number from 1 to 3600
          a.test +time=99999999999 | '+time=99999999999': give a whole number from 1 to 3600
          a.test +bufsize=100   | '+bufsize=100': give a whole number from 512 to 4096; dig's other sizes are not taken
          a.test +bufsize=-1    | '+bufsize=-1': give a whole number from 512 to 4096; dig's other sizes are not taken
          a.test +bufsize=65535 | '+bufsize=65535': give a whole number from 512 to 4096; dig's other sizes are not taken
          a.test -4             | '-4': leafward asks servers by IPv4 and IPv6, whichever they have; leave it out
          a.test -6             | '-6': leafward asks servers by IPv4 and IPv6, whichever they have; leave it out
          a.test +tries=1       | '+tries=1': leafward asks as often as it takes, within +time=N in all; leave it out, or name the @SERVER
          a.test +retry=0       | '+retry=0': +tries=N says how often servers are asked that are named by @SERVER; leave it out
          a.test +norecurse     | '+norecurse': leafward always resolves from the root by itself; leave it out
          a.test +norec         | '+norec': leafward always resolves from the root by itself; leave it out
          a.test +cd            | unknown option '+cd'; see leafward --help
          --demo --hints x a    | --demo and --hints exclude each other: the demo Internet has its own root servers; leave one out
          a.test +dnssec +noedns | +dnssec and +noedns exclude each other: DNSSEC records are asked for by EDNS; leave one out
          b\u00fccher.test +noidnin | 'b\u00fccher.test' is not ASCII; write its labels in the form that begins with xn--
          """)
  void saysWhatIsWrongAndWhatToDo(String line, String sentence) {
    assertThatThrownBy(() -> parse(line)).isInstanceOf(UsageException.class).hasMessage(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..test", ".a.test", "a.\\999.test"})
  void namesTheWordThatIsNoDomainName(String name) {
    assertThatThrownBy(() -> parse(name))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("'" + name + "' is not a domain name: ");
  }

  private static Invocation.Resolve resolve(String line) throws UsageException {
    Invocation invocation = parse(line);
    assertThat(invocation).isInstanceOf(Invocation.Resolve.class);
    return (Invocation.Resolve) invocation;
  }

  private static Invocation parse(String line) throws UsageException {
    return InvocationParser.parse(line.isEmpty() ? List.of() : List.of(line.split(" +")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @192.0.2.1 a.test                    | 192.0.2.1
          a.test @192.0.2.1#5353               | 192.0.2.1#5353
          @2001:db8::1 @ns1.example.com#54 a.b | 2001:db8::1, ns1.example.com#54
          """)
  void takesTheServersToAsk(String line, String servers) throws UsageException {
    assertThat(resolve(line).world())
        .isInstanceOfSatisfying(
            Invocation.World.Servers.class, world -> assertThat(world.text()).isEqualTo(servers));
  }

  @Test
  void takesHowLongAndHowOftenServersAreAsked() throws UsageException {
    Query.Patience patience =
        resolve("--stub a.test +time=3 +tries=4").queries().getFirst().patience();

    StubOptions options =
        patience.apply(StubOptions.of(List.of(UpstreamServer.parse("192.0.2.1"))));
    assertThat(options.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(options.attempts()).isEqualTo(4);
  }
}
