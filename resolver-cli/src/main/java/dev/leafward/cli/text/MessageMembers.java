// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.text;

import dev.leafward.wire.message.Message;
import dev.leafward.wire.text.MessageJson;
import java.io.IOException;

/** A message's members (RFC 8427) at the head of a JSON object that goes on with others. */
public final class MessageMembers {

  private MessageMembers() {}

  /**
   * The members with the comma that a generator, unaware of them, leaves out.
   *
   * @throws IOException if the message cannot be written
   */
  public static String of(Message message) throws IOException {
    StringBuilder members = new StringBuilder();
    MessageJson.writeMembers(message, members);
    return members.append(',').toString();
  }
}
