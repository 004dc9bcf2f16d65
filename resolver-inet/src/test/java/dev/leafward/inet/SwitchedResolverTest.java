// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SwitchedResolverTest {

  private static final LookupPolicy POLICY = LookupPolicy.of(LookupPolicy.IPV4);

  private final FakeJdk jdk = new FakeJdk();
  private final SwitchedResolver resolver =
      new SwitchedResolver(new Choice.Broken("not a mode: x"), jdk.asJdk());

  @BeforeEach
  void tellTheJdkAHost() throws Exception {
    jdk.host("www.example.com", 192, 0, 2, 80);
  }

  @Test
  void whatIsBrokenIsLeftToTheJdk() throws Exception {
    assertThat(resolver.lookupByName("www.example.com", POLICY))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("192.0.2.80");
    assertThat(resolver.started().orElseThrow().text())
        .isEqualTo("the JDK's own resolver resolves the names of this JVM: not a mode: x");
  }

  @Test
  void aProbeGoesNowhere() {
    try (ProbeName name = ProbeName.expected();
        ProbeName another = ProbeName.expected()) {
      assertThat(name.hasArrived()).isFalse();
      assertThat(notFound(name.toString())).isNotNull();
      assertThat(name.hasArrived()).isTrue();
      assertThat(another.hasArrived()).isFalse();
    }
    assertThat(jdk.asked()).isEmpty();
    assertThat(resolver.started()).isEmpty();
  }

  @Test
  void probesAtOnceDoNotHideEachOther() {
    try (ProbeName one = ProbeName.expected();
        ProbeName other = ProbeName.expected()) {
      assertThat(notFound(one.toString())).isNotNull();
      assertThat(notFound(other.toString())).isNotNull();
      assertThat(one.hasArrived()).isTrue();
      assertThat(other.hasArrived()).isTrue();
    }
  }

  @Test
  @DisplayName("H7: a name like that of a probe cannot forge a line of a log")
  void whatLooksLikeAProbeIsEscaped() {
    assertThat(notFound("a\r\nb.leafward-probe.invalid"))
        .hasMessage("a\\013\\010b.leafward-probe.invalid: asked by a probe only");
  }

  private UnknownHostException notFound(String host) {
    return catchThrowableOfType(
        UnknownHostException.class, () -> resolver.lookupByName(host, POLICY));
  }

  @Test
  @DisplayName("I3: a lookup out of our own work is counted, and left to the JDK")
  void countsLookupsOfItsOwnWork() throws Exception {
    long before = OwnWork.reentries();
    List<InetAddress> found =
        OwnWork.lookingUp(() -> resolver.lookupByName("www.example.com", POLICY).toList());
    assertThat(found).hasSize(1);
    assertThat(OwnWork.reentries()).isEqualTo(before + 1);
    // It was answered before anything was started, which might have taken it round again.
    assertThat(resolver.started()).isEmpty();
  }

  @Test
  @DisplayName("I3: a lookup out of a thread of our own is counted, too")
  void countsLookupsOfItsOwnThreads() throws Exception {
    long before = OwnWork.reentries();
    CountDownLatch done = new CountDownLatch(1);
    OwnWork.threads()
        .execute(() -> {
          assertThatThrownBy(() -> resolver.lookupByAddress(new byte[] {1, 2, 3, 4}))
              .isInstanceOf(UnknownHostException.class);
          done.countDown();
        });
    done.await();
    assertThat(OwnWork.reentries()).isEqualTo(before + 1);
  }

  @Test
  void aLogMayLookUpWhatItLikes() throws Exception {
    long before = OwnWork.reentries();
    OwnWork.logging(() -> assertThat(OwnWork.isReentry()).as("is left to the JDK").isTrue());
    assertThat(OwnWork.reentries()).isEqualTo(before);
    assertThat(OwnWork.isReentry()).isFalse();
  }
}
