// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import dev.leafward.wire.name.DomainName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How Leafward is to resolve the names of this JVM.
 *
 * <pre>{@code
 * LeafwardInet.configure(InetSettings.of(InetMode.STUB).withBuiltIn("corp.example"));
 * }</pre>
 *
 * <p>Immutable. {@code docs/inet.md} lists the properties that say the same.
 */
public final class InetSettings {

  private final InetMode mode;
  private final InetMode shadowed;
  private final List<DomainName> builtIn;
  private final @Nullable Path hints;
  private final @Nullable Duration timeout;

  private InetSettings(
      InetMode mode,
      InetMode shadowed,
      List<DomainName> builtIn,
      @Nullable Path hints,
      @Nullable Duration timeout) {
    this.mode = mode;
    this.shadowed = shadowed;
    this.builtIn = builtIn;
    this.hints = hints;
    this.timeout = timeout;
  }

  /** A mode, with the defaults for all else. */
  public static InetSettings of(InetMode mode) {
    return new InetSettings(mode, InetMode.STUB, List.of(), null, null);
  }

  /**
   * What resolves beside the JDK in {@link InetMode#SHADOW}. Default: {@link InetMode#STUB}, which
   * sends nothing to anybody whom the JDK does not ask, too.
   *
   * @param kind {@link InetMode#RECURSIVE} or {@link InetMode#STUB}
   */
  public InetSettings shadowing(InetMode kind) {
    if (kind != InetMode.RECURSIVE && kind != InetMode.STUB) {
      throw new IllegalArgumentException("nothing resolves in the mode " + kind.word());
    }
    return new InetSettings(mode, kind, builtIn, hints, timeout);
  }

  /**
   * The names at and below these are left to the JDK's own resolver. Default: none.
   *
   * @throws dev.leafward.wire.name.InvalidNameException if one is no name
   */
  public InetSettings withBuiltIn(String... suffixes) {
    List<DomainName> names = Arrays.stream(suffixes).map(DomainName::of).toList();
    return new InetSettings(mode, shadowed, names, hints, timeout);
  }

  /**
   * A file with the servers to begin at, in the form of IANA's {@code named.root}, for the
   * recursive resolver. Default: the hints that come with Leafward.
   */
  public InetSettings withHints(Path file) {
    return new InetSettings(mode, shadowed, builtIn, file, timeout);
  }

  /**
   * How long one lookup may take. Default: the resolver's own deadline.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public InetSettings withTimeout(Duration longest) {
    if (longest.isNegative() || longest.isZero()) {
      throw new IllegalArgumentException("the timeout must be positive, not " + longest);
    }
    return new InetSettings(mode, shadowed, builtIn, hints, longest);
  }

  /** Who resolves. */
  public InetMode mode() {
    return mode;
  }

  /** The names at and below which the JDK's own resolver answers. */
  public List<DomainName> builtIn() {
    return builtIn;
  }

  /** The file with the servers to begin at, if it is not the bundled one. */
  public Optional<Path> hints() {
    return Optional.ofNullable(hints);
  }

  /** How long a lookup may take, if that is said. */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** Which resolver of Leafward's is at work: recursive or stub. */
  InetMode kind() {
    return mode == InetMode.SHADOW ? shadowed : mode;
  }
}
