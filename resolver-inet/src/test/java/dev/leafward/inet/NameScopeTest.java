// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.wire.name.DomainName;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameScopeTest {

  private static final String OWN = "Build-7.lab.example";
  private static final List<DomainName> SUFFIXES =
      List.of(DomainName.of("corp.example"), DomainName.of("print."));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # name,                     recursive, stub
          www.example.com,            false,     false
          www.example.com.,           false,     false
          _x.Example.COM,             false,     false
          localhost,                  false,     false
          LOCALHOST.,                 false,     false
          a.localhost,                false,     false
          build-7.lab.example,        true,      true
          BUILD-7.LAB.EXAMPLE.,       true,      true
          other.lab.example,          false,     false
          corp.example,               true,      true
          a.b.Corp.Example.,          true,      true
          notcorp.example,            false,     false
          print,                      true,      true
          printer,                    true,      false
          printer.,                   true,      false
          db,                         true,      false
          printer.local,              true,      true
          Printer.Local.,             true,      true
          db.ns.svc.cluster.local,    true,      false
          local,                      true,      true
          a.locale,                   false,     false
          """)
  void leavesToTheJdkWhatTheDnsDoesNotHave(String name, boolean recursive, boolean stub) {
    assertThat(new NameScope(InetMode.RECURSIVE, OWN, SUFFIXES).isBuiltIn(name))
        .isEqualTo(recursive);
    assertThat(new NameScope(InetMode.STUB, OWN, SUFFIXES).isBuiltIn(name)).isEqualTo(stub);
  }

  @ParameterizedTest
  @CsvSource({"www.example.com,true", "db,true", "localhost,true"})
  void theRootAsSuffixLeavesEverythingToTheJdk(String name, boolean builtIn) {
    NameScope scope = new NameScope(InetMode.STUB, OWN, List.of(DomainName.ROOT));
    assertThat(scope.isBuiltIn(name)).isEqualTo(builtIn);
  }

  @ParameterizedTest
  @CsvSource({"localhost,false", "www,true"})
  void aMachineCalledLocalhostIsStillLoopback(String name, boolean builtIn) {
    NameScope scope = new NameScope(InetMode.RECURSIVE, "localhost", List.of());
    assertThat(scope.isBuiltIn(name)).isEqualTo(builtIn);
  }
}
