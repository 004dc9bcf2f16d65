// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli.bulk;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.spi.Conversation;
import dev.leafward.resolver.spi.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts the conversations with servers: one for each query that leaves. */
final class CountingTransport implements Transport {
  private final Transport network;
  private final LongAdder count;

  CountingTransport(Transport network, LongAdder count) {
    this.network = network;
    this.count = count;
  }

  @Override
  public Protocol protocol() {
    return network.protocol();
  }

  @Override
  public Conversation open(InetSocketAddress server, long deadlineNanos) throws IOException {
    count.increment();
    return network.open(server, deadlineNanos);
  }

  @Override
  public Conversation awaitAny(List<Conversation> open, long deadlineNanos) throws IOException {
    return network.awaitAny(open, deadlineNanos);
  }
}
