// SPDX-License-Identifier: Apache-2.0
package dev.leafward.testkit.replay.scenario;

import dev.leafward.wire.io.TextFormatException;
import dev.leafward.wire.io.TextReader;
import dev.leafward.wire.io.WireWriter;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RDataRegistry;
import dev.leafward.wire.rdata.RRClass;
import dev.leafward.wire.rdata.RRType;
import java.util.Arrays;

/**
 * Reads the records of scenarios, leniently: the data may be what no zone could hold.
 *
 * <p>The order is owner, TTL, class, type, data. Names without a final dot are absolute, unless an
 * origin was set; data in the generic form (RFC 3597 section 5) is copied whatever its type, and a
 * signature may be missing from an RRSIG.
 *
 * <p>It keeps the origin and the TTL that a directive has set for the rest of the file.
 */
final class RecordText {

  private static final long DEFAULT_TTL = 3600;
  private static final String GENERIC = "\\#";

  /** What is put behind an RRSIG without a signature to have it read, and what that comes to. */
  private static final String SOME_SIGNATURE = " AA==";

  private static final int SOME_SIGNATURE_OCTETS = 1;

  private DomainName origin = DomainName.ROOT;
  private long defaultTtl = DEFAULT_TTL;

  /** Takes a directive in; false if the line is none. */
  boolean directive(SourceLine line) throws TextFormatException {
    switch (line.keyword()) {
      case "$ORIGIN" -> origin = at(line, reader -> skipOne(reader).name());
      case "$TTL" -> defaultTtl = at(line, reader -> skipOne(reader).seconds());
      default -> {
        return false;
      }
    }
    return true;
  }

  private static TextReader skipOne(TextReader reader) throws TextFormatException {
    reader.token();
    return reader;
  }

  /** Reads a question. */
  Question question(SourceLine line) throws TextFormatException {
    return at(
        line,
        reader -> {
          DomainName name = reader.name();
          ttl(reader);
          Question question = question(name, reader);
          reader.expectEnd();
          return question;
        });
  }

  /** Reads a record. */
  TemplateRecord record(SourceLine line) throws TextFormatException {
    try {
      return at(line, this::record);
    } catch (TextFormatException e) {
      return withoutSignature(line, e);
    }
  }

  private TemplateRecord withoutSignature(SourceLine line, TextFormatException refusal)
      throws TextFormatException {
    TemplateRecord record;
    try {
      String bare = line.text().split(";", 2)[0];
      record = at(new SourceLine(bare + SOME_SIGNATURE, line.number(), 1), this::record);
    } catch (TextFormatException e) {
      throw refusal;
    }
    if (!record.type().equals(RRType.RRSIG)) {
      throw refusal;
    }
    byte[] data = record.data().toArray();
    Octets shorter = Octets.of(Arrays.copyOf(data, data.length - SOME_SIGNATURE_OCTETS));
    return new TemplateRecord(
        record.name(), record.type(), record.rrClass(), record.ttl(), shorter);
  }

  private TemplateRecord record(TextReader reader) throws TextFormatException {
    DomainName name = reader.name();
    long ttl = ttl(reader);
    RRClass rrClass = rrClass(reader);
    RRType type = type(reader);
    return new TemplateRecord(name, type, rrClass, ttl, data(type, reader));
  }

  private static Octets data(RRType type, TextReader reader) throws TextFormatException {
    if (reader.accept(GENERIC)) {
      reader.u16(); // often wrong on purpose: the octets that are there count
      return Octets.of(reader.hexToEnd());
    }
    if (!reader.hasNext()) {
      return Octets.EMPTY;
    }
    WireWriter out = WireWriter.uncompressed();
    RDataRegistry.builtIn().parse(type, reader).write(out);
    return Octets.of(out.toByteArray());
  }

  private long ttl(TextReader reader) throws TextFormatException {
    String word = reader.peek();
    boolean isTtl = !word.isEmpty() && Character.isDigit(word.charAt(0));
    return isTtl ? reader.seconds() : defaultTtl;
  }

  /** ANY is a class and a type: the last word is the type. */
  private static Question question(DomainName name, TextReader reader) throws TextFormatException {
    RRClass rrClass = RRClass.find(reader.peek()).orElse(null);
    if (rrClass == null) {
      return new Question(name, type(reader));
    }
    String word = reader.token();
    return reader.hasNext() || !rrClass.equals(RRClass.ANY)
        ? new Question(name, type(reader), rrClass)
        : new Question(name, RRType.parse(word));
  }

  private static RRClass rrClass(TextReader reader) throws TextFormatException {
    RRClass found = RRClass.find(reader.peek()).orElse(RRClass.IN);
    if (RRClass.find(reader.peek()).isPresent()) {
      reader.token();
    }
    return found;
  }

  private static RRType type(TextReader reader) throws TextFormatException {
    String word = reader.token("an RR type");
    return RRType.find(word).orElseThrow(() -> reader.malformed("an RR type"));
  }

  /** Something that is read from the words of a line. */
  private interface Reading<T> {
    T from(TextReader reader) throws TextFormatException;
  }

  /** Reads a line, and tells errors with their place in the file. */
  private <T> T at(SourceLine line, Reading<T> reading) throws TextFormatException {
    try {
      return reading.from(TextReader.of(line.text(), origin));
    } catch (TextFormatException e) {
      throw new TextFormatException(e.reason(), line.number(), line.column() + e.column() - 1);
    }
  }
}
