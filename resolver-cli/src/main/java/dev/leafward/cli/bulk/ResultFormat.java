// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

/** How a result is written. */
public enum ResultFormat {
  /** Four columns with tabs between them: name, type, status, and the records or the reason. */
  TEXT {
    @Override
    String line(Result result) {
      return TextLine.of(result);
    }
  },
  /** A JSON object in the form of RFC 8427. */
  JSON {
    @Override
    String line(Result result) {
      return JsonLine.of(result);
    }
  };

  /** A result as one line, without its end. */
  abstract String line(Result result);
}
