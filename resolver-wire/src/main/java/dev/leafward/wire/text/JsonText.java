// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import java.io.IOException;

/**
 * Writes JSON: puts commas where they belong and escapes strings.
 *
 * <p>RFC 8259. The text is ASCII: all other characters are escaped, so that a server's octets reach
 * no terminal. That objects and arrays end in order is for the caller.
 */
final class JsonText {
  private final Appendable out;
  private boolean first = true;

  JsonText(Appendable out) {
    this.out = out;
  }

  JsonText begin(char bracket) throws IOException {
    separate();
    out.append(bracket);
    first = true;
    return this;
  }

  JsonText end(char bracket) throws IOException {
    out.append(bracket);
    first = false;
    return this;
  }

  /** Begins an object or an array that is a member. */
  JsonText begin(String name, char bracket) throws IOException {
    name(name).append(bracket);
    first = true;
    return this;
  }

  JsonText member(String name, long number) throws IOException {
    name(name).append(Long.toString(number));
    return this;
  }

  JsonText member(String name, boolean truth) throws IOException {
    name(name).append(truth ? "true" : "false");
    return this;
  }

  JsonText member(String name, String text) throws IOException {
    name(name);
    string(text);
    return this;
  }

  private Appendable name(String name) throws IOException {
    separate();
    string(name);
    return out.append(':');
  }

  private void separate() throws IOException {
    if (!first) {
      out.append(',');
    }
    first = false;
  }

  private void string(String text) throws IOException {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7F) {
        out.append(c);
      } else {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(Character.forDigit((c >> shift) & 0xF, 16));
        }
      }
    }
    out.append('"');
  }
}
