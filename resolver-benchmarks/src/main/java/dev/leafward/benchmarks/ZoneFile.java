// SPDX-License-Identifier: Apache-2.0
package dev.leafward.benchmarks;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.text.ZoneFileReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;

/**
 * A zone file of a million records, read one by one. The figures are for one record.
 *
 * <p>The zone is the like of a top-level domain's: delegations with two name servers, a DS record
 * and glue of both families.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ZoneFile {
  /** How many records the file has. */
  public static final int RECORDS = 1_000_000;

  private static final int RECORDS_OF_DELEGATION = 5;
  private static final DomainName ORIGIN = DomainName.of("example.");

  private Path file = Path.of("zone");

  /** Writes the file. */
  @Setup
  public void write() throws IOException {
    file = Files.createTempFile("leafward", ".zone");
    writeTo(file);
  }

  /** Deletes the file. */
  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }

  /** Writes the zone, whose octets are the same each time. */
  static void writeTo(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write("$ORIGIN example.\n$TTL 172800\n");
      for (int i = 0; i < RECORDS / RECORDS_OF_DELEGATION; i++) {
        String name = "delegation-" + i;
        String host = (i >> 8 & 0xFF) + "." + (i & 0xFF);
        out.write(name + "\tIN NS ns1." + name + "\n");
        out.write(name + "\tIN NS ns2.hosting.test.\n");
        out.write(name + "\t86400 IN DS " + (i & 0xFFFF) + " 13 2 " + digest(i) + "\n");
        out.write("ns1." + name + "\tIN A 198.18." + host + "\n");
        out.write(
            "ns1." + name + "\tIN AAAA 2001:2::" + hex(i >> 16) + ":" + hex(i & 0xFFFF) + "\n");
      }
    }
  }

  private static String hex(int value) {
    return Integer.toHexString(value);
  }

  private static String digest(int seed) {
    return String.format("%064X", 0x9E37_79B9_7F4A_7C15L * (seed + 1));
  }

  /** Leafward's reader. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public int leafward() throws IOException, TextFormatException {
    int count = 0;
    try (ZoneFileReader reader =
        new ZoneFileReader(
            Files.newBufferedReader(file, StandardCharsets.US_ASCII), "zone", ORIGIN)) {
      while (reader.next() != null) {
        count++;
      }
    }
    return count;
  }

  /** dnsjava's reader. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public int dnsjava() throws IOException {
    int count = 0;
    try (Master reader = new Master(file.toString(), Name.fromString("example."))) {
      while (reader.nextRecord() != null) {
        count++;
      }
    }
    return count;
  }
}
