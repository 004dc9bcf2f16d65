// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Map;

/**
 * Colours text for a terminal, or leaves it alone.
 *
 * <p>Colour is used only where standard output is a terminal that can show it and nobody asked for
 * none: an environment variable {@code NO_COLOR} that is not empty, or {@code TERM} being {@code
 * dumb}, turn it off.
 */
enum Palette {
  /** Leaves text alone. */
  PLAIN,
  /** Uses the eight colours that every terminal has. */
  COLOUR;

  /** What a piece of text is; what it looks like follows from that. */
  enum Style {
    /** Nothing special. */
    NORMAL(""),
    /** What guides the eye but says nothing: rules and numbers. */
    FAINT("2"),
    /** What a block is about. */
    HEAD("1"),
    /** A step further on the way. */
    ONWARD("36"),
    /** An answer. */
    GOOD("32"),
    /** A detour. */
    DETOUR("33"),
    /** What went wrong. */
    BAD("31");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }

  /** The text in that style. */
  String paint(Style style, String text) {
    return this == PLAIN || style.code.isEmpty() || text.isEmpty()
        ? text
        : "\u001b[" + style.code + "m" + text + "\u001b[0m";
  }

  /** What suits standard output of this process. */
  static Palette ofStandardOutput() {
    return allowsColour(System.getenv()) && isTerminal() ? COLOUR : PLAIN;
  }

  /** Whether an environment has nothing against colour. */
  static boolean allowsColour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /**
   * Whether standard input and output are a terminal. From Java 22 on a console may exist without
   * one, and says so by a method new there.
   */
  @SuppressWarnings("SystemConsoleNull") // Java 21 has null where there is no terminal.
  static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      Method isTerminal = Console.class.getMethod("isTerminal");
      return Boolean.TRUE.equals(isTerminal.invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
