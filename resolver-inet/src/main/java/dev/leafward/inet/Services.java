// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import java.net.URL;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a program brings along: by the context class loader of the thread, as the JDK finds
 * providers, and where that does not know of it, by the one that loaded Leafward.
 */
final class Services {

  private Services() {}

  /** Where a resource is, null if nowhere. */
  static @Nullable URL resource(String name) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    URL found = context == null ? null : context.getResource(name);
    return found != null ? found : Services.class.getClassLoader().getResource(name);
  }

  /** The source of resolvers that a program brings along. */
  static Optional<ResolverSource> source() {
    return ServiceLoader.load(ResolverSource.class)
        .findFirst()
        .or(() ->
            ServiceLoader.load(ResolverSource.class, Services.class.getClassLoader()).findFirst());
  }
}
