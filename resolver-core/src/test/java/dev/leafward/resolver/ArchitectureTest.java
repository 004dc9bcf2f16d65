// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import dev.leafward.resolver.config.ResolverLimits;
import dev.leafward.wire.name.DomainName;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules of the house that a compiler does not check: which package may name which, and what
 * core and wire never call.
 */
class ArchitectureTest {
  private static final String CORE = "dev.leafward.resolver";
  private static final String WIRE = "dev.leafward.wire";

  /** Numbers with the name of a bound that are none of ours to choose, or limit no work. */
  private static final Set<String> NO_BOUNDS_OF_WORK =
      Set.of(
          // What a 16-bit length can say, and what a path is likely to deliver.
          "QueryFactory.MAX_TCP_OCTETS",
          "TcpConversation.MAX_MESSAGE_OCTETS",
          "ExchangeOptions.MAX_UDP_OCTETS",
          // They keep an estimate of a round trip sane.
          "ServerHealth.MAX_FAILURES",
          "ServerHealth.MAX_TIMEOUT_NANOS");

  private static final Pattern SPACE = Pattern.compile(" ");

  private static final JavaClasses CORE_CLASSES = classesBeside(ResolverLimits.class);
  private static final JavaClasses WIRE_CLASSES = classesBeside(DomainName.class);
  private static final JavaClasses ALL_CLASSES =
      new ClassFileImporter()
          .importUrls(List.of(origin(ResolverLimits.class), origin(DomainName.class)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          config     |
          answer     |
          spi        | answer
          budget     | answer config spi
          net        | answer config spi
          system     | config spi net
          cache      | answer config spi budget
          delegation | answer config spi budget cache
          response   | answer config spi budget cache delegation
          servers    | answer config spi budget cache delegation
          exchange   | answer config spi budget servers
          engine     | answer config spi budget cache delegation response servers exchange
          """)
  void packageOfCoreNamesOnlyThoseBelow(String name, @Nullable String below) {
    checkNamesOnly(CORE, name, below, CORE_CLASSES);
  }

  @Test
  void hostNamesTheFrontDoorAndNothingBehindIt() {
    noClasses()
        .that()
        .resideInAPackage(CORE + ".host")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                Stream.of(
                        "budget",
                        "cache",
                        "delegation",
                        "engine",
                        "exchange",
                        "response",
                        "servers")
                    .map(inner -> CORE + "." + inner)
                    .toArray(String[]::new)))
        .check(CORE_CLASSES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name    |
          io      | name
          rdata   | name io
          edns    | name io rdata
          message | name io rdata edns
          text    | name io rdata edns message
          """)
  void packageOfWireNamesOnlyThoseBelow(String name, @Nullable String below) {
    checkNamesOnly(WIRE, name, below, WIRE_CLASSES);
  }

  @Test
  void exportedSignaturesNameNeitherGuavaNorSlf4j() {
    DescribedPredicate<JavaClass> inside = resideInAnyPackage("com.google..", "org.slf4j..");
    noMethods()
        .that()
        .areDeclaredInClassesThat(
            resideInAnyPackage(
                CORE, CORE + ".answer", CORE + ".config", CORE + ".host", CORE + ".spi"))
        .and()
        .arePublic()
        .should()
        .haveRawReturnType(inside)
        .orShould()
        .haveRawParameterTypes(
            describe("with one of those", types -> types.stream().anyMatch(inside)))
        .check(CORE_CLASSES);
  }

  @Test
  void onlyNetReadsClocksOrWaitsByThem() {
    outsideNet()
        .should()
        .accessTargetWhere(method(System.class, "nanoTime|currentTimeMillis"))
        .orShould()
        .accessTargetWhere(method(Thread.class, "sleep"))
        .orShould()
        .accessTargetWhere(ofPackage("java.time", "now|system.*|tick.*"))
        .check(ALL_CLASSES);
  }

  @Test
  void onlyNetOpensSockets() {
    outsideNet()
        .should()
        .dependOnClassesThat(
            describe(
                "are sockets",
                type ->
                    (type.getPackageName().equals("java.net")
                            && type.getSimpleName().endsWith("Socket"))
                        || (type.getPackageName().startsWith("java.nio.channels")
                            && !type.isAssignableTo(Throwable.class))
                        || type.getPackageName().startsWith("javax.net")))
        .check(ALL_CLASSES);
  }

  @Test
  @DisplayName("A2: no generator but a cryptographic one, and that from outside")
  void randomnessComesFromOutside() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)")
        .orShould()
        .accessTargetWhere(method(Math.class, "random"))
        .check(ALL_CLASSES);

    // The one default, which a caller may replace, is chosen at the front door or beside sockets.
    outsideNet()
        .and()
        .resideOutsideOfPackage(CORE)
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.security.SecureRandom")
        .check(ALL_CLASSES);
  }

  /** What the machine is configured to is all that {@code system} is there to read. */
  @Test
  void onlySystemReadsTheEnvironment() {
    outsideSystem()
        .should()
        .accessTargetWhere(method(System.class, "getProperty|getProperties|getenv"))
        .orShould()
        .accessTargetWhere(method(Boolean.class, "getBoolean"))
        .orShould()
        .accessTargetWhere(method(Integer.class, "getInteger"))
        .orShould()
        .accessTargetWhere(method(Long.class, "getLong"))
        .check(ALL_CLASSES);
  }

  /** {@code net} reads one figure of the kernel's beside: how many sockets it may open. */
  @Test
  void onlySystemReadsFilesAndRunsCommands() {
    outsideSystem()
        .and(
            describe(
                "are not DescriptorLimit", type -> !type.getSimpleName().equals("DescriptorLimit")))
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.nio\\.file\\.Files|java\\.io\\.(File.*|RandomAccessFile)"
                + "|java\\.lang\\.Process.*")
        .check(CORE_CLASSES);
  }

  @Test
  void holdsNoMutableStatic() {
    fields()
        .that(modifier(JavaModifier.STATIC))
        .and(describe("are written in the source", field -> !field.getName().contains("$")))
        .should()
        .beFinal()
        .andShould()
        .notHaveRawType(
            nameMatching(
                "java\\.util\\.concurrent\\..*|java\\.lang\\.ThreadLocal"
                    + "|java\\.util\\.(ArrayList|ArrayDeque|.*HashMap|.*HashSet|Tree.*|BitSet)"))
        .check(ALL_CLASSES);
  }

  @Test
  void boundsOfCoreAreInResolverLimits() {
    noFields()
        .that(modifier(JavaModifier.STATIC))
        .and(
            describe(
                "are numbers",
                field ->
                    field.getRawType().isPrimitive()
                        || field.getRawType().isEquivalentTo(Duration.class)))
        .and(
            describe(
                "are not known to bound no work",
                field ->
                    !NO_BOUNDS_OF_WORK.contains(
                        field.getOwner().getSimpleName() + "." + field.getName())))
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage(CORE + ".config")
        .should()
        .haveNameMatching("(.*_)?(MAX|MAXIMUM|LIMIT|BOUND)(_.*)?")
        .check(CORE_CLASSES);
  }

  /**
   * An initial capacity is how a count from a packet would most easily take memory. The decoder
   * fills arrays, held down by the octets at hand; an {@code RRset} copies lists it has; and {@code
   * Fields.listFor} goes by the octets that are really left.
   */
  @Test
  void decodingGivesCollectionsNoInitialCapacity() {
    noClasses()
        .that()
        .doNotHaveSimpleName("RRset")
        .should()
        .callCodeUnitWhere(
            target(owner(resideInAPackage("java.util..")))
                .and(target(nameMatching("<init>")))
                .and(
                    describe(
                        "not in listFor", call -> !call.getOrigin().getName().equals("listFor")))
                .and(
                    describe(
                        "takes an initial capacity",
                        call ->
                            call.getTarget().getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(int.class)))))
        .check(WIRE_CLASSES);
  }

  @Test
  void neverResolvesANameThroughTheJdk() {
    noClasses()
        .should()
        .accessTargetWhere(
            method(
                InetAddress.class,
                "getByName|getAllByName|getLocalHost|getHostName|getCanonicalHostName"))
        .orShould()
        .accessTargetWhere(method(InetSocketAddress.class, "getHostName"))
        .orShould()
        .callConstructor(InetSocketAddress.class, String.class, int.class)
        .orShould()
        .callCodeUnitWhere(
            target(owner(nameMatching("java\\.net\\.(Socket|InetSocketAddress)")))
                .and(target(nameMatching("<init>")))
                .and(
                    describe(
                        "takes a host as text",
                        call ->
                            !call.getTarget().getRawParameterTypes().isEmpty()
                                && call.getTarget()
                                    .getRawParameterTypes()
                                    .get(0)
                                    .isEquivalentTo(String.class))))
        .check(ALL_CLASSES);
  }

  private static void checkNamesOnly(
      String root, String name, @Nullable String below, JavaClasses classes) {
    String own = root + "." + name;
    Set<String> allowed =
        Stream.concat(Stream.of(name), Stream.ofNullable(below).flatMap(SPACE::splitAsStream))
            .map(each -> root + "." + each)
            .collect(toSet());
    noClasses()
        .that()
        .resideInAPackage(own)
        .should()
        .dependOnClassesThat(
            describe(
                "are in another package than " + allowed,
                type ->
                    type.getPackageName().startsWith(root)
                        && !allowed.contains(type.getPackageName())))
        .check(classes);
  }

  private static GivenClassesConjunction outsideNet() {
    return noClasses().that().resideOutsideOfPackage(CORE + ".net");
  }

  private static GivenClassesConjunction outsideSystem() {
    return noClasses().that().resideOutsideOfPackage(CORE + ".system");
  }

  private static DescribedPredicate<JavaAccess<?>> method(Class<?> owner, String names) {
    return describe(
        owner.getSimpleName() + "." + names,
        access -> access.getTargetOwner().isEquivalentTo(owner) && access.getName().matches(names));
  }

  private static DescribedPredicate<JavaAccess<?>> ofPackage(String owners, String names) {
    return describe(
        owners + ".*." + names,
        access ->
            access.getTargetOwner().getPackageName().equals(owners)
                && access.getName().matches(names));
  }

  private static JavaClasses classesBeside(Class<?> type) {
    return new ClassFileImporter().importUrl(origin(type));
  }

  /** Where the class was loaded from: a folder of classes or a jar, never the tests. */
  private static URL origin(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
