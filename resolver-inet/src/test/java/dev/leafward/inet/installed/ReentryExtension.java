// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet.installed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.inet.InetProbe;
import dev.leafward.inet.LeafwardInet;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails every class of tests in a JVM whose resolver is not Leafward, or where code of ours has
 * looked a name up through the JDK (SECURITY row I3).
 */
public final class ReentryExtension implements BeforeAllCallback, AfterAllCallback {

  /** For the service loader. */
  public ReentryExtension() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    InetProbe probe = LeafwardInet.probe();
    assertThat(probe.answers()).as("Leafward answers: %s", probe).isTrue();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    assertThat(LeafwardInet.probe().reentries()).as("lookups of our own work").isZero();
    assertThat(WatchfulProvider.caught()).as("lookups by our own code").isEmpty();
  }
}
