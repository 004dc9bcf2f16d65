// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.net;

import dev.leafward.resolver.spi.Conversation;

/** A conversation whose socket somebody else reads, and which finds its messages in a mailbox. */
interface MailboxConversation extends Conversation {

  Mailbox mailbox();
}
