// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.edns.OptRecord;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.message.Header;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.CNAME;
import dev.leafward.wire.rdata.DNAME;
import dev.leafward.wire.rdata.NS;
import dev.leafward.wire.rdata.PTR;
import dev.leafward.wire.rdata.RData;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes messages in JSON, on one line.
 *
 * <p>RFC 8427: a message's members are those of section 2.1, a record's those of 2.2, its data in
 * hexadecimal, uncompressed, and in the text of its type (2.3). EDNS is a record as on the wire,
 * and {@code RCODE} the header's four bits; the other eight are the upper ones of its TTL.
 *
 * <p>Names are written by section 2.6 as erratum 5439 has it: octets are characters, escaped as
 * JSON wants it, and a backslash stands before a dot or a backslash within a label.
 */
public final class MessageJson {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Where the TTL of an OPT record begins, behind the root's name, type and class. */
  private static final int OPT_TTL = 5;

  /** Where its data begin, behind the TTL and the length. */
  private static final int OPT_DATA = 11;

  private final JsonText json;

  private MessageJson(Appendable out) {
    this.json = new JsonText(out);
  }

  /**
   * Writes a message as an object.
   *
   * @throws IOException if the text cannot be written to
   */
  public static void write(Message message, Appendable out) throws IOException {
    out.append('{');
    writeMembers(message, out);
    out.append('}');
  }

  /**
   * Writes the members of a message's object without its braces, for a caller who adds members of
   * his own, which RFC 8427 allows.
   *
   * @throws IOException if the text cannot be written to
   */
  public static void writeMembers(Message message, Appendable out) throws IOException {
    new MessageJson(out).members(message);
  }

  /** Returns what {@link #write} writes. */
  public static String print(Message message) {
    StringBuilder text = new StringBuilder();
    try {
      write(message, text);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be written", e);
    }
    return text.toString();
  }

  private void members(Message message) throws IOException {
    header(message.header());
    int additional = message.additionals().size() + (message.edns().isPresent() ? 1 : 0);
    json.member("QDCOUNT", message.questions().size())
        .member("ANCOUNT", message.answers().size())
        .member("NSCOUNT", message.authorities().size())
        .member("ARCOUNT", additional);
    questions(message.questions());
    json.begin("answerRRs", '[');
    records(message.answers());
    json.end(']').begin("authorityRRs", '[');
    records(message.authorities());
    json.end(']').begin("additionalRRs", '[');
    additionals(message);
    json.end(']');
  }

  private void header(Header header) throws IOException {
    json.member("ID", header.id())
        .member("QR", header.isResponse())
        .member("Opcode", header.opcode().code())
        .member("AA", header.isAuthoritative())
        .member("TC", header.isTruncated())
        .member("RD", header.isRecursionDesired())
        .member("RA", header.isRecursionAvailable())
        .member("AD", header.isAuthenticData())
        .member("CD", header.isCheckingDisabled())
        .member("RCODE", header.rcode().code() & 0xF);
  }

  /** One question is part of the message; several are records without data. */
  private void questions(List<Question> questions) throws IOException {
    if (questions.size() == 1) {
      Question question = questions.get(0);
      json.member("QNAME", name(question.name()))
          .member("QTYPE", question.type().code())
          .member("QTYPEname", question.type().toString())
          .member("QCLASS", question.rrClass().code())
          .member("QCLASSname", question.rrClass().toString());
    } else if (!questions.isEmpty()) {
      json.begin("questionRRs", '[');
      for (Question question : questions) {
        json.begin('{');
        owner(question.name(), question.type());
        rrClass(question.rrClass());
        json.end('}');
      }
      json.end(']');
    }
  }

  /** OPT comes last, but before a signature (RFC 8945 section 5.1). */
  private void additionals(Message message) throws IOException {
    List<ResourceRecord> records = message.additionals();
    int size = records.size();
    boolean signed = size > 0 && records.get(size - 1).type().equals(RRType.TSIG);
    int beforeOpt = signed ? size - 1 : size;
    records(records.subList(0, beforeOpt));
    if (message.edns().isPresent()) {
      edns(message.edns().get(), message.rcode().code());
    }
    records(records.subList(beforeOpt, size));
  }

  private void records(List<ResourceRecord> records) throws IOException {
    for (ResourceRecord each : records) {
      WireWriter data = WireWriter.uncompressed();
      each.data().write(data);
      json.begin('{');
      owner(each.name(), each.type());
      rrClass(each.rrClass());
      json.member("TTL", each.ttl());
      data(data.toByteArray());
      json.member("rdata" + each.type(), text(each.data())).end('}');
    }
  }

  /** RFC 6891 section 6.1.3: class and TTL of the pseudo-record carry other things. */
  private void edns(Edns edns, int rcode) throws IOException {
    WireWriter whole = WireWriter.uncompressed();
    OptRecord.write(edns, rcode >> 4, whole);
    byte[] octets = whole.toByteArray();
    json.begin('{');
    owner(DomainName.ROOT, RRType.OPT);
    json.member("CLASS", edns.udpPayloadSize());
    json.member("TTL", Long.parseLong(HEX.formatHex(octets, OPT_TTL, OPT_TTL + 4), 16));
    data(Arrays.copyOfRange(octets, OPT_DATA, octets.length));
    json.end('}');
  }

  private void owner(DomainName name, RRType type) throws IOException {
    json.member("NAME", name(name)).member("TYPE", type.code()).member("TYPEname", type.toString());
  }

  private void rrClass(RRClass rrClass) throws IOException {
    json.member("CLASS", rrClass.code()).member("CLASSname", rrClass.toString());
  }

  private void data(byte[] data) throws IOException {
    json.member("RDLENGTH", data.length).member("RDATAHEX", HEX.formatHex(data));
  }

  /** The types whose data RFC 8427 section 2.3 calls a name, and all others by their own text. */
  private static String text(RData data) {
    return switch (data) {
      case NS ns -> name(ns.nameServer());
      case CNAME cname -> name(cname.target());
      case PTR ptr -> name(ptr.target());
      case DNAME dname -> name(dname.target());
      default -> data.toString();
    };
  }

  private static String name(DomainName name) {
    if (name.isRoot()) {
      return ".";
    }
    StringBuilder text = new StringBuilder(name.octets());
    for (int i = 0; i < name.labelCount(); i++) {
      for (byte octet : name.label(i)) {
        char c = (char) (octet & 0xFF);
        text.append(c == '.' || c == '\\' ? "\\" : "").append(c);
      }
      text.append('.');
    }
    return text.toString();
  }
}
