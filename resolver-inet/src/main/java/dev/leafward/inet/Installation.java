// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import dev.leafward.resolver.host.HostResolver;
import java.io.IOException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider.Configuration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What has been chosen for this JVM and what became of it.
 *
 * <p>The JDK asks once for its resolver, at the first lookup; only until then can a program choose.
 */
final class Installation {

  /** A JVM has one resolver of names. */
  static final Installation OF_THIS_JVM = new Installation();

  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Choice told;
  private @Nullable Choice made;
  private @Nullable SwitchedResolver installed;

  /**
   * Chooses a resolver of the program's own.
   *
   * @throws IllegalStateException if the JDK has chosen already
   */
  void use(HostResolver hosts) {
    tell(new Choice.Given(hosts));
  }

  /**
   * Chooses settings.
   *
   * @throws IllegalStateException if the JDK has chosen already
   */
  void configure(InetSettings settings) {
    tell(new Choice.Settled(settings, "set by the program"));
  }

  private void tell(Choice choice) {
    lock.lock();
    try {
      if (made != null) {
        throw new IllegalStateException(
            "a name has been looked up already, and the JDK has chosen its resolver: "
                + made.text());
      }
      told = choice;
    } finally {
      lock.unlock();
    }
  }

  /** What the JDK gets. Never throws, opens and logs nothing. */
  InetAddressResolver install(Configuration configuration) {
    lock.lock();
    try {
      Choice choice = told != null ? told : read();
      made = choice;
      if (choice instanceof Choice.NotMade) {
        return configuration.builtinResolver();
      }
      installed = new SwitchedResolver(choice, Jdk.of(configuration));
      return installed;
    } finally {
      lock.unlock();
    }
  }

  /** What was chosen, nothing while the JDK has not asked. */
  Optional<Choice> made() {
    lock.lock();
    try {
      return Optional.ofNullable(made);
    } finally {
      lock.unlock();
    }
  }

  /** What the JDK got, nothing if that is its own resolver. */
  Optional<SwitchedResolver> installed() {
    lock.lock();
    try {
      return Optional.ofNullable(installed);
    } finally {
      lock.unlock();
    }
  }

  private static Choice read() {
    try {
      return SettingsReader.read(System.getProperties(), Services.resource(SettingsReader.FILE))
          .<Choice>map(read -> new Choice.Settled(read.settings(), read.origin()))
          .orElseGet(Choice.NotMade::new);
    } catch (InvalidSettingException e) {
      return new Choice.Broken(String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException | LinkageError e) {
      return new Choice.Broken("the settings cannot be read: " + e);
    }
  }
}
