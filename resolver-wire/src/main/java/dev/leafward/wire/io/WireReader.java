// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.io;

import dev.leafward.wire.name.DomainName;
import java.util.Arrays;
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
  private static final int RECENT_BITS = 4;
  private static final byte[] NOTHING = {};

  private final byte[] message;
  private int position;
  private int end;
  private int expansionLeft;

  // Names of a message repeat: what a pointer leads to is mostly a name that has just been read.
  private int @Nullable [] recentOffsets;
  private @Nullable DomainName @Nullable [] recentNames;
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
    int at = advance(2);
    return ((message[at] & 0xFF) << 8) | (message[at + 1] & 0xFF);
  }

  /** Reads an unsigned number of 32 bits. */
  public long u32() throws WireFormatException {
    int at = advance(4);
    return ((long) (message[at] & 0xFF) << 24)
        | ((message[at + 1] & 0xFF) << 16)
        | ((message[at + 2] & 0xFF) << 8)
        | (message[at + 3] & 0xFF);
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
    int origin = start;
    if (remaining() >= 2 && isPointer(message[start])) {
      origin = pointerTarget(start);
      DomainName known = origin < start ? recall(origin) : null;
      if (known != null) {
        position = start + 2;
        return known;
      }
    }
    DomainName name = decompress(start);
    expansionLeft -= name.octets();
    if (expansionLeft < 0) {
      throw new WireFormatException("names expand far beyond the message", start);
    }
    remember(origin, name);
    return name;
  }

  /** Collects the labels of a name run by run: a run ends at a pointer or with the root. */
  private DomainName decompress(int start) throws WireFormatException {
    int runStart = start;
    int at = start;
    int collected = 0;
    int pointers = 0;
    int resume = -1;
    while (true) {
      int octet = octetOfName(at, start);
      if (octet == 0) {
        break;
      }
      if (octet <= DomainName.MAX_LABEL_OCTETS) {
        at += 1 + octet;
        if (collected + at - runStart >= DomainName.MAX_OCTETS) {
          throw new WireFormatException("name longer than 255 octets", start);
        }
        continue;
      }
      if (!isPointer((byte) octet)) {
        throw new WireFormatException("unknown label type " + (octet >> 6), at);
      }
      octetOfName(at + 1, start);
      int target = pointerTarget(at);
      if (target >= runStart || ++pointers > MAX_POINTERS) {
        throw new WireFormatException(
            target >= runStart ? "pointer that does not lead backwards" : "too many pointers", at);
      }
      collected = collect(runStart, at, collected);
      resume = resume < 0 ? at + 2 : resume;
      runStart = target;
      at = target;
    }
    position = resume < 0 ? at + 1 : resume;
    if (collected == 0) {
      return DomainName.ofWire(message, runStart, at + 1 - runStart);
    }
    collected = collect(runStart, at + 1, collected);
    return DomainName.ofWire(scratch(), 0, collected);
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

  private static boolean isPointer(byte octet) {
    return (octet & 0xC0) == 0xC0;
  }

  private int pointerTarget(int at) {
    return ((message[at] & 0x3F) << 8) | (message[at + 1] & 0xFF);
  }

  private @Nullable DomainName recall(int offset) {
    if (recentOffsets == null || recentNames == null) {
      return null;
    }
    int slot = slot(offset);
    return recentOffsets[slot] == offset ? recentNames[slot] : null;
  }

  private void remember(int offset, DomainName name) {
    if (offset > MAX_POINTER_TARGET) {
      return;
    }
    if (recentOffsets == null || recentNames == null) {
      recentOffsets = new int[1 << RECENT_BITS];
      recentNames = new DomainName[1 << RECENT_BITS];
    }
    int slot = slot(offset);
    recentOffsets[slot] = offset;
    recentNames[slot] = name;
  }

  private static int slot(int offset) {
    return (offset * 0x9E3779B1) >>> (Integer.SIZE - RECENT_BITS);
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

  /** Returns, for the caller to throw, the exception that says what is wrong at this position. */
  public WireFormatException malformed(String reason) {
    return new WireFormatException(reason, position);
  }
}
