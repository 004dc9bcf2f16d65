// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import dev.leafward.wire.rdata.RDataRegistry;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ZoneFileReader} may do beyond reading the one text it is given.
 *
 * <p>The defaults suit a file of unknown origin: it opens no other files, and no single line of it
 * makes more than {@value #DEFAULT_MAX_GENERATED} records.
 *
 * <pre>{@code
 * ZoneFileOptions options = ZoneFileOptions.builder().includeFrom(Path.of("zones")).build();
 * }</pre>
 *
 * <p>Immutable.
 */
public final class ZoneFileOptions {
  /** How deep files may include each other by default. */
  public static final int DEFAULT_MAX_INCLUDE_DEPTH = 8;

  /** How many records one {@code $GENERATE} may make by default: those of an IPv4 /16. */
  public static final int DEFAULT_MAX_GENERATED = 65_536;

  /** No {@code $INCLUDE}; the built-in types; the default limits. */
  public static final ZoneFileOptions DEFAULT = builder().build();

  private final RDataRegistry registry;
  private final @Nullable Path includeFolder;
  private final int maxIncludeDepth;
  private final int maxGenerated;

  private ZoneFileOptions(Builder builder) {
    this.registry = builder.registry;
    this.includeFolder = builder.includeFolder;
    this.maxIncludeDepth = builder.maxIncludeDepth;
    this.maxGenerated = builder.maxGenerated;
  }

  /**
   * Begins with the defaults.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns how the data of each type is read.
   *
   * @return by default the built-in registry
   */
  public RDataRegistry registry() {
    return registry;
  }

  /**
   * Returns where {@code $INCLUDE} finds its files.
   *
   * @return the folder; by default none, and then {@code $INCLUDE} is refused
   */
  public Optional<Path> includeFolder() {
    return Optional.ofNullable(includeFolder);
  }

  /**
   * Returns how deep files may include each other.
   *
   * @return 1 if an included file may include no more
   */
  public int maxIncludeDepth() {
    return maxIncludeDepth;
  }

  /**
   * Returns how many records one {@code $GENERATE} may make.
   *
   * @return 0 if {@code $GENERATE} is refused
   */
  public int maxGenerated() {
    return maxGenerated;
  }

  /** Collects options. Not safe for use by several threads. */
  public static final class Builder {
    private RDataRegistry registry = RDataRegistry.builtIn();
    private @Nullable Path includeFolder;
    private int maxIncludeDepth = DEFAULT_MAX_INCLUDE_DEPTH;
    private int maxGenerated = DEFAULT_MAX_GENERATED;

    private Builder() {}

    /**
     * Sets how the data of each type is read.
     *
     * @param types for instance the built-in registry with a type of the program's own
     * @return this builder
     */
    public Builder registry(RDataRegistry types) {
      this.registry = Objects.requireNonNull(types, "types");
      return this;
    }

    /**
     * Allows {@code $INCLUDE} of the files in a folder and in the folders below it, and of no
     * others: file names are relative to it, and neither {@code ..} nor symbolic links lead on.
     *
     * <p>Whoever can change the folder while it is read is trusted.
     *
     * @param folder the folder; it is looked at when the first file is included
     * @return this builder
     */
    public Builder includeFrom(Path folder) {
      this.includeFolder = Objects.requireNonNull(folder, "folder");
      return this;
    }

    /**
     * Sets how deep files may include each other.
     *
     * @param files at least 1; by default {@value #DEFAULT_MAX_INCLUDE_DEPTH}
     * @return this builder
     * @throws IllegalArgumentException if less than 1
     */
    public Builder maxIncludeDepth(int files) {
      if (files < 1) {
        throw new IllegalArgumentException("an include depth of " + files);
      }
      this.maxIncludeDepth = files;
      return this;
    }

    /**
     * Sets how many records one {@code $GENERATE} may make.
     *
     * @param records 0 to refuse the directive; by default {@value #DEFAULT_MAX_GENERATED}
     * @return this builder
     * @throws IllegalArgumentException if negative
     */
    public Builder maxGenerated(int records) {
      if (records < 0) {
        throw new IllegalArgumentException("a maximum of " + records + " generated records");
      }
      this.maxGenerated = records;
      return this;
    }

    /**
     * Makes the options.
     *
     * @return a value of its own
     */
    public ZoneFileOptions build() {
      return new ZoneFileOptions(this);
    }
  }
}
