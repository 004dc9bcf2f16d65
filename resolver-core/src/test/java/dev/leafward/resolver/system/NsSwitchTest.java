// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.system;

import static dev.leafward.resolver.system.NsSwitch.Action.CONTINUE;
import static dev.leafward.resolver.system.NsSwitch.Action.MERGE;
import static dev.leafward.resolver.system.NsSwitch.Action.RETURN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.resolver.system.NsSwitch.Action;
import dev.leafward.resolver.system.NsSwitch.Service;
import dev.leafward.resolver.system.NsSwitch.Status;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NsSwitchTest {

  private static final String FILE = "/etc/nsswitch.conf";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hosts: files dns                               | files dns
          hosts: dns files                               | dns files
          hosts:files mdns4_minimal dns myhostname       | files mdns4_minimal dns myhostname
          hosts files dns                                | files dns
          hosts :dns                                     | dns
          hosts: dns # files                             | dns
          hosts:                                         | ''
          hosts: files [NOTFOUND=return]dns              | files dns
          """)
  void readsTheServicesInOrder(String line, String services) {
    NsSwitch order = NsSwitch.parse("passwd: nis\n  " + line + "\nnetworks: nis\n", FILE);

    assertThat(names(order)).isEqualTo(services);
    assertThat(order.origin()).isEqualTo(new Origin(FILE, 2));
    assertThat(order.ignored()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# hosts: dns\n",
        "passwd: files\nnetworks: dns\n",
        "HOSTS: dns",
        "hostsx: dns"
      })
  void looksIntoTheFileAndThenTheDnsByDefault(String text) {
    NsSwitch order = NsSwitch.parse(text, FILE);

    assertThat(order).isEqualTo(NsSwitch.DEFAULT);
    assertThat(names(order)).isEqualTo("files dns");
    assertThat(order.origin()).isEqualTo(Origin.DEFAULT);
  }

  @Test
  void hasTheLastLineWin() {
    NsSwitch order = NsSwitch.parse("hosts: files\nhosts: dns\n", FILE);

    assertThat(names(order)).isEqualTo("dns");
    assertThat(order.ignored())
        .containsExactly(
            new Ignored("hosts", "a later hosts line replaces it", new Origin(FILE, 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", " "})
  @Timeout(15)
  void readsALongActionInOneGo(String text) {
    NsSwitch order = NsSwitch.parse("hosts: dns [" + text.repeat(400_000) + "x] files\n", FILE);

    assertThat(order.services()).hasSize(2);
    assertThat(order.ignored()).hasSize(1);
  }

  @Test
  void returnsAfterASuccessAndElseContinues() {
    assertThat(actions(new Service("dns", Map.of())))
        .containsExactly(RETURN, CONTINUE, CONTINUE, CONTINUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # actions                              | success  | notfound | unavail  | tryagain
          [NOTFOUND=return]                      | RETURN   | RETURN   | CONTINUE | CONTINUE
          [ notfound = Return ]                  | RETURN   | RETURN   | CONTINUE | CONTINUE
          [!UNAVAIL=return]                      | RETURN   | RETURN   | CONTINUE | RETURN
          [!SUCCESS=return NOTFOUND=continue]    | RETURN   | CONTINUE | RETURN   | RETURN
          [SUCCESS=continue TRYAGAIN=return]     | CONTINUE | CONTINUE | CONTINUE | RETURN
          [SUCCESS=merge]                        | MERGE    | CONTINUE | CONTINUE | CONTINUE
          """)
  void readsActions(
      String text, Action success, Action notFound, Action unavailable, Action tryAgain) {
    NsSwitch order = NsSwitch.parse("hosts: nis " + text + " dns", FILE);

    assertThat(actions(order.services().getFirst()))
        .containsExactly(success, notFound, unavailable, tryAgain);
    assertThat(actions(order.services().getLast()))
        .containsExactly(RETURN, CONTINUE, CONTINUE, CONTINUE);
    assertThat(order.ignored()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hosts: [NOTFOUND=return] dns | [NOTFOUND=return] | there is no service before it
          hosts: dns [LOST=return]     | LOST=return       | no such status or action
          hosts: dns [NOTFOUND=stop]   | NOTFOUND=stop     | no such status or action
          hosts: dns [NOTFOUND]        | NOTFOUND          | no STATUS=action
          """)
  void listsActionsThatItDoesNotKnow(String line, String ignored, String reason) {
    NsSwitch order = NsSwitch.parse(line, FILE);

    assertThat(names(order)).isEqualTo("dns");
    assertThat(actions(order.services().getFirst()))
        .containsExactly(RETURN, CONTINUE, CONTINUE, CONTINUE)
        .doesNotContain(MERGE);
    assertThat(order.ignored()).containsExactly(new Ignored(ignored, reason, new Origin(FILE, 1)));
  }

  private static String names(NsSwitch order) {
    return order.services().stream().map(Service::name).collect(Collectors.joining(" "));
  }

  private static List<Action> actions(Service service) {
    return Stream.of(Status.values()).map(service::after).toList();
  }
}
