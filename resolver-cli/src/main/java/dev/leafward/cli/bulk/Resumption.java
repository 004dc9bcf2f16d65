// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Finds out how far an earlier run got by what it has written: a whole line for each entry. A last
 * line without its end was cut off, and is taken away.
 */
final class Resumption {
  private static final int BLOCK = 1 << 16;

  private Resumption() {}

  /**
   * How many entries an output file holds the results of. Afterwards the file ends with a whole
   * line.
   *
   * @throws IOException if the file cannot be read or shortened
   */
  static long entriesIn(Path output) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(output.toFile(), "rw")) {
      byte[] block = new byte[BLOCK];
      long lines = 0;
      long end = 0;
      long at = 0;
      for (int read = file.read(block); read > 0; read = file.read(block)) {
        for (int i = 0; i < read; i++) {
          if (block[i] == '\n') {
            lines++;
            end = at + i + 1;
          }
        }
        at += read;
      }
      file.setLength(end);
      return lines;
    }
  }
}
