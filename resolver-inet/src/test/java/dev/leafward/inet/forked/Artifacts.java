// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.forked;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import dev.leafward.inet.LeafwardInet;
import dev.leafward.resolver.Resolver;
import dev.leafward.roothints.RootHints;
import dev.leafward.testkit.MockInternet;
import dev.leafward.wire.name.DomainName;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.slf4j.simple.SimpleLogger;

/** Where the classes of this build are: jars, or folders where no jar has been made yet. */
public final class Artifacts {

  private Artifacts() {}

  /** What a program needs to have Leafward as its resolver, and to see what it logs. */
  public static List<Path> leafward() {
    return Stream.of(
            LeafwardInet.class,
            Resolver.class,
            DomainName.class,
            RootHints.class,
            ImmutableList.class,
            InternalFutureFailureAccess.class,
            LoggerFactory.class,
            SimpleLogger.class)
        .map(Artifacts::of)
        .toList();
  }

  /** The mocked Internet. */
  public static Path testkit() {
    return of(MockInternet.class);
  }

  /** The programs among the tests. */
  public static Path programs() {
    return of(Artifacts.class);
  }

  private static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
