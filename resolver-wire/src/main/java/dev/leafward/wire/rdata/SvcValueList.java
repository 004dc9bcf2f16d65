// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The inner of the two layers of escapes in the text of a list of values: items parted by commas.
 *
 * <p>RFC 9460 appendix A.1: within an item, a comma and a backslash stand behind a backslash. The
 * outer layer, that of every character string, has been taken off before, and is put on after.
 */
final class SvcValueList {
  private SvcValueList() {}

  static List<CharacterString> split(byte[] list) {
    List<CharacterString> items = new ArrayList<>();
    ByteArrayOutputStream item = new ByteArrayOutputStream();
    for (int i = 0; i < list.length; i++) {
      if (list[i] == ',') {
        items.add(CharacterString.of(item.toByteArray()));
        item.reset();
      } else if (list[i] != '\\') {
        item.write(list[i]);
      } else if (++i < list.length && (list[i] == ',' || list[i] == '\\')) {
        item.write(list[i]);
      } else {
        throw new IllegalArgumentException("only a comma or a backslash may follow a backslash");
      }
    }
    items.add(CharacterString.of(item.toByteArray()));
    return items;
  }

  static byte[] join(List<CharacterString> items) {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    for (CharacterString item : items) {
      if (list.size() > 0) {
        list.write(',');
      }
      for (byte octet : item.toArray()) {
        if (octet == ',' || octet == '\\') {
          list.write('\\');
        }
        list.write(octet);
      }
    }
    return list.toByteArray();
  }
}
