// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.zone;

import dev.leafward.resolver.answer.Protocol;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.io.WireFormatException;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Opcode;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers queries from the zones that it serves, as a real authority does (RFC 1034 section 4.3.2).
 *
 * <p>The deepest zone at or above the name answers; DS is asked of the zone above the cut (RFC 4035
 * section 3.1.4.1). Answers are minimal: no NS beside a positive answer. A name outside all zones
 * is REFUSED, an opcode other than QUERY is NOTIMP, an EDNS version other than 0 is BADVERS. Over
 * UDP a reply is cut to the lesser of the client's payload size (512 without EDNS) and the server's
 * own.
 *
 * <p>Immutable and a pure function: the same query always gets the same reply.
 *
 * <p>It does not transfer zones, take updates, sign, or answer for classes other than IN.
 */
public final class Authority {

  private static final Set<RRType> TRANSFERS = Set.of(RRType.AXFR, RRType.IXFR);
  private static final int HEADER_OCTETS = 12;
  private static final int PLAIN_UDP_OCTETS = 512;
  private static final int STREAM_OCTETS = 65_535;
  private static final int QR = 0x80;
  private static final int OPCODE_AND_RD = 0x79;

  private final Map<DomainName, Zone> zones;
  private final int udpPayloadSize;

  private Authority(Map<DomainName, Zone> zones, int udpPayloadSize) {
    this.zones = zones;
    this.udpPayloadSize = udpPayloadSize;
  }

  /** An authority for these zones, with a UDP payload size of 1232 octets. */
  public static Authority of(Zone... zones) {
    Authority authority = new Authority(Map.of(), Edns.DEFAULT_SIZE);
    for (Zone zone : zones) {
      authority = authority.with(zone);
    }
    return authority;
  }

  /** The same authority with one zone more, which takes the place of a zone of the same name. */
  public Authority with(Zone zone) {
    Map<DomainName, Zone> more = new HashMap<>(zones);
    more.put(zone.origin(), zone);
    return new Authority(more, udpPayloadSize);
  }

  /**
   * The same authority with another EDNS payload size of its own.
   *
   * @param octets from 512 to 65535
   */
  public Authority withUdpPayloadSize(int octets) {
    if (octets < PLAIN_UDP_OCTETS || octets > STREAM_OCTETS) {
      throw new IllegalArgumentException(
          "a UDP payload size is 512 to 65535 octets, not " + octets);
    }
    return new Authority(zones, octets);
  }

  /** The zones served. */
  public Collection<Zone> zones() {
    return List.copyOf(zones.values());
  }

  /** The deepest zone served that holds the name. */
  public Optional<Zone> zoneOf(DomainName name) {
    for (int labels = name.labelCount(); labels >= 0; labels--) {
      Zone zone = zones.get(name.suffix(labels));
      if (zone != null) {
        return Optional.of(zone);
      }
    }
    return Optional.empty();
  }

  /** The zone that answers a question of this name and type. */
  Optional<Zone> zoneOf(DomainName name, RRType type) {
    if (type.equals(RRType.DS) && !name.isRoot()) {
      Optional<Zone> parent = zoneOf(name.parent());
      if (parent.isPresent()) {
        return parent;
      }
    }
    return zoneOf(name);
  }

  /** The whole reply to a query, before any truncation. */
  public Message answer(Message query) {
    Message.Builder reply = Message.replyTo(query);
    Optional<Edns> edns = query.edns();
    edns.ifPresent(asked -> reply.edns(ownEdns(asked)));
    Optional<Question> question = query.question();
    if (!query.header().opcode().equals(Opcode.QUERY)) {
      return reply.rcode(Rcode.NOTIMP).build();
    }
    if (question.isEmpty() || question.get().type().equals(RRType.OPT)) {
      return reply.rcode(Rcode.FORMERR).build();
    }
    if (edns.isPresent() && edns.get().version() != 0) {
      return reply.rcode(Rcode.BADVERS).build();
    }
    if (!question.get().rrClass().equals(RRClass.IN) || TRANSFERS.contains(question.get().type())) {
      return reply.rcode(Rcode.REFUSED).build();
    }
    boolean dnssec = edns.isPresent() && edns.get().dnssecOk();
    return new AnswerComposer(this, question.get(), dnssec, reply).compose();
  }

  private Edns ownEdns(Edns asked) {
    Edns own = Edns.of(udpPayloadSize);
    return asked.dnssecOk() ? own.withDnssecOk() : own;
  }

  /**
   * The reply to a query, in octets, truncated as {@link #encode} says.
   *
   * @return FORMERR if the octets are no message, nothing if they are a response or have no header
   */
  public Optional<byte[]> answer(byte[] query, Protocol protocol) {
    if (!isQuery(query)) {
      return Optional.empty();
    }
    try {
      Message decoded = MessageCodec.decode(query);
      return Optional.of(encode(answer(decoded), decoded, protocol));
    } catch (WireFormatException e) {
      return Optional.of(formatError(query));
    }
  }

  /** Whether the octets have a header that says query; nothing else gets a reply. */
  public static boolean isQuery(byte[] message) {
    return message.length >= HEADER_OCTETS && (message[2] & QR) == 0;
  }

  /**
   * A FORMERR that consists of a header alone.
   *
   * @param query at least a header
   */
  public static byte[] formatError(byte[] query) {
    byte[] reply = new byte[HEADER_OCTETS];
    reply[0] = query[0];
    reply[1] = query[1];
    reply[2] = (byte) (QR | (query[2] & OPCODE_AND_RD));
    reply[3] = (byte) Rcode.FORMERR.code();
    return reply;
  }

  /** Encodes a reply, truncated as the query and the protocol ask. */
  public byte[] encode(Message reply, Message query, Protocol protocol) {
    if (protocol == Protocol.TCP) {
      return MessageCodec.encode(reply, STREAM_OCTETS);
    }
    int clientSize = query.edns().map(Edns::udpPayloadSize).orElse(PLAIN_UDP_OCTETS);
    int limit = Math.min(udpPayloadSize, Math.max(clientSize, PLAIN_UDP_OCTETS));
    return MessageCodec.encode(reply, limit);
  }

  @Override
  public String toString() {
    return "authority for " + zones.keySet();
  }
}
