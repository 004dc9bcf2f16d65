// SPDX-License-Identifier: Apache-2.0
package dev.leafward.inet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShadowResolverTest {

  private static final LookupPolicy POLICY = LookupPolicy.of(LookupPolicy.IPV4);

  private final FakeJdk jdk = new FakeJdk();
  private final FakeJdk leafward = new FakeJdk();
  private final AtomicLong clock = new AtomicLong();
  private final List<Runnable> tasks = new ArrayList<>();
  private final ShadowReport report = new ShadowReport(clock::get);
  private final ShadowResolver shadow =
      new ShadowResolver(
          jdk,
          leafward,
          new NameScope(InetMode.STUB, "thismachine", List.of()),
          tasks::add,
          () -> clock.addAndGet(1000),
          report);

  @Test
  void theJdkAnswersAndNobodyWaitsForLeafward() throws Exception {
    jdk.host("www.example.com", 192, 0, 2, 1);
    leafward.host("www.example.com", 192, 0, 2, 2);
    assertThat(shadow.lookupByName("www.example.com", POLICY))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("192.0.2.1");
    assertThat(leafward.asked()).isEmpty();

    runTasks();
    assertThat(leafward.asked()).containsExactly("www.example.com");
    assertThat(report.figures())
        .isEqualTo(new ShadowFigures(1, 1, 0, Duration.ofNanos(1000), Duration.ofNanos(1000)));
  }

  @Test
  void countsWhatIsTheSame() throws Exception {
    jdk.host("www.example.com", 192, 0, 2, 1);
    leafward.host("www.example.com", 192, 0, 2, 1);
    assertThat(shadow.lookupByName("www.example.com", POLICY)).hasSize(1);
    assertThatThrownBy(() -> shadow.lookupByName("nosuch.example.com", POLICY))
        .isInstanceOf(UnknownHostException.class)
        .hasMessage("nosuch.example.com: not known to the JDK");
    assertThatThrownBy(() -> shadow.lookupByAddress(new byte[] {1, 2, 3, 4}))
        .isInstanceOf(UnknownHostException.class);
    runTasks();
    assertThat(report.figures().compared()).isEqualTo(3);
    assertThat(report.figures().different()).isZero();
  }

  @Test
  void doesNotCompareWhatLeafwardWouldLeaveToTheJdk() throws Exception {
    jdk.host("thismachine", 192, 0, 2, 1);
    assertThat(shadow.lookupByName("thismachine", POLICY)).hasSize(1);
    assertThat(tasks).isEmpty();
  }

  @Test
  void comparesOnlySoManyAtOnce() throws Exception {
    jdk.host("www.example.com", 192, 0, 2, 1);
    for (int i = 0; i < ShadowResolver.AT_ONCE + 5; i++) {
      assertThat(shadow.lookupByName("www.example.com", POLICY)).hasSize(1);
    }
    assertThat(tasks).hasSize(ShadowResolver.AT_ONCE);
    assertThat(report.figures().skipped()).isEqualTo(5);
    runTasks();
    assertThat(shadow.lookupByName("www.example.com", POLICY)).hasSize(1);
    assertThat(tasks).as("there is room again").hasSize(1);
  }

  @Test
  void evenADefectIsReported() throws Exception {
    InetAddressResolver defect =
        new InetAddressResolver() {
          @Override
          public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) {
            throw new IllegalStateException("a defect");
          }

          @Override
          public String lookupByAddress(byte[] address) {
            throw new IllegalStateException("a defect");
          }
        };
    ShadowResolver beside =
        new ShadowResolver(
            jdk,
            defect,
            new NameScope(InetMode.STUB, "thismachine", List.of()),
            tasks::add,
            clock::get,
            report);
    jdk.host("www.example.com", 192, 0, 2, 1);
    assertThat(beside.lookupByName("www.example.com", POLICY)).hasSize(1);
    runTasks();
    assertThat(report.figures().different()).isEqualTo(1);
  }

  private void runTasks() {
    while (!tasks.isEmpty()) {
      tasks.removeFirst().run();
    }
  }
}
