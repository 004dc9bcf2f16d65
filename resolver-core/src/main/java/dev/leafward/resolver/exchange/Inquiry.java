// SPDX-License-Identifier: Apache-2.0
package dev.leafward.resolver.exchange;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.resolver.servers.Server;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What was sent for one question in the name of one zone, to whichever servers, and the
 * conversations in which a reply may still come.
 *
 * <p>A server that is slow is not given up when the next is asked: it is listened to until somebody
 * has replied to the question, or nobody is left. It turns to another question by forgetting the
 * one before. Owned by one iteration, used by one thread, closed at its end.
 */
public final class Inquiry implements AutoCloseable {

  private final ObjLongConsumer<InetAddress> inVain;
  private final List<Try> tries = new ArrayList<>();
  private final Map<InetSocketAddress, Integer> sends = new HashMap<>();
  private final List<Attempt> open = new ArrayList<>();
  private @Nullable Question question;
  private DomainName zone = DomainName.ROOT;
  private long lastWaitNanos;
  private boolean guessedAt;

  /**
   * An inquiry that has no question yet.
   *
   * @param inVain hears for how many nanoseconds an address was listened to in vain
   */
  Inquiry(ObjLongConsumer<InetAddress> inVain) {
    this.inVain = inVain;
  }

  /** Begins anew, unless this is the question at hand, in the name of the same zone. */
  public void turnTo(Question asked, DomainName inZone) {
    if (!asked.equals(question) || !zone.equals(inZone)) {
      close();
      tries.clear();
      sends.clear();
      question = asked;
      zone = inZone;
      lastWaitNanos = 0;
      guessedAt = false;
    }
  }

  Question question() {
    if (question == null) {
      throw new IllegalStateException("there is no question yet");
    }
    return question;
  }

  /** What was sent to a server so far, by whatever name, and what came of it, in order. */
  List<Try> triesOf(Server server) {
    List<Try> toServer = new ArrayList<>(tries.size());
    for (Try each : tries) {
      if (each.server().socketAddress().equals(server.socketAddress())) {
        toServer.add(each);
      }
    }
    return toServer;
  }

  void add(Try done) {
    tries.add(done);
    guessedAt |= done.kind() == TryKind.GUESSED_AT;
  }

  /** Whether a message with a wrong ID came: then no more is asked over UDP. */
  boolean wasGuessedAt() {
    return guessedAt;
  }

  /** How long the last datagram was waited for before the next was sent. */
  long lastWaitNanos() {
    return lastWaitNanos;
  }

  void waited(long nanos) {
    lastWaitNanos = nanos;
  }

  /** The attempts whose conversations are open, in the order in which they began. */
  List<Attempt> open() {
    return open;
  }

  /** Goes on listening to an attempt. */
  void listenTo(Attempt attempt) {
    open.add(attempt);
  }

  /** Ends one conversation, to which no further message can come that matters. */
  void end(Attempt attempt) {
    open.remove(attempt);
    attempt.close();
  }

  /** Notes that a message is about to go to a server. */
  void sending(Server server) {
    sends.merge(server.socketAddress(), 1, Integer::sum);
  }

  /** How many messages went to a server, by whatever name. */
  int sendsTo(Server server) {
    return sends.getOrDefault(server.socketAddress(), 0);
  }

  /**
   * Ends all conversations, and tells how long each server was listened to in vain. Where another
   * one did reply, in vain says little: then the network may be to blame. So it does where the
   * question was not for an IPv4 address, as some servers say nothing to what they do not know (RFC
   * 4074 section 4).
   */
  @Override
  public void close() {
    boolean isTelling =
        question != null
            && question.type().equals(RRType.A)
            && tries.stream().noneMatch(each -> each.kind().isReply());
    if (isTelling) {
      open.forEach(each -> inVain.accept(each.server().address(), each.elapsedNanos()));
      tries.stream()
          .filter(each -> each.kind() == TryKind.TIMED_OUT && each.protocol() == Protocol.TCP)
          .forEach(each -> inVain.accept(each.server().address(), each.elapsedNanos()));
    }
    open.forEach(Attempt::close);
    open.clear();
  }
}
