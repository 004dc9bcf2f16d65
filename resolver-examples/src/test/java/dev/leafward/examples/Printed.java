// SPDX-License-Identifier: Apache-2.0
package dev.leafward.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a program and keeps what it prints. */
final class Printed {

  private Printed() {}

  /** A program without arguments. */
  interface Program {
    void run() throws Exception;
  }

  /** The lines that a program prints to standard output. */
  static List<String> by(Program program) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      program.run();
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
