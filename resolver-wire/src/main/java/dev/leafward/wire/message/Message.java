// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.message;

import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.rdata.RRType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A DNS message: header, questions, three sections of records, and EDNS.
 *
 * <p>RFC 1035 4.1, RFC 6891. Immutable, with value equality. EDNS is an item of the message: its
 * OPT record is never among the records of a section, and the response code is whole. Any number of
 * questions may be there, since any number may come; whether that is acceptable is for the caller.
 *
 * <p>Does not know octets: see {@link MessageCodec}.
 */
public final class Message {
  // ID, QR, opcode and flags as the wire has them; a Header object is made for who asks.
  private final int idAndBits;
  private final Rcode rcode;
  private final List<Question> questions;
  private final List<ResourceRecord> answers;
  private final List<ResourceRecord> authorities;
  private final List<ResourceRecord> additionals;
  private final @Nullable Edns edns;

  /**
   * The lists must be immutable and hold no OPT record.
   *
   * @param bits the second 16 bits of the wire, of which the response code is ignored
   */
  Message(
      int id,
      int bits,
      Rcode rcode,
      List<Question> questions,
      List<ResourceRecord> answers,
      List<ResourceRecord> authorities,
      List<ResourceRecord> additionals,
      @Nullable Edns edns) {
    this.idAndBits = (id << Short.SIZE) | (bits & ~Rcode.HEADER_MASK);
    this.rcode = rcode;
    this.questions = questions;
    this.answers = answers;
    this.authorities = authorities;
    this.additionals = additionals;
    this.edns = edns;
  }

  /** Starts an empty message: a query with ID 0 and no flags. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a query with one question, ID 0 and no flags. */
  public static Builder query(Question question) {
    return new Builder().question(question);
  }

  /**
   * Starts the reply to a query: its ID, opcode, questions, RD and CD, with QR set (RFC 1035 4.1.1,
   * RFC 4035 3.2.2). EDNS is not taken over: it is each side's own.
   */
  public static Builder replyTo(Message query) {
    Builder reply = new Builder().id(query.id()).opcode(query.header().opcode());
    query.questions.forEach(reply::question);
    for (HeaderFlag flag : List.of(HeaderFlag.RD, HeaderFlag.CD)) {
      if (query.header().has(flag)) {
        reply.flag(flag);
      }
    }
    return reply.flag(HeaderFlag.QR);
  }

  /** Starts a message that has all that this one has. */
  public Builder toBuilder() {
    Builder copy = new Builder().id(id()).opcode(header().opcode()).rcode(rcode);
    copy.flags = header().flags();
    copy.questions.addAll(questions);
    for (Section section : Section.values()) {
      copy.records(section).addAll(section(section));
    }
    copy.edns = edns;
    return copy;
  }

  /** Returns the header. */
  public Header header() {
    int bits = idAndBits & 0xFFFF;
    return new Header(id(), Opcode.of((bits >> Opcode.SHIFT) & 0xF), bits & HeaderFlag.ALL, rcode);
  }

  /** Returns the number that ties a reply to its query, 0 to 65535. */
  public int id() {
    return idAndBits >>> Short.SIZE;
  }

  /** Returns the whole response code. */
  public Rcode rcode() {
    return rcode;
  }

  /** Returns all questions. */
  public List<Question> questions() {
    return questions;
  }

  /** Returns the question if there is exactly one. */
  public Optional<Question> question() {
    return questions.size() == 1 ? Optional.of(questions.get(0)) : Optional.empty();
  }

  /** Returns the records of the answer section. */
  public List<ResourceRecord> answers() {
    return answers;
  }

  /** Returns the records of the authority section. */
  public List<ResourceRecord> authorities() {
    return authorities;
  }

  /** Returns the records of the additional section, without OPT. */
  public List<ResourceRecord> additionals() {
    return additionals;
  }

  /** Returns the records of a section, without OPT. */
  public List<ResourceRecord> section(Section section) {
    return switch (section) {
      case ANSWER -> answers;
      case AUTHORITY -> authorities;
      case ADDITIONAL -> additionals;
    };
  }

  /** Returns what the OPT record says; empty if there is none. */
  public Optional<Edns> edns() {
    return Optional.ofNullable(edns);
  }

  @Nullable Edns ednsOrNull() {
    return edns;
  }

  /** The second 16 bits of the wire: QR, opcode, flags, and what of the response code is there. */
  int headerBits() {
    return (idAndBits & 0xFFFF) | (rcode.code() & Rcode.HEADER_MASK);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Message other
        && idAndBits == other.idAndBits
        && rcode.equals(other.rcode)
        && questions.equals(other.questions)
        && answers.equals(other.answers)
        && authorities.equals(other.authorities)
        && additionals.equals(other.additionals)
        && Objects.equals(edns, other.edns);
  }

  @Override
  public int hashCode() {
    return Objects.hash(idAndBits, rcode, questions, answers, authorities, additionals, edns);
  }

  /** Returns the message in several lines, for logs and failed tests. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(";; ").append(header()).append('\n');
    if (edns != null) {
      text.append(";; ").append(edns).append('\n');
    }
    questions.forEach(question -> text.append(";").append(question).append('\n'));
    for (Section section : Section.values()) {
      if (!section(section).isEmpty()) {
        text.append(";; ").append(section).append('\n');
        section(section).forEach(each -> text.append(each).append('\n'));
      }
    }
    return text.toString();
  }

  /** Puts a message together. */
  public static final class Builder {
    private int id;
    private Opcode opcode = Opcode.QUERY;
    private Rcode rcode = Rcode.NOERROR;
    private int flags;
    private final List<Question> questions = new ArrayList<>();
    private final Map<Section, List<ResourceRecord>> sections = new EnumMap<>(Section.class);
    private @Nullable Edns edns;

    private Builder() {}

    /** Sets the ID, 0 to 65535; the default is 0. */
    public Builder id(int number) {
      id = number;
      return this;
    }

    /** Sets the opcode; the default is QUERY. */
    public Builder opcode(Opcode value) {
      opcode = value;
      return this;
    }

    /** Sets the response code; the default is NOERROR. One beyond 15 needs EDNS. */
    public Builder rcode(Rcode value) {
      rcode = value;
      return this;
    }

    /** Sets a flag. */
    public Builder flag(HeaderFlag flag) {
      flags |= flag.mask();
      return this;
    }

    /** Clears a flag. */
    public Builder clear(HeaderFlag flag) {
      flags &= ~flag.mask();
      return this;
    }

    /** Sets QR. */
    public Builder response() {
      return flag(HeaderFlag.QR);
    }

    /** Sets AA. */
    public Builder authoritative() {
      return flag(HeaderFlag.AA);
    }

    /** Sets TC. */
    public Builder truncated() {
      return flag(HeaderFlag.TC);
    }

    /** Sets RD. */
    public Builder recursionDesired() {
      return flag(HeaderFlag.RD);
    }

    /** Sets RA. */
    public Builder recursionAvailable() {
      return flag(HeaderFlag.RA);
    }

    /** Adds a question. */
    public Builder question(Question question) {
      questions.add(question);
      return this;
    }

    /**
     * Adds a record to a section.
     *
     * @throws IllegalArgumentException if its type is OPT: see {@link #edns}
     */
    public Builder add(Section section, ResourceRecord entry) {
      if (entry.type().equals(RRType.OPT)) {
        throw new IllegalArgumentException("OPT is no record of a section");
      }
      records(section).add(entry);
      return this;
    }

    /** Adds records to a section, as {@link #add(Section, ResourceRecord)} does. */
    public Builder add(Section section, Iterable<ResourceRecord> entries) {
      entries.forEach(entry -> add(section, entry));
      return this;
    }

    /** Adds a record to the answer section. */
    public Builder answer(ResourceRecord entry) {
      return add(Section.ANSWER, entry);
    }

    /** Adds a record to the authority section. */
    public Builder authority(ResourceRecord entry) {
      return add(Section.AUTHORITY, entry);
    }

    /** Adds a record to the additional section. */
    public Builder additional(ResourceRecord entry) {
      return add(Section.ADDITIONAL, entry);
    }

    /** Drops all records of a section. */
    public Builder clear(Section section) {
      sections.remove(section);
      return this;
    }

    /** Sets EDNS; by default there is none. */
    public Builder edns(Edns value) {
      edns = value;
      return this;
    }

    /** Takes EDNS out. */
    public Builder withoutEdns() {
      edns = null;
      return this;
    }

    /**
     * Makes the message.
     *
     * @throws IllegalArgumentException if the ID is no number of 16 bits
     * @throws IllegalStateException if the response code needs EDNS and there is none
     */
    public Message build() {
      if (rcode.code() > 0xF && edns == null) {
        throw new IllegalStateException("response code " + rcode + " needs EDNS");
      }
      Header checked = new Header(id, opcode, flags, rcode);
      return new Message(
          checked.id(),
          checked.flags() | (opcode.code() << Opcode.SHIFT),
          rcode,
          List.copyOf(questions),
          List.copyOf(records(Section.ANSWER)),
          List.copyOf(records(Section.AUTHORITY)),
          List.copyOf(records(Section.ADDITIONAL)),
          edns);
    }

    private List<ResourceRecord> records(Section section) {
      return sections.computeIfAbsent(section, absent -> new ArrayList<>());
    }
  }
}
