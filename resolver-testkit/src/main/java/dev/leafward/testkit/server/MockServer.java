// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.server;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.testkit.zone.Authority;
import dev.leafward.testkit.zone.Zone;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Rcode;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * One mocked server: octets in, replies out, with faults on demand.
 *
 * <p>It starts healthy. A fault that replaces the answer ({@link #silent}, {@link #refusing},
 * {@link #failing}, {@link #lame}, {@link #responding}) takes the place of what was there; the
 * others wrap it, so that for instance {@code server.failing().delaying(Duration.ofMillis(300))}
 * does both. {@link #healthy} takes all of them back. Faults may be changed at any time, from any
 * thread.
 *
 * <p>It knows neither sockets nor clocks: a network asks it and sends what it says.
 */
public final class MockServer {

  private final InetSocketAddress address;
  private final QueryLog log;
  private final ReentrantLock change = new ReentrantLock();
  private volatile Authority authority = Authority.of();
  private volatile Responder responder = Responder.HONEST;
  private volatile boolean tcpRefused;

  /** A healthy server that serves no zone: it refuses all questions. */
  public MockServer(InetSocketAddress address, QueryLog log) {
    this.address = address;
    this.log = log;
  }

  /** The "Internet" address of this server. */
  public InetSocketAddress address() {
    return address;
  }

  /** What it serves. */
  public Authority authority() {
    return authority;
  }

  /** Serves one zone more, in place of one of the same name. */
  public MockServer serve(Zone zone) {
    return changeAuthority(present -> present.with(zone));
  }

  /** Sets the server's own UDP payload size, 512 to 65535 octets; at first it is 1232. */
  public MockServer udpPayloadSize(int octets) {
    return changeAuthority(present -> present.withUdpPayloadSize(octets));
  }

  /** Answers as its zones say, at once; undoes every fault. */
  public MockServer healthy() {
    tcpRefused = false;
    return responding(Responder.HONEST);
  }

  /** Never replies; a TCP connection is taken, but nothing comes. */
  public MockServer silent() {
    return responding(Faults.silent());
  }

  /** Replies REFUSED to everything. */
  public MockServer refusing() {
    return responding(Faults.always(Rcode.REFUSED));
  }

  /** Replies SERVFAIL to everything. */
  public MockServer failing() {
    return responding(Faults.always(Rcode.SERVFAIL));
  }

  /** Does not serve the zones it is named for and refers upward, to the root, without AA. */
  public MockServer lame() {
    return responding(Faults.upwardReferral());
  }

  /** Replies as this function says. */
  public MockServer responding(Responder replacement) {
    return change(present -> replacement);
  }

  /** Sets TC in every reply over UDP, and sends no records in it. */
  public MockServer truncating() {
    return change(Faults::truncating);
  }

  /** Thinks this long before every reply. */
  public MockServer delaying(Duration delay) {
    return change(present -> Faults.delaying(present, delay));
  }

  /** Does not reply to the next so many queries. */
  public MockServer droppingFirst(int count) {
    return change(present -> Faults.droppingFirst(present, count));
  }

  /** Sends every reply so many times. */
  public MockServer repeating(int times) {
    return change(present -> Faults.repeating(present, times));
  }

  /** Replies FORMERR to queries with EDNS, as servers from before EDNS do. */
  public MockServer formatErrorOnEdns() {
    return change(Faults::formatErrorOnEdns);
  }

  /** Answers, but never with an OPT record. */
  public MockServer ignoringEdns() {
    return change(Faults::ignoringEdns);
  }

  /** Refuses TCP connections; UDP goes on. */
  public MockServer refusingTcp() {
    tcpRefused = true;
    return this;
  }

  /** Whether TCP connections are taken. */
  public boolean acceptsTcp() {
    return !tcpRefused;
  }

  /**
   * Takes a query in and says what to send back.
   *
   * @param query any octets; what is no query gets no reply, what is malformed gets FORMERR
   */
  public List<Reply> receive(byte[] query, Protocol protocol) {
    if (!Authority.isQuery(query)) {
      return List.of();
    }
    Message message;
    try {
      message = MessageCodec.decode(query);
    } catch (WireFormatException e) {
      return List.of(Reply.of(Authority.formatError(query)));
    }
    log.add(new ReceivedQuery(address, protocol, message));
    return responder.respond(message, new Occasion(address, protocol, message, authority));
  }

  private MockServer change(UnaryOperator<Responder> with) {
    change.lock();
    try {
      responder = with.apply(responder);
    } finally {
      change.unlock();
    }
    return this;
  }

  private MockServer changeAuthority(UnaryOperator<Authority> with) {
    change.lock();
    try {
      authority = with.apply(authority);
    } finally {
      change.unlock();
    }
    return this;
  }

  @Override
  public String toString() {
    return "server " + ServerAddress.format(address) + ", " + authority;
  }
}
