// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.edns.OptRecord;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.message.Header;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.rdata.RRType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes a message in JSON.
 *
 * <p>RFC 8427: the message's members are those of section 2.1, a record's those of 2.2, its data in
 * hexadecimal and, as in 2.3, in presentation form. Flags are booleans, as 2.1 has them. Names are
 * absolute and in presentation form. EDNS stands among the additional records, as on the wire.
 */
final class MessageJson {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Where the TTL of an OPT record begins, behind the root's name, type and class. */
  private static final int OPT_TTL = 5;

  /** Where its data begin, behind the TTL and the length. */
  private static final int OPT_DATA = 11;

  private final JsonGenerator json;

  MessageJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the members of the message into the object that is open. */
  void writeMembers(Message message) throws IOException {
    writeHeader(message);
    int additional = message.additionals().size() + (message.edns().isPresent() ? 1 : 0);
    json.writeNumberField("QDCOUNT", message.questions().size());
    json.writeNumberField("ANCOUNT", message.answers().size());
    json.writeNumberField("NSCOUNT", message.authorities().size());
    json.writeNumberField("ARCOUNT", additional);
    if (message.question().isPresent()) {
      writeQuestion(message.question().get());
    }
    writeRecords("answerRRs", message.answers());
    writeRecords("authorityRRs", message.authorities());
    writeAdditional(message);
  }

  private void writeHeader(Message message) throws IOException {
    Header header = message.header();
    json.writeNumberField("ID", message.id());
    json.writeBooleanField("QR", header.isResponse());
    json.writeNumberField("Opcode", header.opcode().code());
    json.writeBooleanField("AA", header.isAuthoritative());
    json.writeBooleanField("TC", header.isTruncated());
    json.writeBooleanField("RD", header.isRecursionDesired());
    json.writeBooleanField("RA", header.isRecursionAvailable());
    json.writeBooleanField("AD", header.isAuthenticData());
    json.writeBooleanField("CD", header.isCheckingDisabled());
    json.writeNumberField("RCODE", message.rcode().code());
  }

  private void writeQuestion(Question question) throws IOException {
    json.writeStringField("QNAME", question.name().toString());
    json.writeNumberField("QTYPE", question.type().code());
    json.writeStringField("QTYPEname", question.type().toString());
    json.writeNumberField("QCLASS", question.rrClass().code());
    json.writeStringField("QCLASSname", question.rrClass().toString());
  }

  private void writeRecords(String member, List<ResourceRecord> records) throws IOException {
    json.writeArrayFieldStart(member);
    for (ResourceRecord record : records) {
      writeRecord(record);
    }
    json.writeEndArray();
  }

  private void writeAdditional(Message message) throws IOException {
    json.writeArrayFieldStart("additionalRRs");
    for (ResourceRecord record : message.additionals()) {
      writeRecord(record);
    }
    if (message.edns().isPresent()) {
      writeEdns(message.edns().get(), message.rcode().code());
    }
    json.writeEndArray();
  }

  private void writeRecord(ResourceRecord record) throws IOException {
    WireWriter data = WireWriter.uncompressed();
    record.data().write(data);
    json.writeStartObject();
    json.writeStringField("NAME", record.name().toString());
    writeType(record.type());
    json.writeNumberField("CLASS", record.rrClass().code());
    json.writeStringField("CLASSname", record.rrClass().toString());
    json.writeNumberField("TTL", record.ttl());
    writeData(data.toByteArray());
    json.writeStringField("rdata" + record.type(), record.data().toString());
    json.writeEndObject();
  }

  /** RFC 6891 section 6.1.3: class and TTL of the pseudo-record carry other things. */
  private void writeEdns(Edns edns, int rcode) throws IOException {
    WireWriter record = new WireWriter();
    OptRecord.write(edns, rcode >> 4, record);
    byte[] octets = record.toByteArray();
    json.writeStartObject();
    json.writeStringField("NAME", ".");
    writeType(RRType.OPT);
    json.writeNumberField("CLASS", edns.udpPayloadSize());
    json.writeNumberField("TTL", Integer.toUnsignedLong(ByteBuffer.wrap(octets).getInt(OPT_TTL)));
    writeData(Arrays.copyOfRange(octets, OPT_DATA, octets.length));
    json.writeEndObject();
  }

  private void writeType(RRType type) throws IOException {
    json.writeNumberField("TYPE", type.code());
    json.writeStringField("TYPEname", type.toString());
  }

  private void writeData(byte[] data) throws IOException {
    json.writeNumberField("RDLENGTH", data.length);
    json.writeStringField("RDATAHEX", HEX.formatHex(data));
  }
}
