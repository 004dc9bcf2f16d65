// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import dev.leafward.wire.name.DomainName;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bounds-checked cursor over the octets of a message.
 *
 * <p>RFC 1035 4.1, with name compression (4.1.4) read as RFC 9267 2 asks: a pointer must lead
 * strictly backwards, before the piece of the name it stands in, at most 127 times in one name.
 *
 * <p>Nothing beyond the fence is read in sequence: the fence is the end of the octets, or of the
 * RDATA while {@link #enterFence} holds. Whatever the octets are, every method returns a value or
 * throws {@link WireFormatException}, in time and memory linear in their number: names that expand
 * to more than {@value #MAX_EXPANSION} times the message are refused.
 *
 * <p>The array is not copied and must not change while it is read. Not safe for use by several
 * threads.
 */
public final class WireReader {
  private static final int MAX_POINTERS = 127;
  private static final int MAX_POINTER_TARGET = 0x3FFF;
  private static final int MAX_EXPANSION = 8;
  private static final int FREE_EXPANSION = 4096;
  private static final byte[] NOTHING = {};
  private static final int POINTER = 0xC0;

  // A name and what comes with it mostly take that many octets.
  private static final int OCTETS_PER_SLOT = 32;
  private static final int MIN_SLOTS = 8;
  private static final int MAX_SLOTS = 256;
  private static final short[] NO_OFFSETS = new short[2];
  private static final @Nullable DomainName[] NO_NAMES = new DomainName[2];

  private final byte[] message;
  private int position;
  private int end;
  private int expansionLeft;

  // Names of a message repeat: what a pointer leads to is mostly a name that has just been read.
  private int latestOffset = -1;
  private @Nullable DomainName latestName;
  private short[] knownOffsets = NO_OFFSETS;
  private @Nullable DomainName[] knownNames = NO_NAMES;
  private @Nullable DomainName lastInFull;
  private byte @Nullable [] scratch;

  /** Reads a whole message from its first octet. */
  public WireReader(byte[] message) {
    this(message, 0, message.length);
  }

  /**
   * Reads a part of a message. Compression pointers count from the start of the array.
   *
   * @param offset where reading starts
   * @param end the octet before which reading ends
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public WireReader(byte[] message, int offset, int end) {
    if (offset < 0 || offset > end || end > message.length) {
      throw new IndexOutOfBoundsException(offset + ".." + end + " of " + message.length);
    }
    this.message = message;
    this.position = offset;
    this.end = end;
    this.expansionLeft = FREE_EXPANSION + MAX_EXPANSION * message.length;
  }

  /** Makes a reader at the same place with the same fence, for a look ahead. */
  public WireReader copy() {
    return new WireReader(message, position, end);
  }

  /** Returns the offset of the next octet, from the start of the array. */
  public int position() {
    return position;
  }

  /** Returns how many octets are left before the fence. */
  public int remaining() {
    return end - position;
  }

  /** Says whether an octet is left before the fence. */
  public boolean hasRemaining() {
    return position < end;
  }

  /** Reads an unsigned octet. */
  public int u8() throws WireFormatException {
    return message[advance(1)] & 0xFF;
  }

  /** Reads an unsigned number of 16 bits. */
  public int u16() throws WireFormatException {
    return BigEndian.u16(message, advance(2));
  }

  /** Reads an unsigned number of 32 bits. */
  public long u32() throws WireFormatException {
    return BigEndian.u32(message, advance(4));
  }

  /** Reads a number of 64 bits, the sign bit included. */
  public long u64() throws WireFormatException {
    return BigEndian.u64(message, advance(8));
  }

  /** Reads {@code count} octets. */
  public byte[] octets(int count) throws WireFormatException {
    int at = advance(count);
    return copy(at, position);
  }

  /** Reads all octets up to the fence; there may be none. */
  public byte[] rest() {
    byte[] rest = copy(position, end);
    position = end;
    return rest;
  }

  private byte[] copy(int from, int to) {
    return from == to ? NOTHING : Arrays.copyOfRange(message, from, to);
  }

  /** Reads a character string: an octet with its length, and that many octets (RFC 1035 3.3). */
  public byte[] characterString() throws WireFormatException {
    return octets(u8());
  }

  /** Passes over {@code count} octets. */
  public void skip(int count) throws WireFormatException {
    advance(count);
  }

  /**
   * Returns a copy of the octets from an earlier position up to this one.
   *
   * @param start what {@link #position} returned
   */
  public byte[] octetsSince(int start) {
    return Arrays.copyOfRange(message, start, position);
  }

  private int advance(int count) throws WireFormatException {
    if (count < 0 || count > end - position) {
      throw malformed(count + " octets wanted, " + remaining() + " left");
    }
    int at = position;
    position += count;
    return at;
  }

  /** Reads a domain name, following compression pointers (RFC 1035 4.1.4). */
  public DomainName name() throws WireFormatException {
    int start = position;
    int at = endOfRun(start, start, 0);
    int labels = at - start;
    if (message[at] == 0) {
      position = at + 1;
      return labels == 0 ? DomainName.ROOT : inFull(start, at);
    }
    int target = pointerTarget(at, start, start);
    position = at + 2;
    DomainName suffix = recall(target);
    if (suffix == null) {
      suffix = learn(target, decompress(target, start, labels));
    }
    if (labels == 0) {
      return suffix;
    }
    return learn(start, joined(start, labels, suffix, start));
  }

  private DomainName joined(int from, int length, DomainName suffix, int start)
      throws WireFormatException {
    if (length + suffix.octets() > DomainName.MAX_OCTETS) {
      throw tooLong(start);
    }
    return DomainName.ofWire(message, from, length, suffix);
  }

  /** Signatures have their signer in full, one after the other the same. */
  private DomainName inFull(int start, int rootAt) throws WireFormatException {
    DomainName last = lastInFull;
    if (last != null && last.octets() == rootAt + 1 - start && stands(last, start)) {
      return last;
    }
    DomainName name = learn(start, contiguous(start, rootAt));
    lastInFull = name;
    return name;
  }

  private boolean stands(DomainName name, int at) {
    for (int i = 0; i < name.octets(); i++) {
      if (name.octetAt(i) != (message[at + i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Collects the labels of a name run by run: a run ends at a pointer or with the root.
   *
   * @param start where the name that leads here begins
   * @param before how many octets of labels that name has before
   */
  private DomainName decompress(int origin, int start, int before) throws WireFormatException {
    int runStart = origin;
    int collected = 0;
    int pointers = 1;
    while (true) {
      int at = endOfRun(runStart, start, before + collected);
      if (message[at] == 0) {
        if (collected == 0) {
          return contiguous(runStart, at);
        }
        collected = collect(runStart, at + 1, collected);
        return DomainName.ofWire(scratch(), 0, collected);
      }
      int target = pointerTarget(at, runStart, start);
      pointers++;
      if (pointers > MAX_POINTERS) {
        throw new WireFormatException("too many pointers", at);
      }
      DomainName known = recall(target);
      if (known != null && collected == 0) {
        return joined(runStart, at - runStart, known, start);
      }
      collected = collect(runStart, at, collected);
      runStart = target;
    }
  }

  private DomainName contiguous(int start, int rootAt) {
    return DomainName.ofWire(message, start, rootAt + 1 - start);
  }

  /** Returns where the root or a pointer ends the labels that begin at {@code runStart}. */
  private int endOfRun(int runStart, int start, int collected) throws WireFormatException {
    int at = runStart;
    int length = octetOfName(at, start);
    while (length != 0 && length < POINTER) {
      if (length > DomainName.MAX_LABEL_OCTETS) {
        throw new WireFormatException("unknown label type " + (length >> 6), at);
      }
      at += 1 + length;
      if (collected + at - runStart >= DomainName.MAX_OCTETS) {
        throw tooLong(start);
      }
      length = octetOfName(at, start);
    }
    return at;
  }

  private static WireFormatException tooLong(int start) {
    return new WireFormatException("name longer than 255 octets", start);
  }

  /** Returns what the pointer at {@code at} leads to, which must be before its own run. */
  private int pointerTarget(int at, int runStart, int start) throws WireFormatException {
    int target = ((message[at] & 0x3F) << 8) | octetOfName(at + 1, start);
    if (target >= runStart) {
      throw new WireFormatException("pointer that does not lead backwards", at);
    }
    return target;
  }

  private int collect(int from, int to, int collected) {
    System.arraycopy(message, from, scratch(), collected, to - from);
    return collected + to - from;
  }

  private byte[] scratch() {
    byte[] octets = scratch;
    if (octets == null) {
      octets = new byte[DomainName.MAX_OCTETS];
      scratch = octets;
    }
    return octets;
  }

  private int octetOfName(int at, int start) throws WireFormatException {
    if (at >= end) {
      throw new WireFormatException("name runs past the end", start);
    }
    return message[at] & 0xFF;
  }

  private @Nullable DomainName recall(int offset) {
    if (offset == latestOffset) {
      return latestName;
    }
    int slot = slot(offset);
    if (knownOffsets[slot] != offset) {
      slot ^= 1;
    }
    return knownOffsets[slot] == offset ? knownNames[slot] : null;
  }

  /**
   * Keeps a name for the pointers to it, and accounts for its octets. The latest one is kept apart:
   * a message with a single name needs no table.
   */
  private DomainName learn(int offset, DomainName name) throws WireFormatException {
    expansionLeft -= name.octets();
    if (expansionLeft < 0) {
      throw new WireFormatException("names expand far beyond the message", offset);
    }
    if (latestName != null && latestOffset <= MAX_POINTER_TARGET) {
      if (knownNames.length == NO_NAMES.length) {
        int slots = Math.clamp(message.length / OCTETS_PER_SLOT, MIN_SLOTS, MAX_SLOTS);
        knownNames = new DomainName[Integer.highestOneBit(2 * slots - 1)];
        knownOffsets = new short[knownNames.length];
      }
      int slot = slot(latestOffset);
      knownOffsets[slot ^ 1] = knownOffsets[slot];
      knownNames[slot ^ 1] = knownNames[slot];
      knownOffsets[slot] = (short) latestOffset;
      knownNames[slot] = latestName;
    }
    latestOffset = offset;
    latestName = name;
    return name;
  }

  private int slot(int offset) {
    return ((offset * 0x9E3779B1) >>> Short.SIZE) & (knownNames.length - 1);
  }

  /**
   * Moves the fence to {@code length} octets from here, for the RDATA of a record or the like.
   *
   * @return the fence that was there, for {@link #leaveFence}
   * @throws WireFormatException if that would be beyond the present fence
   */
  public int enterFence(int length) throws WireFormatException {
    if (length < 0 || length > remaining()) {
      throw malformed("length of " + length + " with " + remaining() + " octets left");
    }
    int previous = end;
    end = position + length;
    return previous;
  }

  /**
   * Puts the fence back to where it was.
   *
   * @param previous what {@link #enterFence} returned
   * @throws WireFormatException if not everything before the present fence was read
   */
  public void leaveFence(int previous) throws WireFormatException {
    if (hasRemaining()) {
      throw malformed(remaining() + " octets left over");
    }
    end = previous;
  }

  /**
   * Goes back to read some octets once more. Names that were read meanwhile stay accounted for.
   *
   * @param start where to go on
   * @param length how many octets from there on the fence is to be
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public void rewind(int start, int length) {
    Objects.checkFromIndexSize(start, length, message.length);
    position = start;
    end = start + length;
  }

  /** Returns, for the caller to throw, the exception that says what is wrong at this position. */
  public WireFormatException malformed(String reason) {
    return new WireFormatException(reason, position);
  }
}
