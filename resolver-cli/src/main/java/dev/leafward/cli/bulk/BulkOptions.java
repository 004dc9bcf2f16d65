// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import dev.leafward.wire.rdata.RRType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a file of questions is resolved.
 *
 * @param questions the file; empty for standard input
 * @param output where the results go; empty for standard output
 * @param resumes whether the output of an earlier run is gone on with; needs an output
 * @param format how results are written
 * @param type what is asked for where a line names no type
 * @param workers how many questions are under way at once
 * @param perServer how many queries a second go to one server; 0 for as many as it takes
 * @param deadline how long one question may take
 * @param warmUp files of questions to resolve beforehand, each with a cache of its own; so that
 *     what is measured is not the JVM's first minute
 */
public record BulkOptions(
    Optional<Path> questions,
    Optional<Path> output,
    boolean resumes,
    ResultFormat format,
    RRType type,
    int workers,
    int perServer,
    Duration deadline,
    List<Path> warmUp) {
  /** Copies the list. */
  public BulkOptions {
    warmUp = List.copyOf(warmUp);
  }
}
