// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What this module never calls: it would come back to it. */
class InetArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(LeafwardInet.class.getProtectionDomain().getCodeSource().getLocation());

  private static final Set<String> HAVE_NAMES =
      Set.of(
          "java.net.InetAddress",
          "java.net.Inet4Address",
          "java.net.Inet6Address",
          "java.net.InetSocketAddress",
          "java.net.Socket");

  @Test
  @DisplayName("I3: the module looks no name up through the JDK, but for the probe, on purpose")
  void looksNoNameUpThroughTheJdk() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Prober.class.getName())
        .should()
        .accessTargetWhere(looksUp())
        .check(CLASSES);
  }

  @Test
  @DisplayName("I3: nothing is logged but where a lookup by the log is provided for")
  void onlyLogNamesTheLog() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Log.class.getName())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.slf4j..")
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaAccess<?>> looksUp() {
    return describe(
        "look a name up",
        access ->
            HAVE_NAMES.contains(access.getTargetOwner().getName())
                && (access
                        .getName()
                        .matches(
                            "getByName|getAllByName|getLocalHost|getHostName|getCanonicalHostName")
                    || takesHost(access)));
  }

  /** A constructor, or {@code ofLiteral} and its like, that is given a host as text. */
  private static boolean takesHost(JavaAccess<?> access) {
    return access.getName().equals("<init>")
        && access.getTarget().resolveMember().stream()
            .filter(JavaCodeUnit.class::isInstance)
            .map(JavaCodeUnit.class::cast)
            .anyMatch(code ->
                !code.getRawParameterTypes().isEmpty()
                    && code.getRawParameterTypes().getFirst().isEquivalentTo(String.class));
  }
}
