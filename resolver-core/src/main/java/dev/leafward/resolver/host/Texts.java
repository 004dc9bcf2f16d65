// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.host;

import dev.leafward.resolver.answer.Answer;
import dev.leafward.wire.rdata.CharacterString;
import dev.leafward.wire.rdata.TXT;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads TXT records as texts, one for each record: its character strings joined without anything
 * between.
 *
 * <p>RFC 7208 section 3.3; what is written today in TXT records is read so (SPF, DKIM, DMARC,
 * domain verification). The octets are joined first and then read as UTF-8, so that a character may
 * stand across two strings; what is no UTF-8 becomes U+FFFD. Whoever needs the octets or the parts
 * finds them in the {@link TXT} records.
 */
public final class Texts {

  private Texts() {}

  /**
   * The texts of an answer, in the order of its records, which means nothing.
   *
   * @return empty if there are no TXT records, or none were asked for
   */
  public static List<String> of(Answer answer) {
    return answer instanceof Answer.Found found
        ? found.as(TXT.class).stream().map(Texts::joined).toList()
        : List.of();
  }

  /** The text of one record. */
  public static String joined(TXT record) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (CharacterString string : record.strings()) {
      octets.writeBytes(string.toArray());
    }
    return octets.toString(StandardCharsets.UTF_8);
  }
}
