// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command line asks the command to do. */
sealed interface Invocation {

  /** To explain itself. */
  record Help() implements Invocation {}

  /** To say which version it is. */
  record ShowVersion() implements Invocation {}

  /**
   * To resolve.
   *
   * @param world where to resolve
   * @param queries what to resolve, in order; at least one
   */
  record Resolve(World world, List<Query> queries) implements Invocation {
    /** Copies the list. */
    public Resolve {
      queries = List.copyOf(queries);
    }
  }

  /** The Internet to resolve in. */
  sealed interface World {

    /**
     * The one that the options name.
     *
     * @throws UsageException if they name two
     */
    static World of(boolean demo, @Nullable Path hints) throws UsageException {
      if (demo && hints != null) {
        throw new UsageException(
            "--demo and --hints exclude each other: the demo Internet has its own root servers;"
                + " leave one out");
      }
      if (demo) {
        return new Demo();
      }
      return hints == null ? new Internet() : new Hints(hints);
    }

    /** The real one, from the bundled root hints. */
    record Internet() implements World {}

    /**
     * The one whose root servers a file names.
     *
     * @param hints a file such as IANA's {@code named.root}
     */
    record Hints(Path hints) implements World {}

    /** The one that this process serves to itself. */
    record Demo() implements World {}
  }
}
