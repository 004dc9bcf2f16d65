// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import java.util.Locale;

/**
 * The presentation form of LOC data.
 *
 * <p>RFC 1876 section 3, written as BIND writes it: all fields, angles to the thousandth of a
 * second, the altitude to the centimetre.
 *
 * <pre>{@code
 * d1 [m1 [s1]] {"N"|"S"} d2 [m2 [s2]] {"E"|"W"} alt["m"] [siz["m"] [hp["m"] [vp["m"]]]]
 * }</pre>
 */
final class LocText {
  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long DEGREE = 60 * MINUTE;
  private static final long DEFAULT_SIZE = 100;
  private static final long DEFAULT_HORIZONTAL = 1_000_000;
  private static final long DEFAULT_VERTICAL = 1000;

  private LocText() {}

  static LOC parse(TextReader in) throws TextFormatException {
    long latitude = angle(in, 90, "N", "S");
    long longitude = angle(in, 180, "E", "W");
    long altitude = altitude(in);
    long size = size(in, DEFAULT_SIZE);
    long horizontal = size(in, DEFAULT_HORIZONTAL);
    long vertical = size(in, DEFAULT_VERTICAL);
    return new LOC(size, horizontal, vertical, latitude, longitude, altitude);
  }

  private static long angle(TextReader in, int maxDegrees, String positive, String negative)
      throws TextFormatException {
    String expectation =
        "degrees, minutes and seconds up to "
            + maxDegrees
            + " degrees, and "
            + positive
            + " or "
            + negative;
    long[] units = {DEGREE, MINUTE, SECOND};
    long angle = 0;
    int fields = 0;
    while (true) {
      String word = in.token(expectation).toUpperCase(Locale.ROOT);
      boolean isNegative = word.equals(negative);
      if (fields > 0 && (isNegative || word.equals(positive))) {
        if (angle > maxDegrees * DEGREE) {
          throw in.malformed(expectation);
        }
        return isNegative ? -angle : angle;
      }
      boolean seconds = fields == units.length - 1;
      long value = fields == units.length ? -1 : decimal(word, seconds ? 3 : 0);
      long limit = fields == 0 ? maxDegrees + 1 : seconds ? MINUTE : 60;
      if (value < 0 || value >= limit) {
        throw in.malformed(expectation);
      }
      angle += seconds ? value : value * units[fields];
      fields++;
    }
  }

  private static long altitude(TextReader in) throws TextFormatException {
    String expectation = "an altitude in metres such as -24.50m, in -100000.00..42849672.95";
    String word = in.token(expectation);
    boolean below = word.startsWith("-");
    long centimetres = decimal(withoutUnit(below ? word.substring(1) : word), 2);
    if (centimetres < 0 || centimetres > (below ? 10_000_000L : 4_284_967_295L)) {
      throw in.malformed(expectation);
    }
    return below ? -centimetres : centimetres;
  }

  private static long size(TextReader in, long otherwise) throws TextFormatException {
    if (!in.hasNext()) {
      return otherwise;
    }
    String expectation = "metres such as 30m, in 0.00..90000000.00";
    long centimetres = decimal(withoutUnit(in.token(expectation)), 2);
    long rounded = centimetres < 0 ? -1 : LocSize.rounded(centimetres);
    if (rounded < 0) {
      throw in.malformed(expectation);
    }
    return rounded;
  }

  private static String withoutUnit(String word) {
    return word.endsWith("m") ? word.substring(0, word.length() - 1) : word;
  }

  /** The number times ten to the power of {@code decimals}; -1 if the word is no such number. */
  private static long decimal(String word, int decimals) {
    int point = word.indexOf('.');
    String whole = point < 0 ? word : word.substring(0, point);
    String fraction = point < 0 ? "" : word.substring(point + 1);
    if (whole.isEmpty() || whole.length() > 10 || fraction.length() > decimals) {
      return -1;
    }
    if (point >= 0 && decimals == 0) {
      return -1;
    }
    long value = 0;
    String digits = whole + fraction + "0".repeat(decimals - fraction.length());
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  static String format(LOC location) {
    return angle(location.latitude(), " N ", " S ")
        + angle(location.longitude(), " E ", " W ")
        + altitude(location.altitude())
        + " "
        + LocSize.format(location.size())
        + " "
        + LocSize.format(location.horizontalPrecision())
        + " "
        + LocSize.format(location.verticalPrecision());
  }

  private static String angle(long angle, String positive, String negative) {
    long rest = Math.abs(angle);
    return rest / DEGREE
        + " "
        + rest / MINUTE % 60
        + " "
        + rest / SECOND % 60
        + String.format(Locale.ROOT, ".%03d", rest % SECOND)
        + (angle < 0 ? negative : positive);
  }

  private static String altitude(long centimetres) {
    long rest = Math.abs(centimetres);
    String sign = centimetres < 0 ? "-" : "";
    return String.format(Locale.ROOT, "%s%d.%02dm", sign, rest / 100, rest % 100);
  }
}
