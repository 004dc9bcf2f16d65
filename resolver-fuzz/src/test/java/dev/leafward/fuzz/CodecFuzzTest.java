// SPDX-License-Identifier: Apache-2.0
package dev.leafward.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every {@link FuzzTarget} under Jazzer, whose mutations are guided by coverage.
 *
 * <p>An ordinary build only replays the seeds. {@code scripts/fuzz TARGET SECONDS} looks for more;
 * with {@code JAZZER_FUZZ=1} one test is run until its time or its number of executions is used up.
 */
class CodecFuzzTest {
  private static final String DURATION = "10m";
  private static final long EXECUTIONS = 1_000_000_000;

  @MethodSource("messageSeeds")
  @FuzzTest(maxDuration = DURATION, maxExecutions = EXECUTIONS)
  void message(byte @NotNull [] octets) throws Exception {
    FuzzTarget.MESSAGE.check(octets);
  }

  static List<byte[]> messageSeeds() {
    return FuzzTarget.MESSAGE.seeds();
  }

  @MethodSource("messageTextSeeds")
  @FuzzTest(maxDuration = DURATION, maxExecutions = EXECUTIONS)
  void messageText(byte @NotNull [] octets) throws Exception {
    FuzzTarget.MESSAGE_TEXT.check(octets);
  }

  static List<byte[]> messageTextSeeds() {
    return FuzzTarget.MESSAGE_TEXT.seeds();
  }

  @MethodSource("truncationSeeds")
  @FuzzTest(maxDuration = DURATION, maxExecutions = EXECUTIONS)
  void truncation(byte @NotNull [] octets) throws Exception {
    FuzzTarget.TRUNCATION.check(octets);
  }

  static List<byte[]> truncationSeeds() {
    return FuzzTarget.TRUNCATION.seeds();
  }

  @MethodSource("ednsSeeds")
  @FuzzTest(maxDuration = DURATION, maxExecutions = EXECUTIONS)
  void edns(byte @NotNull [] octets) throws Exception {
    FuzzTarget.EDNS.check(octets);
  }

  static List<byte[]> ednsSeeds() {
    return FuzzTarget.EDNS.seeds();
  }

  @MethodSource("nameSeeds")
  @FuzzTest(maxDuration = DURATION, maxExecutions = EXECUTIONS)
  void name(byte @NotNull [] octets) throws Exception {
    FuzzTarget.NAME.check(octets);
  }

  static List<byte[]> nameSeeds() {
    return FuzzTarget.NAME.seeds();
  }

  @MethodSource("nameTextSeeds")
  @FuzzTest(maxDuration = DURATION, maxExecutions = EXECUTIONS)
  void nameText(byte @NotNull [] octets) throws Exception {
    FuzzTarget.NAME_TEXT.check(octets);
  }

  static List<byte[]> nameTextSeeds() {
    return FuzzTarget.NAME_TEXT.seeds();
  }

  @MethodSource("rdataSeeds")
  @FuzzTest(maxDuration = DURATION, maxExecutions = EXECUTIONS)
  void rdata(byte @NotNull [] octets) throws Exception {
    FuzzTarget.RDATA.check(octets);
  }

  static List<byte[]> rdataSeeds() {
    return FuzzTarget.RDATA.seeds();
  }

  @MethodSource("rdataTextSeeds")
  @FuzzTest(maxDuration = DURATION, maxExecutions = EXECUTIONS)
  void rdataText(byte @NotNull [] octets) throws Exception {
    FuzzTarget.RDATA_TEXT.check(octets);
  }

  static List<byte[]> rdataTextSeeds() {
    return FuzzTarget.RDATA_TEXT.seeds();
  }

  @MethodSource("zoneTextSeeds")
  @FuzzTest(maxDuration = DURATION, maxExecutions = EXECUTIONS)
  void zoneText(byte @NotNull [] octets) throws Exception {
    FuzzTarget.ZONE_TEXT.check(octets);
  }

  static List<byte[]> zoneTextSeeds() {
    return FuzzTarget.ZONE_TEXT.seeds();
  }
}
